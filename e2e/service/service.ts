import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'

export const projectRoot = join(import.meta.dirname, '..', '..')

const running = new Set<ChildProcess>()
after(() => running.forEach((child) => child.kill('SIGKILL')))

export type Service = { url: string; process: ChildProcess; output: () => string; stop: () => Promise<void> }

/** Runs the city side as a process of its own, with only the settings given, on a free port. */
export async function startService(settings: Record<string, string>, file = 'bff/main.ts'): Promise<Service> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', TIMA_LOG_LEVEL: 'warn', TIMA_RATE_LIMIT: '100000', ...settings }
  const child = spawn(process.execPath, [file], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data.toString()
      const address = /is at (http:\/\/localhost:\d+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)))
  })
  return { url, process: child, output: () => said, stop: () => end(child, 'SIGTERM') }
}

export function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** An empty database on the server of the test run; with `role`, reached as a new role that has only these attributes. */
export async function emptyDatabase(role?: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const base = process.env.TEST_DATABASE_SERVER
  if (!base) throw new Error('TEST_DATABASE_SERVER is not set: run this stage with npm test -- <stage>')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(base, `CREATE DATABASE ${name}`)
  if (role) await administer(base, `CREATE ROLE ${name} ${role}`)
  const url = new URL(base)
  url.pathname = `/${name}`
  if (role) Object.assign(url, { username: name, password: 'x' })
  const drop = async () => {
    await administer(base, `DROP DATABASE ${name} WITH (FORCE)`)
    if (role) await administer(base, `DROP ROLE ${name}`)
  }
  return { url: url.href, drop }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
