import type { City } from '@tima/contract/city.ts'
import type { Mapping } from '@tima/contract/mapping.ts'
import type { SourceKind } from '@tima/contract/fact.ts'
import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'

/** Who states the facts of an import, in which city. */
export type Source = {
  id: string
  key: string
  name: string
  kind: SourceKind
  city: City
  cityId: string
  /** Fields and kinds of record it may state; null is all. */
  fields: string[] | null
}

/** The scope in which a source's own numbers are unique. */
export const scopeOf = (source: Source): string => `${source.city.key}/${source.key}`

/** The scope of the city's rescue codes: one platform may serve several cities. */
export const rescueScope = (city: City): string => city.rescuePlatform ?? city.key

type Row = { id: string; key: string; name: string; kind: SourceKind; fields: string[] | null; city_id: string; config: City }
const columns = 's.id, s.key, s.name, s.kind, s.fields, s.city_id, c.config'

export const sourceOf = (row: Row): Source => ({
  id: row.id, key: row.key, name: row.name, kind: row.kind, fields: row.fields, cityId: row.city_id, city: row.config,
})

/**
 * The source a mapping names, made when it is new. Its name and kind follow the mapping; what it may state stays.
 * Throws when the city is not served here.
 */
export async function openSource(db: pg.Pool, cityKey: string, { key, name, kind }: Mapping['source'], fields: string[] | null = null): Promise<Source> {
  const city = await db.query<{ id: string }>('SELECT id FROM city WHERE key = $1', [cityKey])
  const cityId = city.rows[0]?.id
  if (!cityId) throw new Error(`city: there is no city "${cityKey}" here; each has its file in cities/`)
  await db.query(
    `INSERT INTO source (id, city_id, key, name, kind, fields) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (city_id, key) DO UPDATE SET name = excluded.name, kind = excluded.kind`,
    [uuid7(), cityId, key, name, kind, fields],
  )
  return (await findSource(db, cityKey, key))!
}

export async function findSource(db: pg.Pool, cityKey: string, key: string): Promise<Source | null> {
  const { rows } = await db.query<Row>(
    `SELECT ${columns} FROM source s JOIN city c ON c.id = s.city_id WHERE c.key = $1 AND s.key = $2`, [cityKey, key],
  )
  return rows[0] ? sourceOf(rows[0]) : null
}

/** Changes what a source may state from now on. */
export async function setFields(db: pg.Pool, source: Source, fields: string[]): Promise<Source> {
  await db.query('UPDATE source SET fields = $2 WHERE id = $1', [source.id, fields])
  return { ...source, fields }
}

/** The source whose key hashes to this, while the key is not revoked. */
export async function findSourceByKey(db: pg.Pool, hash: Buffer): Promise<Source | null> {
  const { rows } = await db.query<Row>({
    name: 'source-by-key',
    text: `SELECT ${columns} FROM api_key k JOIN source s ON s.id = k.source_id JOIN city c ON c.id = s.city_id
      WHERE k.secret_hash = $1 AND k.revoked_at IS NULL`,
    values: [hash],
  })
  return rows[0] ? sourceOf(rows[0]) : null
}
