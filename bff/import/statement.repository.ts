import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import { groupBy } from './group.ts'
import type { Changes, Said } from './statement.ts'

export type Stated = { elevatorId: string; sourceId: string; said: Said }

/** What every source says of these elevators now, by elevator. */
export async function readStatements(db: pg.ClientBase, elevatorIds: string[]): Promise<Map<string, Stated[]>> {
  if (!elevatorIds.length) return new Map()
  const { rows } = await db.query<{ elevator_id: string; source_id: string; fields: Said['fields']; as_of: string; field_as_of: Said['fieldAsOf']; verified: Said['verified'] }>({
    name: 'import-statements',
    text: 'SELECT elevator_id, source_id, fields, as_of, field_as_of, verified FROM statement WHERE elevator_id = ANY ($1::uuid[])',
    values: [elevatorIds],
  })
  return groupBy(rows.map((row): Stated => ({
    elevatorId: row.elevator_id,
    sourceId: row.source_id,
    said: { fields: row.fields, asOf: row.as_of, fieldAsOf: row.field_as_of, verified: row.verified },
  })), ({ elevatorId }) => elevatorId)
}

/** Stores what a source says now, and what of it is different from before. */
export async function writeStatements(
  db: pg.ClientBase, sourceId: string, importId: string, news: { elevatorId: string; said: Said; changes: Changes; asOf: string }[],
): Promise<void> {
  if (!news.length) return
  await db.query({
    name: 'import-statement',
    text: `INSERT INTO statement (elevator_id, id, source_id, fields, as_of, field_as_of, verified, import_id)
      SELECT n.elevator_id, n.id, $1, n.fields::jsonb, n.as_of, n.field_as_of::jsonb, n.verified::jsonb, $2
      FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::text[], $8::text[])
        AS n (elevator_id, id, fields, as_of, field_as_of, verified)
      ON CONFLICT (elevator_id, source_id) DO UPDATE SET fields = excluded.fields, as_of = excluded.as_of,
        field_as_of = excluded.field_as_of, verified = excluded.verified, import_id = excluded.import_id, recorded_at = excluded.recorded_at`,
    values: [
      sourceId, importId,
      news.map(({ elevatorId }) => elevatorId),
      news.map(() => uuid7()),
      news.map(({ said }) => JSON.stringify(said.fields)),
      news.map(({ said }) => said.asOf),
      news.map(({ said }) => JSON.stringify(said.fieldAsOf)),
      news.map(({ said }) => JSON.stringify(said.verified)),
    ],
  })
  const changed = news.filter(({ changes }) => Object.keys(changes).length > 0)
  if (!changed.length) return
  await db.query({
    name: 'import-change',
    text: `INSERT INTO statement_change (elevator_id, id, source_id, changes, as_of, import_id)
      SELECT n.elevator_id, n.id, $1, n.changes, n.as_of, $2
      FROM json_to_recordset($3::json) AS n (elevator_id uuid, id uuid, changes jsonb, as_of date)`,
    values: [sourceId, importId, JSON.stringify(changed.map(({ elevatorId, changes, asOf }) => ({
      elevator_id: elevatorId, id: uuid7(), changes, as_of: asOf,
    })))],
  })
}
