import { hash } from 'node:crypto'

/** JSON with the keys of every object in order, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

/** Tells one content of a row from another; null and absent are the same. */
export function fingerprint(value: Record<string, unknown>): string {
  const said = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))
  return hash('sha256', canonical(said), 'base64url').slice(0, 27)
}

/** Tells two values made by the same steps apart; quicker than a fingerprint, and true for this run only. */
export const contentHash = (value: unknown): string => hash('sha1', JSON.stringify(value), 'base64url')
