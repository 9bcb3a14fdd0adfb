import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; its programs and data must be reachable for the account used instead. */
export type Account = { uid: number; gid: number; canReach: (path: string) => boolean }

/** The account the server runs as when this process is root: postgres, else nobody. Null when we are not root. */
export function unprivileged(): Account | null {
  if (process.getuid?.() !== 0) return null
  const line = accounts().find(([name]) => name === 'postgres') ?? accounts().find(([name]) => name === 'nobody')
  const uid = Number(line?.[2] ?? 65534)
  const gid = Number(line?.[3] ?? 65534)
  const canReach = (path: string): boolean => {
    for (let at = dirname(path); ; at = dirname(at)) {
      const { mode, uid: owner } = statSync(at)
      if (!(mode & 0o001) && !(owner === uid && mode & 0o100)) return false
      if (at === dirname(at)) return true
    }
  }
  return { uid, gid, canReach }
}

/** `dataDir`, or for root a directory under /var/lib when the account cannot pass one of its parents. */
export function placeFor(dataDir: string, account: Account | null, say: (line: string) => void): string {
  mkdirSync(dataDir, { recursive: true })
  if (!account || account.canReach(join(dataDir, 'postgres'))) return dataDir
  const other = join('/var/lib', `tima-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)
  mkdirSync(other, { recursive: true, mode: 0o711 })
  chownSync(other, 0, 0)
  say(`PostgreSQL may not run as root, and its account cannot enter ${dataDir}; its data is kept in ${other}`)
  return other
}

function accounts(): string[][] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  } catch {
    return []
  }
}
