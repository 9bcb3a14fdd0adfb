import type { ElevatorRow } from '@tima/contract/import.ts'
import { canonical } from './canonical.ts'

/** What one source says of one elevator, as the table keeps it. Organizations are ids by now. */
export type Said = {
  fields: Record<string, unknown>
  asOf: string
  fieldAsOf: Record<string, string>
  verified: Record<string, unknown>
}
export type Changes = Record<string, { from: unknown; to: unknown }>

type News = Pick<ElevatorRow, 'asOf' | 'fieldAsOf' | 'verified'> & { fields: Record<string, unknown> }

/**
 * Puts `news` over what the source said before. A field absent from `news` stays with its own date, null withdraws it, and
 * a field on record with a later date is not overwritten by an older file.
 */
export function overlay(before: Said | null, news: News): { said: Said; changes: Changes; outcome: 'created' | 'updated' | 'unchanged' | 'older' } {
  const dates = new Map<string, string>()
  const fields: Record<string, unknown> = { ...before?.fields }
  const verified: Record<string, unknown> = { ...before?.verified }
  for (const field of Object.keys(fields)) dates.set(field, before!.fieldAsOf[field] ?? before!.asOf)

  const changes: Changes = {}
  let older = 0
  let taken = 0
  for (const [field, value] of Object.entries(news.fields)) {
    const on = news.fieldAsOf?.[field as keyof ElevatorRow['fields']] ?? news.asOf
    const was = fields[field] ?? null
    if (value === null && was === null) continue
    if ((dates.get(field) ?? '') > on) {
      older += 1
      continue
    }
    taken += 1
    const same = was === value || (typeof was === 'object' && typeof value === 'object' && canonical(was) === canonical(value))
    if (!same && before) changes[field] = { from: was, to: value }
    if (!same) delete verified[field]
    const proof = news.verified?.[field as keyof ElevatorRow['fields']]
    if (proof) verified[field] = proof
    if (value === null) {
      delete fields[field]
      dates.delete(field)
    } else {
      fields[field] = value
      dates.set(field, on)
    }
  }

  const asOf = before && before.asOf > news.asOf ? before.asOf : news.asOf
  const fieldAsOf = Object.fromEntries([...dates].filter(([, on]) => on !== asOf))
  const said = { fields, asOf, fieldAsOf, verified }
  if (!before) return { said, changes, outcome: 'created' }
  if (older > 0 && taken === 0) return { said: before, changes: {}, outcome: 'older' }
  return { said, changes, outcome: canonical(said) === canonical(before) ? 'unchanged' : 'updated' }
}
