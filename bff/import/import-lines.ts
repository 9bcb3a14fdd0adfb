import type { ImportKind, RowResult } from '@tima/contract/import.ts'
import { rowFaults } from './check-row.ts'
import type { JsonLine } from './ndjson.ts'
import { refusedField } from './rights.ts'
import type { Source } from './source.ts'
import type { Incoming, Writer } from './writer.ts'

const BATCH = 500

/** A row the source may not send. Thrown only while nothing is stored yet; later it is the result of its row. */
export class FieldRefused extends Error {
  readonly line: number
  readonly field: string
  constructor(line: number, field: string) {
    super(field)
    this.line = line
    this.field = field
  }
}

/** Checks and stores rows as they arrive. Throws FieldRefused when the first rows hold what the source may not state. */
export async function importLines(
  lines: AsyncIterable<JsonLine>, kind: ImportKind, source: Source, write: Writer, onResults: (results: RowResult[]) => void,
): Promise<void> {
  let batch: Incoming[] = []
  let stored = false
  const send = async () => {
    onResults(await write(batch))
    stored = true
    batch = []
  }
  for await (const line of lines) {
    const one = incoming(line, kind, source)
    if (one.reason === 'field-refused' && !stored) throw new FieldRefused(one.line, one.message!)
    if (one.reason === 'field-refused') one.message = `this key may not state ${one.message}`
    batch.push(one)
    if (batch.length === BATCH) await send()
  }
  if (batch.length) await send()
}

function incoming(line: JsonLine, kind: ImportKind, source: Source): Incoming {
  const base = { line: line.line, kind, ref: null, row: null, message: null, warnings: [] }
  if ('unreadable' in line) return { ...base, reason: 'row-unreadable', message: line.unreadable }
  const row = line.value as Record<string, unknown> | null
  const ref = row && (typeof row.ref === 'string' ? row.ref : kind === 'organizations' && typeof row.name === 'string' ? row.name : null)
  const field = row && typeof row === 'object' ? refusedField(source, kind, row) : null
  if (field) return { ...base, ref, reason: 'field-refused', message: field }
  const [fault] = rowFaults(kind, row)
  if (fault) return { ...base, ref, reason: 'row-invalid', message: `${fault.path || 'the row'} ${fault.message}` }
  return { ...base, ref, row }
}
