// Runs on whatever Node the machine has, before anything is installed: only Node's own modules here.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/** Installs what package-lock.json names when it is not there yet. Ends the process with a sentence when it cannot. */
export function prepare() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Tima needs Node 20 or newer to install itself; this is ${process.versions.node}.`)
  if (installed()) return
  console.log('Installing what Tima needs. The first time takes some minutes.')
  // Not `npm ci`: it refuses a lock without the programs of other systems, which no registry has to offer for all versions.
  const done = spawnSync('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root, stdio: 'inherit', shell: process.platform === 'win32',
  })
  if (done.status !== 0) fail('The installation did not succeed. Check the network and the message above, then run the command again.')
}

/** True when every package that was installed, and every one that must be, has the version package-lock.json names. */
function installed() {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden) || !existsSync(pinnedNode)) return false
  const wanted = packages(join(root, 'package-lock.json'))
  const there = packages(hidden)
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    if (!path.includes('node_modules') || link) continue
    const found = there[path]
    if (!found ? !optional : found.version !== version) return false
  }
  return true
}

const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
