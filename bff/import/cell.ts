import type { Cell, Joined } from '@tima/contract/mapping.ts'
import { narrow } from '@tima/domain/code.ts'
import { dateForm, dayText, momentText, type WallTime } from './dates.ts'
import { MappingError } from './mapping-error.ts'
import { readFeet, readNumber } from './number.ts'
import type { Target } from './target.ts'
import { convert, convertible } from './units.ts'

/** A cell that holds something, but nothing that can be read as what it should be. */
export class Unread {
  readonly value: string
  readonly message: string
  constructor(value: string, message: string) {
    this.value = value
    this.message = message
  }
}
/** null: the cell holds nothing. */
export type Reading = string | number | boolean | string[] | null | Unread
export type Reader = (cells: string[]) => Reading

export type Context = {
  /** Where in the mapping file, for a refusal by name. */
  path: string
  column: (name: string, path: string) => number
  nullWords: Set<string>
  timeZone: string
}

// A cell may hold control characters that no text column and no JSON of PostgreSQL takes
const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f\ufeff\s]+/g, ' ').trim()

/** A reader of one cell as `target`. Throws MappingError, naming the place in the mapping file, when the steps make no sense. */
export function cellReader(cell: Cell, target: Target, context: Context): Reader {
  const read = valueReader(cell, target, context)
  const { constant } = cell
  if (constant !== undefined) {
    if (cell.column !== undefined) throw new MappingError(context.path, 'says both column and constant')
    const value = written(constant, target, read)
    if (value instanceof Unread) throw new MappingError(context.path, `"${value.value}" ${value.message}`)
    return () => value
  }
  if (cell.column === undefined) throw new MappingError(context.path, 'needs a column or a constant')
  for (const [word, value] of Object.entries(cell.map ?? {})) {
    const got = value === null ? null : written(value, target, read)
    if (got instanceof Unread) throw new MappingError(`${context.path}.map`, `"${word}" gives "${got.value}", which ${got.message}`)
  }
  const index = context.column(cell.column, context.path)
  const words = textSteps(cell, context)
  return (cells) => {
    const word = words(clean(cells[index] ?? ''))
    return word === null || word instanceof Unread || typeof word !== 'string' ? word : read(word)
  }
}

/** A value that stands in the mapping file itself. */
function written(value: string | number | boolean, target: Target, read: (word: string) => Reading): Reading {
  if (typeof value === 'string') return read(value)
  if (typeof value === 'boolean' && target.read === 'boolean') return value
  if (typeof value === 'number' && target.read === 'number') return withinTarget(value, target) ?? value
  return new Unread(String(value), `is a ${typeof value}, which cannot stand here`)
}

/** Cells put together as one text. */
export function joinedReader(joined: Joined, context: Context): Reader {
  const readers = joined.join.map((cell, at) => cellReader(cell, { read: 'text' }, { ...context, path: `${context.path}.join[${at}]` }))
  return (cells) => {
    const texts: string[] = []
    for (const read of readers) {
      const got = read(cells)
      if (got instanceof Unread) return got
      if (got === null) {
        if (joined.need === 'all') return null
      } else texts.push(String(got))
    }
    return texts.length ? texts.join(joined.with) : null
  }
}

/** The steps from a cell's text to the word that is to be read. */
function textSteps(cell: Cell, context: Context): (text: string) => string | number | boolean | null | Unread {
  const nulls = new Set([...context.nullWords, ...(cell.nullWords ?? []).map((word) => word.toLowerCase())])
  const replaces = (cell.replace ?? []).map((step) => ({ find: new RegExp(step.find, 'gu'), with: step.with }))
  const pattern = cell.pattern === undefined ? null : new RegExp(`^(?:${cell.pattern})$`, 'u')
  const map = cell.map && new Map(Object.entries(cell.map))
  const lower = map && new Map([...map].map(([word, value]) => [word.toLowerCase(), value]))
  const otherwise = cell.otherwise ?? 'refuse'
  return (original) => {
    if (!original || nulls.has(original.toLowerCase())) return null
    let text = cell.undoDate ? undoDate(original, cell.undoDate) : original
    for (const step of replaces) text = text.replace(step.find, step.with)
    if (cell.split) text = text.split(cell.split.by).at(cell.split.take > 0 ? cell.split.take - 1 : cell.split.take) ?? ''
    text = text.trim()
    if (!text || nulls.has(text.toLowerCase())) return null
    // What has a form is a number of some kind: full-width digits are the same digits
    if (pattern) text = narrow(text)
    if (pattern && !pattern.test(text)) return new Unread(original, `does not have the form ${cell.pattern}`)
    if (cell.case) text = inCase(text, cell.case)
    if (!map) return text
    const known = map.has(text) ? map.get(text) : lower?.get(text.toLowerCase())
    if (known !== undefined) return known
    if (otherwise === 'keep') return text
    return otherwise === 'nothing' ? null : new Unread(original, 'is not in the mapping')
  }
}

