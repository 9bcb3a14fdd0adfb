import { Readable } from 'node:stream'
import { parse, type CsvError } from 'csv-parse'
import { decode, UnreadableFile, type Encoding } from './encoding.ts'
import { detectDelimiter, type Delimiter } from './delimiter.ts'
import { shortenLines, TOO_LONG } from './long-lines.ts'

export type Line = { line: number; cells: string[] } | { line: number; unreadable: string }

/** Characters. */
const LONGEST_LINE = 1_000_000
/** Bytes of a row of many lines, which a quote that never ends makes of the rest of a file. */
const LONGEST_ROW = 4 * LONGEST_LINE

/**
 * The records of a CSV file, the header first; quoted cells may hold newlines. A record that cannot be read is answered
 * as `unreadable` and the next one goes on. Throws UnreadableFile when the bytes are not text.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  delimiter: Delimiter | 'detect',
): AsyncGenerator<Line> {
  const text = decode(bytes, encoding)[Symbol.asyncIterator]()
  let head = ''
  let ended = false
  while (!ended && !/[^\r\n][\r\n]/.test(head) && head.length < LONGEST_LINE) {
    const next = await text.next()
    if (next.done) ended = true
    else head += next.value
  }
  const skipped: Line[] = []
  let spoilt = -1
  const parser = parse({
    delimiter: delimiter === 'detect' ? detectDelimiter(head) : delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error: CsvError | undefined) => {
      // A row over the limit is told again with each piece of it
      const records = error?.code === 'CSV_MAX_RECORD_SIZE' ? Number(error['records']) : -1
      if (records >= 0 && records === spoilt) return undefined
      spoilt = records
      skipped.push({ line: Number(error?.['lines'] ?? 0), unreadable: error?.message ?? 'cannot be read' })
      return undefined
    },
  })
  const all = async function* () {
    yield head
    while (!ended) {
      const next = await text.next()
      if (next.done) return
      yield next.value
    }
  }
  const source = Readable.from(shortenLines(all(), LONGEST_LINE), { objectMode: false })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // csv-parse counts the line a record ends on; a record with newlines inside begins earlier
      const inside = entry.record.reduce((sum, cell) => sum + newlines(cell), 0)
      const line = entry.info.lines - inside
      // The parser runs ahead: what it has skipped may stand behind this record
      while (skipped[0] && skipped[0].line < line) yield skipped.shift()!
      const tooLong = entry.record.some((cell) => cell.includes(TOO_LONG))
      yield tooLong ? { line, unreadable: `is longer than ${LONGEST_LINE} characters` } : { line, cells: entry.record }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    yield { line: Number((error as CsvError)['lines'] ?? 0), unreadable: (error as Error).message }
  }
  yield* skipped
}

function newlines(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}
