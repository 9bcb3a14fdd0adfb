import { Compile } from 'typebox/compile'
import { importRows, type ImportKind } from '@tima/contract/import.ts'

export type Fault = { path: string; message: string }

const checks = new Map(Object.entries(importRows).map(([kind, schema]) => [kind, Compile(schema)]))

/** What keeps `row` from being a row of `kind`; none when it is one. */
export function rowFaults(kind: ImportKind, row: unknown): Fault[] {
  const check = checks.get(kind)!
  if (check.Check(row)) return futureFaults(row as Record<string, unknown>)
  // "schema is false" repeats what additionalProperties says by name
  const errors = check.Errors(row).filter(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf')
  const faults = errors.flatMap((error): Fault[] => {
    const more = (error.params as { additionalProperties?: unknown; requiredProperties?: unknown })
    if (Array.isArray(more.additionalProperties)) {
      return more.additionalProperties.map((name) => ({ path: `${error.instancePath}/${String(name)}`, message: 'is not known here' }))
    }
    if (Array.isArray(more.requiredProperties)) {
      return more.requiredProperties.map((name) => ({ path: `${error.instancePath}/${String(name)}`, message: 'is missing' }))
    }
    return [{ path: error.instancePath, message: error.message }]
  })
  return faults.length ? faults : [{ path: '', message: 'is not a row of this kind' }]
}

/** What a row reports has happened; a day is over for no city more than 24 hours after it began in UTC. */
const happened = ['asOf', 'performedOn', 'startedAt', 'endedAt', 'confirmedOn']

/** A date that has not come yet is a slip of the pen: it would hide every true record before it. */
function futureFaults(row: Record<string, unknown>): Fault[] {
  const latest = Date.now() + 86_400_000
  return happened.filter((name) => typeof row[name] === 'string' && Date.parse(row[name]) > latest)
    .map((name) => ({ path: `/${name}`, message: 'is in the future' }))
}
