// Builds a target unless its output already stands for the same inputs: node scripts/build-once.mjs h5 [weapp alipay]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const inputs = [
  'src/**/*', 'domain/**/*.ts', 'contract/**/*.ts', 'config/**/*', 'babel.config.cjs', '.browserslistrc',
  'package.json', 'package-lock.json', 'project.config.json', 'tsconfig.json',
]
const settings = ['TIMA_API_URL', 'TIMA_PLATE_HOSTS', 'TIMA_PUBLIC_URL']

/** @returns a hash of every file and setting that can change what a target's build gives */
function inputHash(target) {
  const hash = createHash('sha256').update(target)
  for (const name of settings) hash.update(`\0${name}=${process.env[name] ?? ''}`)
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const firstFile = { h5: 'assets.json', weapp: 'app.json', alipay: 'app.json' }

function build(target) {
  const stamp = path.join(root, 'dist', `.${target}.inputs`)
  const wanted = inputHash(target)
  const stands = existsSync(path.join(root, 'dist', target, firstFile[target])) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (stands) return console.log(`dist/${target} is up to date`)
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const begin = Date.now()
  const run = spawnSync(process.execPath, [taro, 'build', '--no-check', '--type', target], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) {
    console.error(`${run.stdout}${run.stderr}`)
    process.exit(run.status ?? 1)
  }
  console.log(`dist/${target} built in ${Math.round((Date.now() - begin) / 1000)} s`)
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

for (const target of process.argv.slice(2)) build(target)
