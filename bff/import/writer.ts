import type { ElevatorRow, ImportKind, OrganizationRow, RefusalReason, RowResult, RowWarning } from '@tima/contract/import.ts'
import { importRows } from '@tima/contract/import.ts'
import type pg from 'pg'
import { contentHash } from './canonical.ts'
import { writeElevators, type Options, type Written } from './elevators.ts'
import { storeOrganization } from './organizations.ts'
import { randomCodes } from '../plate/issue.ts'
import type { RecordKind, RecordRow } from './record-kinds.ts'
import { writeRecords } from './records.ts'
import type { Source } from './source.ts'

/** A row on its way in; without `row` it was refused already. */
export type Incoming = {
  line: number
  kind: ImportKind
  ref: string | null
  row: Record<string, unknown> | null
  reason?: RefusalReason
  message: string | null
  warnings: RowWarning[]
}

export type WriterOptions = Partial<Pick<Options, 'codeBytes' | 'demo' | 'mayCreate'>> & { importId: string; dryRun?: boolean }
export type Writer = (batch: Incoming[]) => Promise<RowResult[]>

const kindsInOrder = Object.keys(importRows) as ImportKind[]
/** A transaction that lost against another is tried again from the start. */
const again = new Set(['40001', '40P01'])
const TRIES = 5

/**
 * Stores rows of one source, a batch in a transaction: organizations, elevators, then what names them. One result for
 * each row, in order. Throws when the database is away; what a row itself makes the database refuse is that row's result.
 * A batch holds many elevators, where docs/adr/0003-growing.md asks for one a transaction: a disk sync for each would make a
 * city's register a matter of minutes. A batch can be sent again at any time, so nothing hangs on its being whole.
 */
export function openWriter(pool: pg.Pool, source: Source, given: WriterOptions): Writer {
  const options = { codeBytes: randomCodes, demo: false, mayCreate: true, ...given }
  const seen = new Map<string, { line: number; print: string }>()

  return async (batch) => {
    const results = batch.map((one): RowResult | null => (one.row ? duplicate(seen, one) : refused(one, one.reason ?? 'row-unreadable', one.message)))
    const todo = batch.flatMap((one, at) => (results[at] ? [] : { one, at }))
    const written = await writeOrSplit(pool, source, options, todo.map(({ one }) => one), given.dryRun ?? false)
    todo.forEach(({ at }, index) => { results[at] = written[index]! })
    return results as RowResult[]
  }
}

/** The first row of a ref counts; the same again is a duplicate, and one that differs is refused. */
function duplicate(seen: Map<string, { line: number; print: string }>, one: Incoming): RowResult | null {
  const key = `${one.kind} ${one.ref}`
  // What happened is the same whatever day the line that tells it is of
  const print = contentHash(one.kind === 'elevators' ? one.row : { ...one.row, asOf: undefined })
  const first = seen.get(key)
  if (!first) {
    seen.set(key, { line: one.line, print })
    return null
  }
  if (first.print === print) return { line: one.line, kind: one.kind, ref: one.ref, outcome: 'duplicate', message: `as line ${first.line}` }
  return refused(one, 'ref-differs-in-file', `line ${first.line} has the same ref and says something else`)
}

function refused(one: Incoming, reason: RefusalReason, message: string | null): RowResult {
  return { line: one.line, kind: one.kind, ref: one.ref, outcome: 'refused', reason, message: message ?? '', ...warningsOf(one, []) }
}

const warningsOf = (one: Incoming, more: RowWarning[]) => {
  const warnings = [...one.warnings, ...more]
  return warnings.length ? { warnings } : {}
}

async function writeOrSplit(pool: pg.Pool, source: Source, options: Omit<Options, 'known'>, rows: Incoming[], dryRun: boolean): Promise<RowResult[]> {
  if (!rows.length) return []
  try {
    return await write(pool, source, options, rows, dryRun)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!/^2[23]/.test(code ?? '')) throw error
    if (rows.length === 1) return [refused(rows[0]!, 'write-failed', message)]
    const half = Math.ceil(rows.length / 2)
    return [
      ...(await writeOrSplit(pool, source, options, rows.slice(0, half), dryRun)),
      ...(await writeOrSplit(pool, source, options, rows.slice(half), dryRun)),
    ]
  }
}

async function write(pool: pg.Pool, source: Source, options: Omit<Options, 'known'>, rows: Incoming[], dryRun: boolean): Promise<RowResult[]> {
  for (let attempt = 1; ; attempt++) {
    const db = await pool.connect()
    let failure: Error | undefined
    try {
      await db.query('BEGIN')
      // Two imports of one source take turns, so that none overwrites what the other has just read
      await db.query('SELECT 1 FROM source WHERE id = $1 FOR NO KEY UPDATE', [source.id])
      const results = await writeKinds(db, source, options, rows)
      await db.query(dryRun ? 'ROLLBACK' : 'COMMIT')
      return results
    } catch (error) {
      failure = error as Error
      if (attempt === TRIES || !again.has((error as { code?: string }).code ?? '')) throw error
    } finally {
      if (failure) await db.query('ROLLBACK').catch(() => {})
      db.release()
    }
  }
}

async function writeKinds(db: pg.ClientBase, source: Source, given: Omit<Options, 'known'>, rows: Incoming[]): Promise<RowResult[]> {
  const options = { ...given, known: new Map<string, string>() }
  const results = new Map<Incoming, RowResult>()
  for (const kind of kindsInOrder) {
    const mine = rows.filter((one) => one.kind === kind)
    if (!mine.length) continue
    const written = await writeKind(db, source, kind, mine.map(({ row }) => row!), options)
    mine.forEach((one, at) => {
      const { warnings, ...result } = written[at]!
      results.set(one, { line: one.line, kind, ref: one.ref, ...result, ...warningsOf(one, warnings) })
    })
  }
  return rows.map((one) => results.get(one)!)
}

async function writeKind(db: pg.ClientBase, source: Source, kind: ImportKind, rows: unknown[], options: Options): Promise<Written[]> {
  if (kind === 'elevators') return await writeElevators(db, source, rows as ElevatorRow[], options)
  if (kind !== 'organizations') return await writeRecords(db, source, kind as RecordKind, rows as RecordRow[], options)
  const written: Written[] = []
  for (const row of rows as OrganizationRow[]) written.push({ outcome: await storeOrganization(db, source, row), warnings: [] })
  return written
}
