import { ConfigError, type Config } from './config.ts'
import { startEmbedded } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { closePools, openPools, type Pools } from './database/pool.ts'

export type CitySide = { pools: Pools; databaseUrl: string; close: () => Promise<void> }

/** The record, ready for use: the server of DATABASE_URL or the embedded one, migrated. Service and commands open it alike. */
export async function openCitySide(config: Config, say: (line: string) => void, poolSize?: number): Promise<CitySide> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataDir, say)
  const databaseUrl = config.databaseUrl ?? embedded!.url
  try {
    await migrate(databaseUrl)
  } catch (error) {
    await embedded?.stop()
    throw embedded ? error : new ConfigError('DATABASE_URL', whyNot(error as Error & { code?: string }))
  }
  const pools = openPools(databaseUrl, config.readUrl ?? databaseUrl, poolSize)
  return {
    pools,
    databaseUrl,
    close: async () => {
      await closePools(pools)
      await embedded?.stop()
    },
  }
}

/** What to do about a server that cannot be used; rights are those of 42501 and 0LP01. */
function whyNot({ message, code }: Error & { code?: string }): string {
  if (code !== '42501' && code !== '0LP01') return message || String(code)
  return `${message}. Let its role own the database and create roles, or run as administrator: CREATE EXTENSION pg_trgm; CREATE ROLE tima_app NOLOGIN; GRANT tima_app TO <the role>`
}
