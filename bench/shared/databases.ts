import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../bff/database/embedded.ts'
import { migrate } from '../../bff/database/migrate.ts'

/** The embedded PostgreSQL of the comparisons, kept between runs in bench/.data. */
export type Databases = {
  version: string
  urlOf: (database: string) => string
  has: (database: string) => Promise<boolean>
  names: (prefix: string) => Promise<string[]>
  /** An empty database with the project's tables; one of that name is dropped first. */
  create: (database: string) => Promise<string>
  rename: (from: string, to: string) => Promise<void>
  drop: (database: string) => Promise<void>
  /** Runs `sql` in `database` as its administrator. */
  ask: <Row extends object>(database: string, sql: string, values?: unknown[]) => Promise<Row[]>
  stop: () => Promise<void>
}

export async function openDatabases(say: (line: string) => void): Promise<Databases> {
  const embedded = await startEmbedded(join(import.meta.dirname, '..', '.data'), say)
  const urlOf = (database: string) => embedded.url.replace(/\/[^/]*$/, `/${database}`)

  async function ask<Row extends object>(database: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: urlOf(database) })
    await client.connect()
    try {
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  const names = async (prefix: string) =>
    (await ask<{ datname: string }>('tima', 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix])).map((row) => row.datname)
  const drop = async (database: string) => void (await ask('tima', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))

  return {
    version: (await ask<{ v: string }>('tima', "SELECT current_setting('server_version') AS v"))[0]!.v,
    urlOf,
    ask,
    names,
    drop,
    has: async (database) => (await names(database)).includes(database),
    rename: async (from, to) => void (await ask('tima', `ALTER DATABASE ${from} RENAME TO ${to}`)),
    create: async (database) => {
      await drop(database)
      await ask('tima', `CREATE DATABASE ${database}`)
      await migrate(urlOf(database))
      return urlOf(database)
    },
    stop: embedded.stop,
  }
}
