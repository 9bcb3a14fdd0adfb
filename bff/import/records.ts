import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import { fingerprint } from './canonical.ts'
import type { Options, Written } from './elevators.ts'
import { groupBy } from './group.ts'
import { resolveNames, type Named } from './names.ts'
import { recordKinds, type RecordKind, type RecordRow } from './record-kinds.ts'
import type { Source } from './source.ts'

type Entry = { elevator_id: string; id: string; source_ref: string; fingerprint: string; corrects: string | null; as_of: string | null }

/**
 * Adds records; none is ever changed. A row the source sent before is unchanged, or, when it says something else now, a
 * new entry that corrects the newest one, unless that one speaks of a later day. One answer for each row, in order. Rows have different refs.
 */
export async function writeRecords(db: pg.ClientBase, source: Source, kind: RecordKind, rows: RecordRow[], options: Options): Promise<Written[]> {
  const { table, columns } = recordKinds[kind]
  const named = await resolveNames(db, source, [...new Set(rows.map(({ elevator }) => elevator))], options.known)
  const newest = await newestEntries(db, source, table, rows, named)

  const entries: Record<string, unknown>[] = []
  const results = rows.map((row): Written => {
    const target = named.get(row.elevator)!
    if ('reason' in target) {
      const why = target.reason === 'elevator-unknown' ? 'names no elevator of this city' : 'names several elevators of this city'
      return { outcome: 'refused', reason: target.reason, message: `"${row.elevator}" ${why}`, warnings: [] }
    }
    const values = Object.fromEntries(columns(row).map(([name, , value]) => [name, value ?? null]))
    const print = fingerprint(values)
    const before = newest.get(`${target.id} ${row.ref}`)
    if (before?.fingerprint === print) return { outcome: 'unchanged', warnings: [] }
    if (before?.as_of && row.asOf && row.asOf < before.as_of) return { outcome: 'older', warnings: [] }
    entries.push({
      ...values, elevator_id: target.id, id: uuid7(), source_ref: row.ref, fingerprint: print, corrects: before?.id ?? null,
      // A row that names no day is of now, so what is older than the corrected entry is older than this one
      as_of: row.asOf ?? before?.as_of ?? null,
    })
    return { outcome: before ? 'corrected' : 'created', warnings: [] }
  })
  if (!entries.length) return results

  const own = columns(rows[0]!).map(([name, type]) => ({ name, type }))
  const names = ['elevator_id', 'id', 'source_ref', 'fingerprint', 'corrects', 'as_of', ...own.map(({ name }) => name)]
  const types = ['elevator_id uuid', 'id uuid', 'source_ref text', 'fingerprint text', 'corrects uuid', 'as_of date', ...own.map(({ name, type }) => `${name} ${type}`)]
  await db.query({
    name: `import-${table}`,
    text: `INSERT INTO ${table} (source_id, import_id, ${names.join(', ')})
      SELECT $1, $2, ${names.map((name) => `r.${name}`).join(', ')} FROM json_to_recordset($3::json) AS r (${types.join(', ')})`,
    values: [source.id, options.importId, JSON.stringify(entries)],
  })
  return results
}

/** The entry that stands now for each (elevator, ref) of the source: the one that no other corrects. */
async function newestEntries(db: pg.ClientBase, source: Source, table: string, rows: RecordRow[], named: Map<string, Named>): Promise<Map<string, Entry>> {
  const ids = new Set(rows.flatMap(({ elevator }) => {
    const target = named.get(elevator)!
    return 'id' in target ? target.id : []
  }))
  const { rows: entries } = await db.query<Entry>({
    name: `import-newest-${table}`,
    text: `SELECT elevator_id, id, source_ref, fingerprint, corrects, as_of::text FROM ${table}
      WHERE elevator_id = ANY ($1::uuid[]) AND source_id = $2 AND source_ref = ANY ($3::text[])`,
    values: [[...ids], source.id, rows.map(({ ref }) => ref)],
  })
  const newest = new Map<string, Entry>()
  for (const chain of groupBy(entries, (entry) => `${entry.elevator_id} ${entry.source_ref}`).values()) {
    const corrected = new Set(chain.map(({ corrects }) => corrects))
    const last = chain.find(({ id }) => !corrected.has(id))
    if (last) newest.set(`${last.elevator_id} ${last.source_ref}`, last)
  }
  return newest
}
