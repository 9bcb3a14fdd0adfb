import { Type, type Static, type TSchema } from 'typebox'

/** Who says so. The seal shown under every public fact: 登 检 维 物 保 器 民 规. */
export const SourceKind = Type.Enum([
  'registry', 'inspection', 'maintenance', 'property', 'insurer', 'device', 'resident', 'rule',
])
export type SourceKind = Static<typeof SourceKind>

export const Day = Type.String({ format: 'date', description: 'A calendar day in the city, YYYY-MM-DD' })
export const Moment = Type.String({ format: 'date-time', description: 'An instant, RFC 3339 with offset' })

export const Source = Type.Object({ kind: SourceKind, name: Type.String() })
export type Source = Static<typeof Source>

export const Verification = Type.Object({ kind: SourceKind, name: Type.String(), on: Type.Union([Day, Type.Null()]) })

export const FactState = Type.Enum(['known', 'stale', 'contradicting', 'missing'])
export type FactState = Static<typeof FactState>

/**
 * A public value with its provenance 事实. `value`, `source` and `asOf` are null exactly when `state` is `missing`.
 * `others` holds what other sources say; in state `contradicting` at least one differs and none is preferred.
 */
export const FactOf = <T extends TSchema>(value: T) =>
  Type.Object({
    value: Type.Union([value, Type.Null()]),
    state: FactState,
    source: Type.Union([Source, Type.Null()]),
    asOf: Type.Union([Day, Type.Null()]),
    verifiedBy: Type.Union([Verification, Type.Null()]),
    others: Type.Array(Type.Object({ value, source: Source, asOf: Day })),
  })

export type Fact<T> = {
  value: T | null
  state: FactState
  source: Source | null
  asOf: string | null
  verifiedBy: { kind: SourceKind; name: string; on: string | null } | null
  others: { value: T; source: Source; asOf: string }[]
}
