import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const source = join(root, 'bench', 'bare-app')
export const bareDist = join(root, 'dist', 'bare-app')

/** Builds both apps with the project's Taro, the bare one only when something it is made of has changed. Throws with what Taro said. */
export function buildApps(say: (line: string) => void): void {
  run(['scripts/build-once.mjs', 'h5'], root)
  const stamp = join(root, 'dist', '.bare-app.inputs')
  const wanted = inputs()
  if (existsSync(join(bareDist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('   building the bare app')
  run([join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--no-check', '--type', 'h5'], source)
  writeFileSync(stamp, wanted)
}

function run(args: string[], cwd: string): void {
  const done = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (done.status !== 0) throw new Error(`${args.join(' ')} failed:\n${(done.stdout + done.stderr).slice(-3000)}`)
}

function inputs(): string {
  const hash = createHash('sha256')
  for (const file of globSync('**/*.*', { cwd: source }).sort()) hash.update(`${file}\0`).update(readFileSync(join(source, file)))
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
}
