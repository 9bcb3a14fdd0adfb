import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')

/** Brings the database at `adminUrl` to the newest migration. Forward only; a changed old file is an error. */
export async function migrate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, sql text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())')
    await client.query('BEGIN')
    await client.query('LOCK TABLE migration IN EXCLUSIVE MODE')
    const applied = new Map<string, string>()
    for (const row of (await client.query<{ name: string; sql: string }>('SELECT name, sql FROM migration')).rows) applied.set(row.name, row.sql)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()) {
      const sql = readFileSync(join(folder, name), 'utf8')
      const before = applied.get(name)
      if (before === sql) continue
      if (before !== undefined) throw new Error(`migration ${name} differs from what this database was built with; add a new file instead`)
      await client.query(sql)
      await client.query('INSERT INTO migration (name, sql) VALUES ($1, $2)', [name, sql])
    }
    await client.query('COMMIT')
    await refuseBlindToChinese(client)
  } finally {
    await client.end()
  }
}

/** With locale C or the builtin provider trigrams of Chinese are empty and every search scans the table. */
async function refuseBlindToChinese(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>("SELECT cardinality(show_trgm('阳光')) AS n")
  if (!rows[0]?.n) throw new Error('this database cannot search Chinese: create it with ENCODING UTF8 and a libc locale such as C.UTF-8')
}
