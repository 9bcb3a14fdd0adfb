import { Compile } from 'typebox/compile'
import { importRows, type ImportKind } from '@tima/contract/import.ts'
import { aliasValue, isDeviceCode, isRescueCode } from '@tima/domain/identifiers.ts'

export type Fault = { path: string; message: string }

const checks = new Map(Object.entries(importRows).map(([kind, schema]) => [kind, Compile(schema)]))

/** What keeps `row` from being a row of `kind`; none when it is one. */
export function rowFaults(kind: ImportKind, row: unknown): Fault[] {
  const check = checks.get(kind)!
  const told = row !== null && typeof row === 'object' ? row as Record<string, unknown> : {}
  const more = [...futureFaults(told), ...numberFaults(told)]
  if (check.Check(row)) return more
  // "schema is false" repeats what additionalProperties says by name; that a value is not null tells nothing of it
  const errors = check.Errors(row).filter(({ keyword, params }) =>
    keyword !== 'boolean' && keyword !== 'anyOf' && (params as { type?: unknown }).type !== 'null')
  const faults = errors.flatMap((error): Fault[] => {
    const params = (error.params as { additionalProperties?: unknown; requiredProperties?: unknown; allowedValues?: unknown })
    if (Array.isArray(params.additionalProperties)) {
      return params.additionalProperties.map((name) => ({ path: `${error.instancePath}/${String(name)}`, message: 'is not known here' }))
    }
    if (Array.isArray(params.requiredProperties)) {
      return params.requiredProperties.map((name) => ({ path: `${error.instancePath}/${String(name)}`, message: 'is missing' }))
    }
    const message = Array.isArray(params.allowedValues) ? `is none of ${params.allowedValues.join(', ')}` : error.message
    return [{ path: error.instancePath, message }]
  })
  return faults.length ? [...faults, ...more] : [{ path: '', message: 'is not a row of this kind' }]
}

/** What a row reports has happened; a day is over for no city more than 24 hours after it began in UTC. */
const happened = ['asOf', 'performedOn', 'startedAt', 'endedAt', 'confirmedOn']

/** A date that has not come yet is a slip of the pen: it would hide every true record before it. */
function futureFaults(row: Record<string, unknown>): Fault[] {
  const latest = Date.now() + 86_400_000
  return happened.filter((name) => typeof row[name] === 'string' && Date.parse(row[name]) > latest)
    .map((name) => ({ path: `/${name}`, message: 'is in the future' }))
}

/** Numbers that name an elevator, in any of the spellings that domain/identifiers.ts takes for the same. */
const numbers: [field: string, is: (text: string) => boolean, message: string][] = [
  ['rescueCode', isRescueCode, 'is not a rescue code: six digits'],
  ['registrationCode', (text) => /^3\d{19}$/.test(aliasValue(text)), 'is not a registration code: twenty digits, the first a 3'],
  ['deviceCode', isDeviceCode, 'is not a device code: 17 to 20 characters, the first a 3'],
]

function numberFaults({ fields }: Record<string, unknown>): Fault[] {
  if (!fields) return []
  const said = fields as Record<string, unknown>
  return numbers.filter(([field, is]) => typeof said[field] === 'string' && !is(said[field]))
    .map(([field, , message]) => ({ path: `/fields/${field}`, message }))
}
