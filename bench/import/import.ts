import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from '../run.ts'
import { median, short } from '../shared/numbers.ts'
import { atLeast, told } from '../shared/result.ts'
import { copySeconds } from './copy.ts'
import { nycShaped } from './nyc-shaped.ts'

const ROWS = 35_000
const ROUNDS = 3
const DATABASE = 'import_round'
const root = join(import.meta.dirname, '..', '..')

/** Seconds of each: the whole command on an empty record, what the command says of itself, the same file again, plain COPY. */
type Round = { command: number; said: number; again: number; copy: number }

export const bench: Bench = async ({ databases, say }) => {
  const place = mkdtempSync(join(tmpdir(), 'tima-bench-import-'))
  const file = join(place, 'nyc-shaped.csv')
  writeFileSync(file, nycShaped(ROWS))
  const rounds: Round[] = []
  let summary = ''
  try {
    for (let nth = 0; nth < ROUNDS; nth++) {
      const url = await databases.create(DATABASE)
      const copy = await copySeconds(url, file)
      const first = await importOnce(url, file, place)
      const again = await importOnce(url, file, place)
      summary = first.output.trim()
      rounds.push({ command: short(first.seconds), said: Number(/ in ([\d.]+) s/.exec(first.output)?.[1]), again: short(again.seconds), copy: short(copy) })
      say(`   round ${nth + 1}: ${ROWS} lines in ${rounds[nth]!.command} s, again ${rounds[nth]!.again} s, COPY ${rounds[nth]!.copy} s`)
    }
    await checkArrived(databases.ask)
  } finally {
    await databases.drop(DATABASE)
    rmSync(place, { recursive: true, force: true })
  }
  const seconds = (of: keyof Round) => median(rounds.map((round) => round[of]))
  return {
    figures: [
      atLeast(5_000, { figure: 'import, rows of the file a second', measured: Math.round(ROWS / seconds('command')), of: `${ROWS} lines in ${short(seconds('command'))} s, start of the command included` }),
      told({ figure: 'import of the same file again', measured: Math.round(ROWS / seconds('again')), of: 'rows a second, nothing changes' }),
      told({ figure: 'import over plain COPY', measured: short(median(rounds.map(({ command, copy }) => copy / command))), of: `COPY of the file into one table of text: ${short(seconds('copy'))} s` }),
    ],
    rounds: { seconds: rounds, summary: summary.split('\n') },
    method: [
      `${ROWS} lines made by bench/import/nyc-shaped.ts, read with mappings/nyc.json: one elevator a line and, where there is a date, its inspection`,
      `${ROUNDS} rounds, each on an empty database: COPY, then tima import, then the same import again; figures are medians`,
      'the whole command is timed: starting Node, joining the server, reading, mapping, checking, writing, the summary',
    ],
    versions: { postgresql: databases.version },
  }
}

/** Runs `tima import` as a person does. Throws with what it said when it did not take the file. */
async function importOnce(url: string, file: string, place: string): Promise<{ seconds: number; output: string }> {
  const data = join(place, 'data')
  mkdirSync(data, { recursive: true })
  const env = { PATH: process.env.PATH, DATABASE_URL: url, TIMA_DATA_DIR: data }
  const started = performance.now()
  const child = spawn(process.execPath, ['bff/cli/tima.ts', 'import', file, '--mapping', 'mappings/nyc.json'], { cwd: root, env })
  let output = ''
  let errors = ''
  child.stdout.on('data', (text: Buffer) => (output += text))
  child.stderr.on('data', (text: Buffer) => (errors += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`tima import ended with ${code}:\n${output}\n${errors}`.slice(0, 3000))
  return { seconds: (performance.now() - started) / 1000, output }
}

/** The clock counts only when the rows are there. */
async function checkArrived(ask: Parameters<Bench>[0]['databases']['ask']): Promise<void> {
  const [row] = await ask<{ elevators: number; plates: number; inspections: number }>(DATABASE, `
    SELECT (SELECT count(*)::int FROM elevator) AS elevators, (SELECT count(*)::int FROM plate) AS plates, (SELECT count(*)::int FROM inspection) AS inspections`)
  if (row!.elevators !== ROWS || row!.plates !== ROWS || row!.inspections < ROWS * 0.9) throw new Error(`not everything arrived: ${JSON.stringify(row)}`)
}
