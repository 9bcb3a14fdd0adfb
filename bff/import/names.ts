import { readCode } from '@tima/domain/code.ts'
import { aliasValue } from '@tima/domain/identifiers.ts'
import type pg from 'pg'
import { groupBy } from './group.ts'
import { rescueScope, scopeOf, type Source } from './source.ts'

export type Named = { id: string } | { reason: 'elevator-unknown' | 'elevator-ambiguous' }

type Hit = { name: string; elevator_id: string }

/**
 * The elevators that a source's rows name, all in its city: its own number of it, else the code of any plate it had, else
 * a rescue, registration, device or certificate number, else its number in a register of the city.
 */
export async function resolveNames(
  db: pg.ClientBase, source: Source, names: string[], known: Map<string, string> = new Map(),
): Promise<Map<string, Named>> {
  const found = new Map<string, Named>()
  for (const name of names) if (known.has(name)) found.set(name, { id: known.get(name)! })
  const rest = () => names.filter((name) => !found.has(name))
  const take = (hits: Hit[]) => {
    const ids = groupBy(hits, ({ name }) => name)
    for (const [name, all] of ids) {
      const different = new Set(all.map((hit) => hit.elevator_id))
      found.set(name, different.size === 1 ? { id: all[0]!.elevator_id } : { reason: 'elevator-ambiguous' })
    }
  }
  if (rest().length) take(await ownNumbers(db, source, rest()))
  if (rest().length) take(await codes(db, source, rest()))
  if (rest().length) take(await publicNumbers(db, source, rest()))
  if (rest().length) take(await registers(db, source, rest()))
  for (const name of rest()) found.set(name, { reason: 'elevator-unknown' })
  return found
}

export async function ownNumbers(db: pg.ClientBase, source: Source, refs: string[]): Promise<Hit[]> {
  const { rows } = await db.query<Hit>({
    name: 'import-own',
    text: `SELECT value AS name, elevator_id FROM alias WHERE kind = 'source' AND scope = $1 AND value = ANY ($2::text[])`,
    values: [scopeOf(source), refs],
  })
  return rows
}

async function codes(db: pg.ClientBase, source: Source, names: string[]): Promise<Hit[]> {
  const byCode = new Map<string, string[]>()
  for (const name of names) {
    const read = readCode(name)
    if (read.ok) byCode.set(read.code, [...(byCode.get(read.code) ?? []), name])
  }
  if (!byCode.size) return []
  const plates = await db.query<{ code: string; elevator_id: string }>(
    'SELECT code, elevator_id FROM plate WHERE code = ANY ($1::text[]) AND elevator_id IS NOT NULL', [[...byCode.keys()]],
  )
  const here = await db.query<{ elevator_id: string }>(
    'SELECT elevator_id FROM listing WHERE elevator_id = ANY ($1::uuid[]) AND city_key = $2',
    [plates.rows.map((row) => row.elevator_id), source.city.key],
  )
  const known = new Set(here.rows.map((row) => row.elevator_id))
  return plates.rows
    .filter((row) => known.has(row.elevator_id))
    .flatMap((row) => byCode.get(row.code)!.map((name) => ({ name, elevator_id: row.elevator_id })))
}

async function publicNumbers(db: pg.ClientBase, source: Source, names: string[]): Promise<Hit[]> {
  const byValue = groupBy(names, aliasValue)
  const { rows } = await db.query<{ value: string; elevator_id: string }>(
    `SELECT value, elevator_id FROM alias WHERE value = ANY ($1::text[])
       AND (kind = 'rescue' AND scope = $2 OR kind IN ('registration', 'device', 'certificate') AND scope = $3)`,
    [[...byValue.keys()], rescueScope(source.city), source.city.key],
  )
  return rows.flatMap((row) => byValue.get(row.value)!.map((name) => ({ name, elevator_id: row.elevator_id })))
}

async function registers(db: pg.ClientBase, source: Source, names: string[]): Promise<Hit[]> {
  const { rows: sources } = await db.query<{ key: string }>(
    `SELECT key FROM source WHERE city_id = $1 AND kind = 'registry' AND id <> $2`, [source.cityId, source.id],
  )
  if (!sources.length) return []
  const { rows } = await db.query<Hit>(
    `SELECT value AS name, elevator_id FROM alias WHERE kind = 'source' AND scope = ANY ($1::text[]) AND value = ANY ($2::text[])`,
    [sources.map(({ key }) => `${source.city.key}/${key}`), names],
  )
  return rows
}
