import { ElevatorFields, importRows, type ImportKind } from '@tima/contract/import.ts'
import { targetUnits, type TargetUnit } from './units.ts'

/** What kind of value a place in a row holds; read from its schema, so that a mapping need not say it. */
export type Target =
  | { read: 'text' | 'day' | 'moment' | 'boolean' }
  | { read: 'number'; whole: boolean; unit: TargetUnit | null; min?: number | undefined; max?: number | undefined }
  | { read: 'word'; words: string[] }
  | { read: 'list'; words: string[] | null }
  | { read: 'parts'; parts: Map<string, Target>; required: string[] }

type Schema = {
  type?: string
  format?: string
  enum?: string[]
  const?: string
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  minimum?: number
  maximum?: number
}

/** Places of a row of `kind` that a mapping may set: the row's own, and the fields of an elevator. */
export function targetsOf(kind: ImportKind): { set: Map<string, Target>; fields: Map<string, Target>; required: string[] } {
  const row = importRows[kind] as Schema
  const set = parts(row, ['fields', 'verified'])
  const fields = kind === 'elevators' ? parts(ElevatorFields as Schema, []) : new Map<string, Target>()
  return { set, fields, required: row.required ?? [] }
}

function parts(schema: Schema, without: string[]): Map<string, Target> {
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => !without.includes(name))
  return new Map(entries.map(([name, part]) => [name, target(name, part)]))
}

function target(name: string, schema: Schema): Target {
  const one = schema.anyOf?.find((part) => part.type !== 'null') ?? schema
  if (one.enum) return { read: 'word', words: one.enum }
  if (one.const !== undefined) return { read: 'word', words: [one.const] }
  if (one.type === 'array') return { read: 'list', words: one.items?.enum ?? null }
  if (one.type === 'object') return { read: 'parts', parts: parts(one, []), required: one.required ?? [] }
  if (one.type === 'number' || one.type === 'integer') {
    return { read: 'number', whole: one.type === 'integer', unit: targetUnits[name] ?? null, min: one.minimum, max: one.maximum }
  }
  if (one.type === 'boolean') return { read: 'boolean' }
  if (one.format === 'date') return { read: 'day' }
  if (one.format === 'date-time') return { read: 'moment' }
  return { read: 'text' }
}
