import { randomBytes } from 'node:crypto'
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { startEmbedded, type Embedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { closePools, openPools, type Pools } from '../database/pool.ts'

const opened: { name: string; pools: Pools }[] = []
let server: Promise<Embedded> | null = null
let place: string | null = null

// Registered when the test file is loaded: a hook registered inside another hook would run when that one ends.
after(async () => {
  for (const { pools } of opened) await closePools(pools)
  const shared = process.env.TEST_DATABASE_SERVER
  if (shared) for (const { name } of opened) await admin(shared, `DROP DATABASE ${name} WITH (FORCE)`)
  if (server) await (await server).stop()
  if (place) rmSync(place, { recursive: true, force: true })
})

/**
 * A fresh, migrated database on a real PostgreSQL. One server serves the whole test run when TEST_DATABASE_SERVER holds the
 * administrator's URL of one; else this process starts its own and removes it at the end.
 */
export async function testDatabase(): Promise<{ url: string; pools: Pools }> {
  const base = process.env.TEST_DATABASE_SERVER ?? (await (server ??= own())).url
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin(base, `CREATE DATABASE ${name}`)
  const url = base.replace(/\/[^/]*$/, `/${name}`)
  await migrate(url)
  const pools = openPools(url, url, 4)
  opened.push({ name, pools })
  return { url, pools }
}

async function own(): Promise<Embedded> {
  place = mkdtempSync(join(tmpdir(), 'tima-test-'))
  chmodSync(place, 0o711)
  return await startEmbedded(place)
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
