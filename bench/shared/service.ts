import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bff/database/embedded.ts'

export type Service = { url: string; pid: number; stop: () => Promise<void> }

const root = join(import.meta.dirname, '..', '..')

/** Keys that exist for these comparisons only. */
export const plateKeys = `A:${Buffer.alloc(32, 9).toString('base64url')}`

/** The city side as an operator runs it: a process of its own, limits, metrics, every answer logged into a file. */
export function startCitySide(databaseUrl: string): Promise<Service> {
  return startProcess(['bff/main.ts'], { DATABASE_URL: databaseUrl, TIMA_PLATE_KEYS: plateKeys, TIMA_RATE_LIMIT: '1000000000' }, '/readyz')
}

/** Runs `args` on this Node with a free PORT, its output in a file, until it answers at `probe`. Throws with the end of that file. */
export async function startProcess(args: string[], settings: Record<string, string>, probe: string): Promise<Service> {
  const place = mkdtempSync(join(tmpdir(), 'tima-bench-'))
  mkdirSync(join(place, 'data'))
  const log = join(place, 'log')
  const port = await freePort()
  const out = openSync(log, 'a')
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', TIMA_DATA_DIR: join(place, 'data'), PORT: String(port), ...settings }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', out, out] })
  closeSync(out)
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; !(await answers(url + probe)); attempt++) {
    if (child.exitCode !== null || attempt > 300) {
      child.kill()
      throw new Error(`${args.join(' ')} does not answer:\n${readFileSync(log, 'utf8').slice(-2000)}`)
    }
    await sleep(100)
  }
  return {
    url,
    pid: child.pid!,
    stop: async () => {
      await ended(child)
      rmSync(place, { recursive: true, force: true })
    },
  }
}

const answers = (url: string): Promise<boolean> => fetch(url).then(async (answer) => (await answer.text(), answer.ok), () => false)

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exit
  clearTimeout(killer)
}

/** Processor time a process has used so far, in ms; null where the system does not say. */
export function processorMs(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}
