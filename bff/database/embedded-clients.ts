import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

let count = 0

/** Notes that this process uses the server kept in `place`. */
export function enter(place: string): string {
  const folder = join(place, 'clients')
  mkdirSync(folder, { recursive: true })
  const name = `${process.pid}-${++count}`
  writeFileSync(join(folder, name), startOf(process.pid))
  return name
}

/** Removes the note `name`; true when no living process uses the server any more. */
export function leave(place: string, name: string): boolean {
  const folder = join(place, 'clients')
  rmSync(join(folder, name), { force: true })
  for (const other of readdirSync(folder)) {
    const pid = Number(other.split('-')[0])
    if (startOf(pid) && startOf(pid) === readFileSync(join(folder, other), 'utf8')) return false
    rmSync(join(folder, other), { force: true })
  }
  return true
}

/** One process at a time starts or stops the server. A lock whose holder is gone is taken over. */
export async function withLock<T>(place: string, work: () => Promise<T>): Promise<T> {
  const lock = join(place, 'lock')
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' })
      break
    } catch {
      const [pid, start] = readLock(lock)
      if (pid && startOf(Number(pid)) !== start) rmSync(lock, { force: true })
      else await sleep(50)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function readLock(lock: string): string[] {
  try {
    return readFileSync(lock, 'utf8').split(' ')
  } catch {
    return []
  }
}

/** Tells one process from a later one with the same number; empty when there is none. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return aliveElsewhere(pid) ? String(pid) : ''
  }
}

function aliveElsewhere(pid: number): boolean {
  try {
    statSync('/proc/self')
    return false
  } catch {
    try {
      process.kill(pid, 0)
      return true
    } catch {
      return false
    }
  }
}
