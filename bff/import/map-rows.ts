import type { ImportKind, RowWarning } from '@tima/contract/import.ts'
import type { Cell, Joined, Mapping, RowMapping } from '@tima/contract/mapping.ts'
import { cellReader, joinedReader, Unread, type Context, type Reader } from './cell.ts'
import { rowFaults, type Fault } from './check-row.ts'
import { MappingError } from './mapping-error.ts'
import { targetsOf, type Target } from './target.ts'

/** A row as the writer takes it, or why there is none. */
export type Mapped = {
  kind: ImportKind
  ref: string | null
  row: Record<string, unknown> | null
  message: string | null
  warnings: RowWarning[]
}

type Place = { name: string; read: (cells: string[], warnings: RowWarning[]) => unknown }

/** Marks a value that could not be read, and so is left as it was. */
const lost = Symbol('lost')

/**
 * The rows that each line of a file with these columns gives. Throws MappingError for a column the file does not have
 * and for steps that make no sense; a line can only lose cells (with a warning) or rows (with a message).
 */
export function compileMapping(mapping: Mapping, header: string[], timeZone: string): (cells: string[]) => Mapped[] {
  const columns = new Map(header.map((name, index) => [name.trim(), index]))
  const column = (name: string, path: string): number => {
    const index = columns.get(name)
    if (index === undefined) throw new MappingError(path, `the file has no column "${name}"; it has ${header.join(', ')}`)
    return index
  }
  const nullWords = new Set((mapping.nullWords ?? []).map((word) => word.toLowerCase()))
  const rows = withAsOf(mapping.rows).map((row, at) => compileRow(row, { path: `rows[${at}]`, column, nullWords, timeZone }))
  return (cells) => rows.flatMap((row) => row(cells) ?? [])
}

/** A record speaks of the day of which its line speaks, unless the mapping gives it one of its own. */
function withAsOf(rows: RowMapping[]): RowMapping[] {
  const asOf = rows.find(({ kind }) => kind === 'elevators')?.set.asOf
  if (!asOf) return rows
  return rows.map((row) => (row.kind === 'elevators' || row.kind === 'organizations' ? row : { ...row, set: { asOf, ...row.set } }))
}

/** Columns of the file that the mapping neither reads nor ignores by name. */
export function unreadColumns(mapping: Mapping, header: string[]): string[] {
  const text = JSON.stringify(mapping.rows)
  const known = new Set(Object.keys(mapping.ignore ?? {}))
  return header.filter((name) => !known.has(name.trim()) && !text.includes(JSON.stringify(name.trim())))
}

function compileRow(row: RowMapping, context: Context): (cells: string[]) => Mapped | null {
  const targets = targetsOf(row.kind)
  const set = places(row.set, targets.set, { ...context, path: `${context.path}.set` })
  const fields = places(row.fields ?? {}, targets.fields, { ...context, path: `${context.path}.fields` })
  const missing = targets.required.find((name) => name !== 'fields' && !row.set[name])
  if (missing) throw new MappingError(`${context.path}.set`, `${row.kind} need ${missing}`)
  const when = (row.when ?? []).map((name) => context.column(name, `${context.path}.when`))
  const empty = (text: string | undefined) => !text?.trim() || context.nullWords.has(text.trim().toLowerCase())

  return (cells) => {
    if (when.some((index) => empty(cells[index]))) return null
    const warnings: RowWarning[] = []
    const mapped: Record<string, unknown> = {}
    fill(mapped, set, cells, warnings)
    if (row.kind === 'elevators') mapped.fields = fill({}, fields, cells, warnings)
    const ref = typeof mapped.ref === 'string' ? mapped.ref : typeof mapped.name === 'string' ? mapped.name : null
    const unread = targets.required.find((name) => mapped[name] === undefined || mapped[name] === null)
    const refuse = (message: string): Mapped => ({ kind: row.kind, ref, row: null, message, warnings })
    if (unread) {
      const why = warnings.find(({ field }) => field === unread)
      return refuse(why ? `${unread} "${why.value}" ${why.message}` : `${unread} is empty`)
    }
    const wrong = dropUnfit(row.kind, mapped, warnings)
    return wrong ? refuse(wrong) : { kind: row.kind, ref, row: mapped, message: null, warnings }
  }
}

