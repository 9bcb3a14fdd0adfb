import { aliasValue } from '@tima/domain/identifiers.ts'
import type pg from 'pg'
import { rescueScope, type Source } from './source.ts'

export type Alias = { value: string; kind: string; scope: string; elevator_id: string }

const kinds: Record<string, string> = {
  rescueCode: 'rescue', registrationCode: 'registration', deviceCode: 'device', useCertificate: 'certificate',
}

/** The other numbers that an elevator with these facts is known by. */
export function aliasesOf(fields: Record<string, unknown>, elevatorId: string, source: Source): Alias[] {
  return Object.entries(kinds).flatMap(([field, kind]) => {
    const value = fields[field]
    if (typeof value !== 'string' || !aliasValue(value)) return []
    return [{ value: aliasValue(value), kind, scope: kind === 'rescue' ? rescueScope(source.city) : source.city.key, elevator_id: elevatorId }]
  })
}

/** Stores aliases. Answers those that name another elevator already and so were not stored: a rescue code names one. */
export async function insertAliases(db: pg.ClientBase, aliases: Alias[]): Promise<Alias[]> {
  if (!aliases.length) return []
  const { rows } = await db.query<Alias>({
    name: 'import-alias',
    text: `INSERT INTO alias (value, kind, scope, elevator_id)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS a (value, kind, scope, elevator_id)
      ORDER BY 1, 2, 3, 4 ON CONFLICT DO NOTHING RETURNING value, kind, scope, elevator_id`,
    values: [aliases.map((a) => a.value), aliases.map((a) => a.kind), aliases.map((a) => a.scope), aliases.map((a) => a.elevator_id)],
  })
  if (rows.length === aliases.length) return []
  const exclusive = aliases.filter(({ kind }) => kind === 'rescue' || kind === 'source')
  const owners = await db.query<Alias>(
    `SELECT value, kind, scope, elevator_id FROM alias WHERE value = ANY ($1::text[]) AND kind IN ('rescue', 'source')`,
    [exclusive.map((a) => a.value)],
  )
  const owner = new Map(owners.rows.map((a) => [`${a.kind} ${a.scope} ${a.value}`, a.elevator_id]))
  return exclusive.filter((a) => owner.get(`${a.kind} ${a.scope} ${a.value}`) !== a.elevator_id)
}

export async function deleteAliases(db: pg.ClientBase, aliases: Alias[]): Promise<void> {
  for (const { value, kind, scope, elevator_id } of aliases) {
    await db.query('DELETE FROM alias WHERE value = $1 AND kind = $2 AND scope = $3 AND elevator_id = $4', [value, kind, scope, elevator_id])
  }
}
