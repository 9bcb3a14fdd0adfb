import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../bff/database/embedded.ts'
import { chromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', name)

/** Everything that must hold, in the order in which a failure is cheapest to see. `npm test -- h5` runs the stages named. */
const stages: [name: string, ...command: string[]][] = [
  ['types', bin('typescript/bin/tsc'), '-p', '.'],
  ['lint', bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  ['house', '--test', 'e2e/house/*.test.ts'],
  ['rooms', '--test', 'domain/**/*.test.ts', 'contract/**/*.test.ts', 'bff/**/*.test.ts'],
  ['service', '--test', '--test-concurrency=1', '--test-timeout=120000', 'e2e/service/*.test.ts'],
  ['phone', bin('jest/bin/jest.js'), '--silent'],
  ['builds', 'scripts/build-once.mjs', 'h5', 'weapp', 'alipay'],
  ['sizes', 'config/size-check.mjs'],
  ['weapp', '--test', 'e2e/weapp/*.test.ts'],
  ['h5', '--test', '--test-concurrency=1', '--test-timeout=120000', 'e2e/h5/*.test.ts'],
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !stages.some(([stage]) => stage === name))
if (unknown.length) {
  console.error(`No stage ${unknown.join(', ')}; the stages are ${stages.map(([name]) => name).join(', ')}.`)
  process.exit(1)
}
const chosen = stages.filter(([name]) => !asked.length || asked.includes(name))

const browser = chosen.some(([name]) => name === 'h5') ? chromium() : ''
const place = mkdtempSync(join(tmpdir(), 'tima-test-'))
chmodSync(place, 0o711)
const server = await startEmbedded(place)
const env = { ...process.env, TEST_DATABASE_SERVER: server.url, CHROMIUM_PATH: browser, TARO_ENV: undefined, FORCE_COLOR: '0' }

const results: string[] = []
let failed = 0
for (const [name, ...command] of chosen) {
  console.log(`\n── ${name} ──`)
  const begin = Date.now()
  const code = await run(command)
  if (code !== 0) failed++
  results.push(`${code === 0 ? 'passed' : 'FAILED'}  ${name}  ${((Date.now() - begin) / 1000).toFixed(1)} s`)
}
await server.stop()
rmSync(place, { recursive: true, force: true })

console.log(`\n${results.join('\n')}\n\nstages: ${chosen.length - failed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

function run(command: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit', env })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
