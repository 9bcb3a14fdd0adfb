import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { pageSql } from '../elevator/page.sql.ts'
import { timelinePageSql } from '../elevator/timeline.sql.ts'
import { testDatabase } from '../test/database.ts'
import type { Pools } from './pool.ts'

/** Statements that read one elevator. A new one is added here. */
const oneElevator: Record<string, string> = { pageSql, timelinePageSql }

/** Files whose statements reach many elevators at once, and why they may (docs/adr/0003-growing.md). */
const manyElevators: Record<string, string> = {
  'import/statement.repository.ts': 'bulk import writes a batch',
  'import/elevators.ts': 'bulk import writes a batch',
  'import/records.ts': 'bulk import writes a batch',
  'plate/plate.repository.ts': 'printing reads a city',
  'demo/seed.ts': 'asks whether there is any elevator',
}

type Table = { name: string; comment: string | null }
type Constraint = { table: string; name: string; type: 'p' | 'u' | 'f'; columns: string[]; target: string | null; on_delete: string | null }

/** Rules 1–4 and 8 for growing past one machine (docs/adr/0003-growing.md). */
describe('tables ready to be distributed', () => {
  let pools: Pools
  let tables: Map<string, string>
  let constraints: Constraint[]
  let uniqueIndexes: { table: string; name: string; columns: string[] }[]

  before(async () => {
    pools = (await testDatabase()).pools
    const found = await pools.rw.query<Table>("SELECT relname AS name, obj_description(oid) AS comment FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migration'")
    tables = new Map(found.rows.map(({ name, comment }) => [name, comment?.[0] ?? '?']))
    constraints = (await pools.rw.query<Constraint>(`
      SELECT conrelid::regclass::text AS "table", conname AS name, contype AS type, confrelid::regclass::text AS target, confdeltype AS on_delete,
        array(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY k (n, i) JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.n ORDER BY k.i) AS columns
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')`)).rows
    uniqueIndexes = (await pools.rw.query<{ table: string; name: string; columns: string[] }>(`
      SELECT indrelid::regclass::text AS "table", indexrelid::regclass::text AS name,
        array(SELECT attname::text FROM unnest(indkey::int[]) n JOIN pg_attribute a ON a.attrelid = indrelid AND a.attnum = n) AS columns
      FROM pg_index i JOIN pg_class c ON c.oid = indrelid WHERE indisunique AND c.relnamespace = 'public'::regnamespace`)).rows
  })

  const kindOf = (table: string) => tables.get(table)!

  test('every table states its class', () => {
    assert.ok(tables.size >= 14)
    for (const [name, kind] of tables) assert.match(kind, /[ELRN]/, name)
  })

  test('every table of an elevator has elevator_id, not null, first in its key and in every unique index', async () => {
    const own = [...tables].filter(([name, kind]) => kind === 'E' && name !== 'elevator').map(([name]) => name)
    assert.ok(own.length >= 7)
    const { rows } = await pools.rw.query<{ t: string }>("SELECT attrelid::regclass::text AS t FROM pg_attribute WHERE attname = 'elevator_id' AND attnotnull AND atttypid = 'uuid'::regtype")
    for (const table of own) {
      assert.ok(rows.some((row) => row.t === table), `${table}.elevator_id`)
      const key = constraints.find((constraint) => constraint.table === table && constraint.type === 'p')!
      assert.deepEqual(key.columns.slice(0, 2), ['elevator_id', 'id'], table)
      for (const index of uniqueIndexes.filter((i) => i.table === table)) assert.ok(index.columns.includes('elevator_id'), index.name)
    }
  })

  test('no number is dealt out in order', async () => {
    const { rows } = await pools.rw.query("SELECT 1 FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace")
    assert.equal(rows.length, 0)
  })

  test('foreign keys stay within an elevator or go to what is small and shared', () => {
    const keys = constraints.filter((constraint) => constraint.type === 'f')
    assert.ok(keys.length >= 15)
    for (const { name, table, target, columns, on_delete } of keys) {
      const [from, to] = [kindOf(table), kindOf(target!)]
      assert.ok(!['L'].includes(from) && to !== 'L', name)
      assert.ok(!(['R', 'N'].includes(from) && to === 'E'), name)
      if (from === 'E' && to === 'E') assert.ok(columns.includes('elevator_id'), name)
      assert.notEqual(on_delete, 'n', name)
    }
  })

  test('every mention of an elevator’s table is bound to the one elevator asked for', () => {
    const own = [...tables].filter(([, kind]) => kind === 'E').map(([name]) => name)
    for (const [name, sql] of Object.entries(oneElevator)) assert.deepEqual(unbound(sql, own), [], name)
  })

  test('statements beside those reach one elevator, or stand in the list of those that may reach many', () => {
    const own = [...tables].filter(([, kind]) => kind === 'E').map(([name]) => name)
    const mention = new RegExp(`(?:FROM|JOIN|UPDATE|INTO)\\s+(?:${own.join('|')})\\b[^;\`]*`, 'g')
    const folder = join(import.meta.dirname, '..')
    const files = globSync('**/*.ts', { cwd: folder }).filter((file) => !/node_modules|\.test\.ts$|\.sql\.ts$|^test\//.test(file))
    const loose = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(mention)]
      .filter(([sql]) => !manyElevators[file] && !/\b(elevator_id|id) = \$1\b/.test(sql.slice(0, 200)))
      .map(([sql]) => `${file}: ${sql.slice(0, 60)}`))
    assert.ok(files.length > 60)
    assert.deepEqual(loose, [])
  })

  test('the check sees a mention that is not bound', () => {
    assert.deepEqual(unbound('SELECT 1 FROM visit v WHERE v.kind = $2', ['visit']), ['visit v'])
    assert.deepEqual(unbound('SELECT 1 FROM visit v JOIN policy p ON p.elevator_id = v.elevator_id WHERE v.elevator_id = $1', ['visit', 'policy']), ['policy p'])
  })

  test('the service can add to the record and not change it', async () => {
    for (const table of ['visit', 'inspection', 'policy', 'check_record', 'notice', 'statement_change']) {
      for (const sql of [`UPDATE ${table} SET import_id = NULL`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await assert.rejects(pools.rw.query(sql), { code: '42501' }, sql)
      }
    }
  })
})

/** Mentions `table alias` that have no `alias.elevator_id = $1` (for elevator itself `alias.id = $1`) of their own. */
function unbound(sql: string, tables: string[]): string[] {
  const loose: string[] = []
  const mention = new RegExp(`\\b(?:FROM|JOIN)\\s+(${tables.join('|')})\\s+(?:AS\\s+)?([a-z_]+)`, 'g')
  const needed = new Map<string, number>()
  for (const [, table, alias] of sql.matchAll(mention)) {
    const key = `${table} ${alias}`
    needed.set(key, (needed.get(key) ?? 0) + 1)
  }
  const perAlias = new Map<string, number>()
  for (const [key, count] of needed) {
    const [table, alias] = key.split(' ')
    const column = table === 'elevator' ? 'id' : 'elevator_id'
    perAlias.set(`${alias}.${column}`, (perAlias.get(`${alias}.${column}`) ?? 0) + count)
  }
  for (const [bound, count] of perAlias) {
    const have = sql.split(`${bound} = $1`).length - 1
    if (have < count) loose.push(...[...needed.keys()].filter((key) => bound.startsWith(`${key.split(' ')[1]}.`)))
  }
  return loose
}
