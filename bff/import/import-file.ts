import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportSummary, RowResult } from '@tima/contract/import.ts'
import type { Mapping } from '@tima/contract/mapping.ts'
import type pg from 'pg'
import { readCsv } from './csv.ts'
import { detectEncoding, UnreadableFile } from './encoding.ts'
import { compileMapping, unreadColumns } from './map-rows.ts'
import { beginRun, endRun } from './runs.ts'
import { openSource } from './source.ts'
import { Tally } from './tally.ts'
import { openWriter, type Incoming } from './writer.ts'

export type FileImport = {
  pool: pg.Pool
  file: string
  mapping: Mapping
  dryRun: boolean
  /** Called with the results of every batch and the part of the file that is read, 0 to 1. */
  onResults?: (results: RowResult[], part: number) => void | Promise<void>
  /** Called once with what the file is taken for. */
  onOpen?: (facts: { encoding: string; unread: string[] }) => void
}

const BATCH = 4000
/** Small enough that reading the next batch does not keep the database waiting for an answer. */
const PIECE = 32 * 1024

/**
 * Imports a CSV file of any size in constant memory. While one batch is being written the next is being read.
 * Throws MappingError or UnreadableFile before anything is written when file and mapping do not fit.
 */
export async function importFile({ pool, file, mapping, dryRun, onResults, onOpen }: FileImport): Promise<ImportSummary> {
  const size = statSync(file).size
  let read = 0
  const bytes = async function* () {
    for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
      read += (chunk as Buffer).length
      yield chunk as Uint8Array
    }
  }
  const wanted = mapping.file?.encoding ?? 'detect'
  const encoding = wanted === 'detect' ? await detectEncoding(bytes) : wanted
  read = 0

  const lines = readCsv(bytes(), encoding, mapping.file?.delimiter ?? 'detect')
  const header = await lines.next()
  if (header.done || 'unreadable' in header.value) throw new UnreadableFile(`${basename(file)} has no header line`)
  const names = header.value.cells
  const twice = names.find((name, at) => names.indexOf(name) !== at && name.trim())
  if (twice) throw new UnreadableFile(`${basename(file)} has two columns "${twice}"`)

  const source = await openSource(pool, mapping.city, mapping.source)
  const map = compileMapping(mapping, names, source.city.timeZone)
  onOpen?.({ encoding, unread: unreadColumns(mapping, names) })

  const tally = new Tally()
  const importId = await beginRun(pool, source, mapping.rows.map(({ kind }) => kind).join('+'), basename(file))
  const write = openWriter(pool, source, { importId, dryRun })
  let writing: Promise<void> = Promise.resolve()
  const send = async (batch: Incoming[]) => {
    await writing
    const part = size ? read / size : 1
    writing = write(batch).then(async (results) => {
      tally.add(results)
      await onResults?.(results, part)
    })
    // A failure is reported at the next await; until then it is not an unhandled one
    writing.catch(() => {})
  }

  const mainKind = mapping.rows.find(({ kind }) => kind === 'elevators')?.kind ?? mapping.rows[0]!.kind
  let batch: Incoming[] = []
  for await (const line of lines) {
    if ('unreadable' in line || line.cells.length !== names.length) {
      const message = 'unreadable' in line ? line.unreadable : `has ${line.cells.length} cells where the header has ${names.length}`
      batch.push({ line: line.line, kind: mainKind, ref: null, row: null, message, warnings: [] })
    } else {
      for (const mapped of map(line.cells)) batch.push({ line: line.line, ...mapped })
    }
    if (batch.length >= BATCH) {
      await send(batch)
      batch = []
    }
  }
  if (batch.length) await send(batch)
  await writing
  const summary = tally.summary(dryRun)
  await endRun(pool, importId, { dryRun, counts: summary.counts })
  return summary
}
