import type { OrganizationRow, RowOutcome } from '@tima/contract/import.ts'
import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'
import type { Source } from './source.ts'

type Stored = { id: string; name: string; kinds: string[]; phone_24h: string | null; phone_verified_on: string | null; licence: string | null }

async function byName(db: pg.ClientBase, cityId: string, names: string[]): Promise<Map<string, Stored>> {
  const { rows } = await db.query<Stored>(
    `SELECT id, name, kinds, phone_24h, phone_verified_on, licence FROM organization WHERE city_id = $1 AND name = ANY ($2::text[])`,
    [cityId, names],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

/** Ids of the organizations that rows name, each with the kinds it is named as. Unknown ones are made. */
export async function organizationIds(db: pg.ClientBase, source: Source, wanted: Map<string, Set<string>>): Promise<Map<string, string>> {
  if (!wanted.size) return new Map()
  const names = [...wanted.keys()].sort()
  let known = await byName(db, source.cityId, names)
  const fresh = names.filter((name) => !known.has(name))
  if (fresh.length) {
    await db.query(
      `INSERT INTO organization (id, city_id, name) SELECT id, $1, name FROM unnest($2::uuid[], $3::text[]) AS fresh (id, name)
       ON CONFLICT (city_id, name) DO NOTHING`,
      [source.cityId, fresh.map(() => uuid7()), fresh],
    )
    known = await byName(db, source.cityId, names)
  }
  for (const [name, kinds] of wanted) {
    const stored = known.get(name)!
    const all = [...new Set([...stored.kinds, ...kinds])].sort()
    if (all.length > stored.kinds.length) await db.query('UPDATE organization SET kinds = $2 WHERE id = $1', [stored.id, all])
  }
  return new Map([...known].map(([name, { id }]) => [name, id]))
}

/** Stores one organization. What the row does not say stays as it was. */
export async function storeOrganization(db: pg.ClientBase, source: Source, row: OrganizationRow): Promise<RowOutcome> {
  const before = (await byName(db, source.cityId, [row.name])).get(row.name)
  const kinds = [...new Set([...(before?.kinds ?? []), ...(row.kinds ?? [])])].sort()
  const next = {
    phone: row.phone24h === undefined ? before?.phone_24h ?? null : row.phone24h,
    // A number somebody checked says nothing of the number that follows it
    verifiedOn: row.phoneVerifiedOn !== undefined ? row.phoneVerifiedOn
      : row.phone24h === undefined || row.phone24h === before?.phone_24h ? before?.phone_verified_on ?? null : null,
    licence: row.licence === undefined ? before?.licence ?? null : row.licence,
  }
  const same = before && kinds.length === before.kinds.length && next.phone === before.phone_24h &&
    next.verifiedOn === before.phone_verified_on && next.licence === before.licence
  if (same) return 'unchanged'
  await db.query(
    `INSERT INTO organization (id, city_id, name, kinds, phone_24h, phone_verified_on, licence) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (city_id, name) DO UPDATE SET kinds = excluded.kinds, phone_24h = excluded.phone_24h,
       phone_verified_on = excluded.phone_verified_on, licence = excluded.licence`,
    [before?.id ?? uuid7(), source.cityId, row.name, kinds, next.phone, next.verifiedOn, next.licence],
  )
  return before ? 'updated' : 'created'
}