function inCase(text: string, wanted: 'upper' | 'lower' | 'title'): string {
  if (wanted === 'upper') return text.toUpperCase()
  const lower = text.toLowerCase()
  return wanted === 'lower' ? lower : lower.replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
}

/** Reads 6-11 back out of the date a spreadsheet made of it: 2015-06-11, or 1965-04-01 out of 4-65. */
function undoDate(text: string, { year, as, monthYear }: NonNullable<Cell['undoDate']>): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return text
  const month = String(Number(match[2]))
  if (Number(match[1]) === year) return `${month}-${as === 'M-DD' ? match[3] : Number(match[3])}`
  return monthYear && match[3] === '01' ? `${month}-${match[1]!.slice(2)}` : text
}

const yes = new Set(['true', 'yes', 'y', '1', '是', '有'])
const no = new Set(['false', 'no', 'n', '0', '否', '无'])

function valueReader(cell: Cell, target: Target, context: Context): (word: string) => Reading {
  switch (target.read) {
    case 'text':
      // A date inside a text, such as a ref made of several cells, has one spelling
      return cell.dates ? dateReader(cell, context, dayText) : (word) => word
    case 'word':
      return (word) => (target.words.includes(word) ? word : new Unread(word, `is none of ${target.words.join(', ')}`))
    case 'list':
      return (word) => {
        const words = (cell.listBy ? word.split(cell.listBy) : [word]).map((one) => one.trim()).filter(Boolean)
        const wrong = target.words && words.find((one) => !target.words!.includes(one))
        return wrong ? new Unread(wrong, `is none of ${target.words!.join(', ')}`) : words
      }
    case 'boolean':
      return (word) => {
        const lower = word.toLowerCase()
        return yes.has(lower) ? true : no.has(lower) ? false : new Unread(word, 'is neither yes nor no')
      }
    case 'number':
      return numberReader(cell, target, context)
    case 'day':
      return dateReader(cell, context, dayText)
    case 'moment':
      return momentReader(cell, context)
    case 'parts':
      throw new MappingError(context.path, `needs a cell for each of ${[...target.parts.keys()].join(', ')}`)
  }
}

function numberReader(cell: Cell, target: Target & { read: 'number' }, { path }: Context): (word: string) => Reading {
  const { unit } = cell
  const limits = { ...target, min: cell.min ?? target.min, max: cell.max ?? target.max }
  if (unit && (!target.unit || !convertible(unit, target.unit))) {
    throw new MappingError(path, `the unit ${unit} is not a measure of ${target.unit ?? 'a number without unit'}`)
  }
  return (word) => {
    const feet = unit === 'feet-inches' ? readFeet(word) : null
    const got = unit === 'feet-inches' ? feet !== null && { amount: feet, unit: null } : readNumber(word, cell.decimal ?? '.')
    if (!got) return new Unread(word, unit ? `is not a number of ${unit}` : 'is not a number')
    const stated = got.unit ?? unit ?? null
    if (got.unit && (!target.unit || !convertible(got.unit, target.unit))) return new Unread(word, `is not a measure of ${target.unit}`)
    const amount = stated && target.unit ? convert(got.amount, stated, target.unit) : got.amount
    const wrong = withinTarget(amount, limits)
    return wrong ? new Unread(word, wrong.message) : amount
  }
}

/** What keeps an amount, in the target's unit, from standing there. */
function withinTarget(amount: number, { unit, whole, min = -Infinity, max = Infinity }: Target & { read: 'number' }): Unread | null {
  if (amount < min || amount > max) return new Unread(String(amount), `is ${amount}${unit ? ` ${unit}` : ''}, outside ${min} to ${max}`)
  return whole && !Number.isInteger(amount) ? new Unread(String(amount), 'is not a whole number') : null
}

function dateReader(cell: Cell, { path }: Context, write: (time: WallTime) => string): (word: string) => Reading {
  const forms = (cell.dates ?? ['YYYY-MM-DD']).map((form) => {
    try {
      return dateForm(form)
    } catch (error) {
      throw new MappingError(path, (error as Error).message)
    }
  })
  return (word) => {
    for (const form of forms) {
      const time = form(word)
      if (time) return write(time)
    }
    return new Unread(word, `is not a date of the form ${(cell.dates ?? ['YYYY-MM-DD']).join(' or ')}`)
  }
}

/** With an offset the moment stands for itself; without one it is the city's wall time. */
function momentReader(cell: Cell, context: Context): (word: string) => Reading {
  const local = dateReader({ ...cell, dates: cell.dates ?? ['YYYY-MM-DD HH:mm', 'YYYY-MM-DD HH:mm:ss'] }, context,
    (time) => momentText(time, context.timeZone))
  return (word) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(word) ? word : local(word))
}
