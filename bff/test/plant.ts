import { makeCode } from '@tima/domain/code.ts'
import type pg from 'pg'
import { uuid7 } from '../database/uuid7.ts'

export type Planted = { id: string; code: string }

let planted = 0

/** Puts one elevator with an active plate into `city`; `says` is what its sources state, by source key. */
export async function plant(db: pg.Pool, city: string, says: Record<string, { kind: string; asOf: string; fields: object }> = {}, building = 'b1'): Promise<Planted> {
  const id = uuid7()
  const code = makeCode(String(++planted).padStart(8, '0'))
  const { rows } = await db.query<{ id: string }>('SELECT id FROM city WHERE key = $1', [city])
  const cityId = rows[0]!.id
  await db.query("INSERT INTO plate (code, status, elevator_id, serial) VALUES ($1, 'active', $2, $3)", [code, id, `T-${planted}`])
  await db.query(
    'INSERT INTO listing (code, elevator_id, city_key, building_key, place, title, car, search) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [code, id, city, building, '汀洲区 月桥里', `${planted} 幢`, '西侧电梯', `${code} 汀洲区 月桥里 ${planted} 幢 西侧电梯`],
  )
  await db.query('INSERT INTO elevator (id, city_id, code) VALUES ($1, $2, $3)', [id, cityId, code])
  for (const [key, { kind, asOf, fields }] of Object.entries(says)) {
    const source = await sourceOf(db, cityId, key, kind)
    await db.query('INSERT INTO statement (elevator_id, id, source_id, fields, as_of) VALUES ($1, $2, $3, $4, $5)', [id, uuid7(), source, fields, asOf])
  }
  return { id, code }
}

export async function sourceOf(db: pg.Pool, cityId: string, key: string, kind: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'INSERT INTO source (id, city_id, key, name, kind) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (city_id, key) DO UPDATE SET name = excluded.name RETURNING id',
    [uuid7(), cityId, key, `${key} 来源`, kind],
  )
  return rows[0]!.id
}

/** Adds a record row to `table`; `values` are its own columns. Returns its id. */
export async function record(db: pg.Pool, table: string, elevatorId: string, source: { key: string; kind: string }, values: Record<string, unknown>): Promise<string> {
  const { rows } = await db.query<{ city_id: string }>('SELECT city_id FROM elevator WHERE id = $1', [elevatorId])
  const id = uuid7()
  const row = { elevator_id: elevatorId, id, source_id: await sourceOf(db, rows[0]!.city_id, source.key, source.kind), source_ref: id, fingerprint: id, ...values }
  const names = Object.keys(row)
  await db.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(row))
  return id
}