function fill(into: Record<string, unknown>, all: Place[], cells: string[], warnings: RowWarning[]): Record<string, unknown> {
  for (const { name, read } of all) {
    const value = read(cells, warnings)
    if (value !== lost) into[name] = value
  }
  return into
}

/** Takes out of the row what its schema does not allow there; answers a message when the row cannot be without it. */
function dropUnfit(kind: ImportKind, row: Record<string, unknown>, warnings: RowWarning[]): string | null {
  for (;;) {
    const faults = rowFaults(kind, row)
    const [left] = faults
    if (!left) return null
    const told = warnings.length
    for (const fault of faults) {
      const loss = dropOne(row, fault)
      if (loss === 'whole row') return `${fault.path || 'the row'} ${fault.message}`
      if (loss) warnings.push(loss)
    }
    // A schema tells its first errors only, so what is left may show when these are gone
    if (warnings.length > told) continue
    const why = warnings.find(({ field }) => field === left.path.slice(1))
    return why ? `${why.field} "${why.value}" ${why.message}` : `${left.path.slice(1) || 'the row'} ${left.message}`
  }
}

function dropOne(row: Record<string, unknown>, { path, message }: Fault): RowWarning | 'whole row' | null {
  const [, first = '', second = '', third = ''] = path.split('/')
  const holder = first === 'fields' ? row.fields as Record<string, unknown> | undefined : row
  const name = first === 'fields' ? second : first
  if (!holder || !name) return 'whole row'
  if (!(name in holder)) return null
  const value = holder[name]
  if (third === 'phone') {
    // Who it is stands without a way to call
    const person = value as { phone: unknown }
    const phone = person.phone
    person.phone = null
    return phone === null ? null : { field: `${name}.phone`, value: String(phone), message }
  }
  delete holder[name]
  return { field: name, value: typeof value === 'object' ? JSON.stringify(value) : String(value), message }
}

type Spec = Cell | Joined | Record<string, Cell>
const isJoined = (spec: Spec): spec is Joined => 'join' in spec
const isCell = (spec: Spec): spec is Cell => typeof (spec as Cell).column === 'string' || (spec as Cell).constant !== undefined

function places(specs: Record<string, Spec>, targets: Map<string, Target>, context: Context): Place[] {
  return Object.entries(specs).map(([name, spec]): Place => {
    const path = `${context.path}.${name}`
    const target = targets.get(name)
    if (!target) throw new MappingError(path, `is none of ${[...targets.keys()].join(', ')}`)
    const read = isJoined(spec)
      ? one(name, joinedReader(spec, { ...context, path }))
      : target.read === 'parts' && !isCell(spec)
        ? several(target, places(spec as Record<string, Cell>, target.parts, { ...context, path }))
        : one(name, cellReader(spec as Cell, target, { ...context, path }))
    return { name, read }
  })
}

function one(name: string, read: Reader): Place['read'] {
  return (cells, warnings) => {
    const got = read(cells)
    if (!(got instanceof Unread)) return got
    warnings.push({ field: name, value: got.value, message: got.message })
    return lost
  }
}

/** A value of several parts is nothing when a part it needs is nothing, and lost when one is lost. */
function several(target: Target & { read: 'parts' }, all: Place[]): Place['read'] {
  return (cells, warnings) => {
    const value: Record<string, unknown> = {}
    for (const part of all) {
      const got = part.read(cells, warnings)
      if (got === lost) return lost
      value[part.name] = got
    }
    if (target.required.length === 0) return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
    return target.required.every((part) => (value[part] ?? null) !== null || part === 'phone') ? { ...nothing(target), ...value } : null
  }
}

const nothing = (target: Target & { read: 'parts' }) => Object.fromEntries(target.required.map((part) => [part, null]))
