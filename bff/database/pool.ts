import pg from 'pg'

/** Days stay text: a calendar day has no time zone, and a Date would give it one. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Pools = {
  /** Writes, and reads that decide something. */
  rw: pg.Pool
  /** Single SELECTs that may lag: a replica in a large city. */
  ro: pg.Pool
}

/** Connections act as role tima_app, which can add to the record but not change it. `size` is connections per pool. */
export function openPools(url: string, readUrl: string, size = 10): Pools {
  const rw = openPool(url, size)
  return { rw, ro: readUrl === url ? rw : openPool(readUrl, size) }
}

export async function closePools(pools: Pools): Promise<void> {
  await pools.rw.end()
  if (pools.ro !== pools.rw) await pools.ro.end()
}

function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    options: '-c role=tima_app -c statement_timeout=60000',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  // An idle connection lost with its server is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}
