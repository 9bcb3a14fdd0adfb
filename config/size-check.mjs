// Fails when a build is larger than a phone should be asked to load, or written in words it does not know:
// node config/size-check.mjs [weapp] [h5]
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { unreadable } from './old-syntax.ts'

const KIB = 1024
const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', process.env.TIMA_DIST ?? 'dist')

/** Bytes of everything WeChat would put into the main package: all files outside the sub-packages' folders. */
export function weappMainPackage(folder = path.join(dist, 'weapp')) {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => path.join(folder, root) + path.sep)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'project.config.json')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !roots.some((root) => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(file).size, 0)
}

/** Bytes of the scripts the elevator page names, each as gzip -9 sends it. */
export function h5ElevatorScripts(folder = path.join(dist, 'h5')) {
  const { publicPath, pages } = JSON.parse(readFileSync(path.join(folder, 'assets.json'), 'utf8'))
  return pages.elevator.scripts
    .map((address) => readFileSync(path.join(folder, address.slice(publicPath.length))))
    .reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0)
}

export const checks = [
  { target: 'weapp', what: 'main package, raw', limit: 430 * KIB, measure: weappMainPackage },
  { target: 'h5', what: 'scripts of /e/<code>, gzip', limit: 150 * KIB, measure: h5ElevatorScripts },
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2)
  for (const { target, what, limit, measure } of checks.filter((check) => asked.length === 0 || asked.includes(check.target))) {
    const bytes = measure()
    const fits = bytes <= limit
    console.log(`${fits ? 'ok  ' : 'OVER'} ${target} ${what}: ${(bytes / KIB).toFixed(1)} KiB of ${limit / KIB} KiB (${bytes} bytes)`)
    const strange = unreadable(path.join(dist, target))
    console.log(strange.length === 0 ? `ok   ${target} scripts are ES2019` : `YOUNG ${target} ${strange.join('\n      ')}`)
    if (!fits || strange.length > 0) process.exitCode = 1
  }
}
