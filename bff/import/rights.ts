import type { SourceKind } from '@tima/contract/fact.ts'
import { statedFields, type ImportKind } from '@tima/contract/import.ts'
import { factCatalogue } from '@tima/domain/fact-catalogue.ts'
import type { Source } from './source.ts'

/** The kinds of rows that are a right of their own; what an elevators row may say is ruled field by field. */
export const recordKindNames = ['organizations', 'visits', 'inspections', 'policies', 'checks', 'notices'] as const

const records: Record<SourceKind, (typeof recordKindNames)[number][]> = {
  registry: [...recordKindNames],
  inspection: ['inspections', 'notices'],
  maintenance: ['visits', 'notices'],
  property: ['checks', 'notices'],
  insurer: ['policies'],
  device: [],
  resident: [],
  rule: [],
}

/** What a source of this kind may state when nothing else was agreed: the facts it supplies and the records it makes. */
export function ownFields(kind: SourceKind): string[] | null {
  if (kind === 'registry') return null
  return [...statedFields.filter((field) => factCatalogue[field].supplier === kind), ...records[kind]]
}

/** Who a record speaks for; only a registry may speak for others. */
const speakers: Partial<Record<ImportKind, string>> = { visits: 'organization', inspections: 'body', policies: 'insurer', notices: 'organization' }

/**
 * The field of a row, or its kind, that the source may not state; null when it may state all of it. Only a registry may say
 * that somebody verified or confirmed: the others speak for themselves, and a confirmation comes from who gives it.
 */
export function refusedField(source: Source, kind: ImportKind, row: Record<string, unknown>): string | null {
  const may = source.fields
  if (kind !== 'elevators' && may && !may.includes(kind)) return kind
  if (kind === 'elevators' && may) {
    const field = Object.keys((row.fields as object | undefined) ?? {}).find((name) => !may.includes(name))
    if (field) return field
  }
  if (source.kind === 'registry') return null
  const speaker = speakers[kind]
  if (speaker && (row[speaker] ?? source.name) !== source.name) return speaker
  return ['verified', 'confirmedBy', 'confirmedOn'].find((name) => (row[name] ?? null) !== null) ?? null
}
