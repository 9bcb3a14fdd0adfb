import { createWriteStream, existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { finished } from 'node:stream/promises'
import type { ImportSummary, RowResult } from '@tima/contract/import.ts'
import type { Mapping } from '@tima/contract/mapping.ts'
import { isDay } from '@tima/domain/day.ts'
import { importFile } from '../import/import-file.ts'
import { readMapping } from '../import/mapping-file.ts'
import { openProgress } from './progress.ts'
import { withRecord } from './record.ts'
import { UsageError, type Command } from './command.ts'

const usage = `Usage: npm run tima -- import <file.csv> --mapping <mapping.json> [--as-of <YYYY-MM-DD>] [--dry-run] [--report <file.ndjson>]

  --mapping   how the file's columns become facts; examples in mappings/
  --as-of     the day of which the file speaks, in place of what the mapping says
  --dry-run   says what would happen and changes nothing
  --report    one line of JSON for every row: what became of it, and why`

const options = {
  mapping: { type: 'string' },
  'as-of': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  report: { type: 'string' },
} as const

/** Exit code 0: every row was taken; 3: some were refused, the others are stored. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length) throw new UsageError('Say which file to import.')
  if (!values.mapping) throw new UsageError('Say with --mapping how the columns of the file are to be read.')
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const day = values['as-of']
  if (day !== undefined && !isDay(day)) throw new UsageError(`--as-of: "${day}" is not a day like 2026-11-21.`)
  const mapping = day ? asOf(readMapping(values.mapping), day) : readMapping(values.mapping)
  const dryRun = values['dry-run']
  const report = values.report ? createWriteStream(values.report) : null
  const progress = openProgress(process.stderr)

  const summary = await withRecord(({ rw }) => importFile({
    pool: rw,
    file,
    mapping,
    dryRun,
    onOpen: ({ encoding, unread }) => {
      console.error(`${mapping.source.name} → ${mapping.city}, ${encoding}${dryRun ? ', dry run' : ''}`)
      if (unread.length) console.error(`Columns nobody reads: ${unread.join(', ')}`)
    },
    onResults: async (results, part) => {
      progress.show(results, part)
      const text = report && results.map((result) => `${JSON.stringify(result)}\n`).join('')
      if (text && !report.write(text)) await new Promise<void>((resolve) => report.once('drain', () => resolve()))
    },
  })).finally(() => progress.end())
  if (report) await finished(report.end())
  printSummary(summary)
  return summary.refused.length ? 3 : 0
}

const asOf = (mapping: Mapping, day: string): Mapping => ({
  ...mapping,
  rows: mapping.rows.map((row) => (row.kind === 'elevators' ? { ...row, set: { ...row.set, asOf: { constant: day } } } : row)),
})

const SHOWN = 10

function printSummary(summary: ImportSummary): void {
  const rate = Math.round(summary.rows / Math.max(summary.seconds, 0.001))
  console.log(`${summary.rows} rows in ${summary.seconds.toFixed(1)} s (${rate} a second)${summary.dryRun ? ', nothing was changed' : ''}`)
  for (const [kind, outcomes] of Object.entries(summary.counts)) {
    console.log(`  ${kind}: ${Object.entries(outcomes).map(([outcome, n]) => `${n} ${outcome}`).join(', ')}`)
  }
  if (summary.warnings) console.log(`  ${summary.warnings} values could not be read and were left out; --report says which`)
  summary.refused.slice(0, SHOWN).forEach(printRefusal)
  const more = summary.refused.length - SHOWN
  if (more > 0) console.log(`  … and ${summary.refused.length === 100 ? 'at least ' : ''}${more} more refusals; --report has them all`)
}

function printRefusal({ line, kind, ref, reason, message }: RowResult): void {
  console.log(`  line ${line}, ${kind} ${ref ?? '(no ref)'}: ${reason}: ${message}`)
}

export const command: Command = { usage, run }
