import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ALPHABET, makeCode } from '@tima/domain/code.ts'
import pg from 'pg'
import { keepCities, readCities } from '../../bff/city/cities.ts'
import type { Databases } from '../shared/databases.ts'
import { elevatorSql, firmsSql, recordsSql } from './data.sql.ts'

export const VISITS = 24
const BATCH = 20_000
const root = join(import.meta.dirname, '..', '..')

/** The code of the n-th elevator, n from 0: spread over the alphabet as random codes are, and the same in every run. */
export function codeOf(n: number): string {
  let spread = (BigInt(n + 1) * 0x9e3779b97fn) & 0xffffffffffn
  let eight = ''
  for (let i = 0; i < 8; i++, spread >>= 5n) eight += ALPHABET[Number(spread & 31n)]
  return makeCode(eight)
}

/** A database with `elevators` elevators of 24 visits each: the one of an earlier run, or a new one. Answers its name. */
export async function builtDatabase(databases: Databases, elevators: number, say: (line: string) => void): Promise<string> {
  const name = `page_${elevators}_${shape()}`
  if (await databases.has(name)) return name
  for (const old of await databases.names(`page_${elevators}_`)) await databases.drop(old)
  const url = await databases.create(`${name}_part`)
  const started = performance.now()
  const pool = new pg.Pool({ connectionString: url, max: 2, options: '-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=256MB' })
  try {
    await keepCities(pool, readCities(join(root, 'cities')))
    await pool.query(firmsSql)
    const indexes = await takeIndexes(pool)
    const lane = async (from: number) => {
      for (let at = from; at < elevators; at += 2 * BATCH) {
        const count = Math.min(BATCH, elevators - at)
        await pool.query(elevatorSql, [at, Array.from({ length: count }, (_, i) => codeOf(at + i))])
        for (const sql of recordsSql) await pool.query(sql, [at, count])
        if (elevators > BATCH) say(`   ${at + count} of ${elevators} elevators, ${seconds(started)} s`)
      }
    }
    await Promise.all([lane(0), lane(BATCH)])
    for (const sql of indexes) await pool.query(sql)
    await pool.query('VACUUM (ANALYZE)')
    await pool.query('CHECKPOINT')
  } finally {
    await pool.end()
  }
  await databases.rename(`${name}_part`, name)
  say(`   ${elevators} elevators with ${elevators * VISITS} visits built in ${seconds(started)} s`)
  return name
}

const seconds = (started: number): number => Math.round((performance.now() - started) / 1000)

/** Takes the indexes of the visits away and answers the statements that bring them back: built at once they cost a third. */
async function takeIndexes(pool: pg.Pool): Promise<string[]> {
  const constraints = await pool.query<{ name: string; sql: string }>(`
    SELECT conname AS name, format('ALTER TABLE visit ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS sql
    FROM pg_constraint WHERE conrelid = 'visit'::regclass AND contype IN ('p', 'u', 'f') ORDER BY contype = 'f', contype`)
  for (const { name } of constraints.rows.toReversed()) await pool.query(`ALTER TABLE visit DROP CONSTRAINT ${name}`)
  const indexes = await pool.query<{ name: string; sql: string }>(
    "SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql FROM pg_index WHERE indrelid = 'visit'::regclass")
  for (const { name } of indexes.rows) await pool.query(`DROP INDEX ${name}`)
  const keys = constraints.rows.filter(({ sql }) => !sql.includes('FOREIGN KEY'))
  const foreign = constraints.rows.filter(({ sql }) => sql.includes('FOREIGN KEY'))
  return [...keys, ...indexes.rows, ...foreign].map(({ sql }) => (sql.includes('FOREIGN KEY') ? `${sql} NOT VALID` : sql))
}

/** Changes with the tables and with what is put into them, so that no run measures data of another shape. */
function shape(): string {
  const migrations = join(root, 'bff', 'database', 'migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)))
  hash.update(readFileSync(join(import.meta.dirname, 'data.sql.ts')))
  return hash.digest('hex').slice(0, 8)
}
