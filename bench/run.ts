import { parseArgs } from 'node:util'
import { openDatabases, type Databases } from './shared/databases.ts'
import { keepResult, type Outcome, type Result } from './shared/result.ts'
import { table } from './shared/table.ts'

export type Bench = (options: { databases: Databases; small: boolean; say: (line: string) => void }) => Promise<Outcome>

const usage = `Usage: npm run bench -- [page] [import] [first-paint] [--small]

Runs the named comparisons, or all, prints one table and writes bench/results/<name>.json. See bench/README.md.
  --small  20,000 elevators instead of 300,000: nothing long to build, but not the size the claim is about`

/** Loaded when called for: one that cannot run here does not keep the others from running. */
const benches: { [name: string]: () => Promise<{ bench: Bench }> } = {
  page: () => import('./page/page.ts'),
  import: () => import('./import/import.ts'),
  'first-paint': () => import('./first-paint/first-paint.ts'),
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { small: { type: 'boolean', default: false }, help: { type: 'boolean' } }, allowPositionals: true })
  const names = positionals.length ? positionals : Object.keys(benches)
  const unknown = names.find((name) => !benches[name])
  if (values.help || unknown) {
    console.log(unknown ? `There is no comparison "${unknown}".\n\n${usage}` : usage)
    return unknown ? 2 : 0
  }
  const say = (line: string) => console.error(line)
  const databases = await openDatabases(say)
  const stop = () => void databases.stop().then(() => process.exit(1))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const results: Result[] = []
  let trouble = false
  try {
    for (const name of names) {
      say(`── ${name}`)
      const started = performance.now()
      const command = ['npm run bench --', name, ...(values.small ? ['--small'] : [])].join(' ')
      try {
        const { bench } = await benches[name]!()
        const outcome = await bench({ databases, small: values.small, say })
        results.push(keepResult(name, command, (performance.now() - started) / 1000, outcome))
      } catch (error) {
        trouble = true
        console.error(`${name} could not be measured:`, error)
      }
    }
  } finally {
    await databases.stop()
  }
  if (results.length) console.log(`\n${table(results)}\n`)
  if (trouble) console.log('Not everything could be measured; the reason stands above.')
  const failed = results.flatMap(({ figures }) => figures).filter(({ pass }) => pass === false)
  if (results.length) console.log(failed.length ? `${failed.length} figure(s) below what is claimed.` : 'Every figure that was measured reaches what is claimed.')
  return trouble || failed.length ? 1 : 0
}

process.exitCode = await main()
