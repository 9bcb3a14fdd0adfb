import { Type, type Static, type TSchema } from 'typebox'
import { Conclusion, Facts, VisitKind } from './elevator.ts'
import { Day, Moment, SourceKind } from './fact.ts'

/** What may be imported; each kind has its own row. */
export const ImportKind = Type.Enum(['organizations', 'elevators', 'visits', 'inspections', 'policies', 'checks', 'notices'])
export type ImportKind = Static<typeof ImportKind>

const Ref = Type.String({ minLength: 1, maxLength: 100, description: "The source's own number of this row; stays the same for ever" })
const Word = Type.String({ minLength: 1, maxLength: 200 })
const Line = Type.String({ minLength: 1, maxLength: 500 })
const maybe = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]))

/** Facts that come from records or rules and so cannot be stated. */
const derived = ['lastVisit', 'lastInspection', 'lastTest', 'policy'] as const
export type StatedField = Exclude<keyof Facts, (typeof derived)[number]>

export type ElevatorFields = {
  [F in Exclude<StatedField, 'useUnit' | 'maintenanceUnit' | 'safetyOfficer'>]?: Facts[F]['value']
} & { useUnit?: string | null; maintenanceUnit?: string | null; safetyOfficer?: { name: string; phone: string | null } | null }

const stated = Object.entries(Facts.properties).filter(([field]) => !derived.some((name) => name === field))
export const statedFields = stated.map(([field]) => field) as StatedField[]

/** What a telephone takes: digits, hidden ones too, and what people write between them; 转 and 分机 before an extension. */
const Phone = Type.String({
  minLength: 3,
  maxLength: 40,
  pattern: '^[+＋()（）/.,;:、，；：#转分机extEXT \\-－–—]*([0-9０-９*＊][+＋()（）/.,;:、，；：#转分机extEXT \\-－–—]*){3,}$',
})

/** The catalogue of 2014 (domain/category.ts). */
const Category = Type.Enum([
  '3000', '3100', '3110', '3120', '3130', '3200', '3210', '3220', '3300', '3310', '3320', '3400', '3410', '3420', '3430',
])
const between = (minimum: number, maximum: number) => Type.Number({ minimum, maximum })

/** Shapes of stated values; numbers are held to what is built, with room, so that a slip of a digit or a unit shows. */
const own: Record<string, TSchema> = {
  category: Category,
  manufacturedOn: Type.String({
    pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$',
    description: 'YYYY, YYYY-MM or YYYY-MM-DD',
  }),
  designLifeYears: between(1, 100),
  ratedLoadKg: between(40, 30_000),
  ratedPersons: Type.Integer({ minimum: 1, maximum: 400 }),
  ratedSpeed: between(0.02, 20.5),
  travelM: between(0.3, 700),
  inclination: between(0, 75),
  stepWidthMm: between(250, 1700),
  motorKw: between(0.05, 2000),
  useUnit: Word,
  maintenanceUnit: Word,
  safetyOfficer: Type.Object({ name: Word, phone: Type.Union([Phone, Type.Null()]) }, { additionalProperties: false }),
  location: Type.Object(
    {
      latitude: Type.Number({ minimum: -90, maximum: 90 }),
      longitude: Type.Number({ minimum: -180, maximum: 180 }),
      datum: Type.Literal('WGS-84'),
    },
    { additionalProperties: false },
  ),
}

/** A field that is absent is left as it was; null says the source has withdrawn it. */
export const ElevatorFields = Type.Unsafe<ElevatorFields>(
  Type.Object(
    Object.fromEntries(stated.map(([field, fact]) => [
      field,
      own[field] ? Type.Optional(Type.Union([own[field], Type.Null()])) : Type.Optional(fact.properties.value as TSchema),
    ])),
    { additionalProperties: false },
  ),
)

const closed = { additionalProperties: false }
const ElevatorName = Type.String({
  minLength: 1,
  maxLength: 100,
  description: "Which elevator: its code, the source's own ref of it, or a rescue, registration, device or certificate number",
})

export const OrganizationRow = Type.Object(
  {
    ref: Type.Optional(Ref),
    name: Word,
    kinds: Type.Optional(Type.Array(Type.Enum([
      'use-unit', 'maintenance-unit', 'inspection-body', 'insurer', 'manufacturer', 'regulator', 'rescue-centre', 'street-office',
    ]))),
    phone24h: maybe(Phone),
    phoneVerifiedOn: maybe(Day),
    licence: maybe(Word),
  },
  closed,
)
export type OrganizationRow = Static<typeof OrganizationRow>

const RecordAsOf = Type.Optional(Type.Union([Day, Type.Null()], {
  description: 'The day of which the row speaks. A row of an earlier day than the entry of its ref does not correct it',
}))

const perField = <T extends TSchema>(value: T) =>
  Type.Unsafe<{ [F in StatedField]?: Static<T> }>(
    Type.Object(Object.fromEntries(statedFields.map((field) => [field, Type.Optional(value)])), closed),
  )

/** What the source says of one elevator on `asOf`. Without `elevator` the row's `ref` is the elevator, new or known. */
export const ElevatorRow = Type.Object(
  {
    ref: Ref,
    asOf: Day,
    elevator: maybe(ElevatorName),
    buildingRef: maybe(Type.String({ maxLength: 100, description: "The source's own number of the building" })),
    fields: ElevatorFields,
    fieldAsOf: Type.Optional(perField(Day)),
    verified: Type.Optional(perField(Type.Object({ kind: SourceKind, name: Word, on: Type.Union([Day, Type.Null()]) }, closed))),
  },
  closed,
)
export type ElevatorRow = Static<typeof ElevatorRow>

export const VisitRow = Type.Object(
  {
    ref: Ref,
    elevator: ElevatorName,
    asOf: RecordAsOf,
    kind: VisitKind,
    startedAt: Moment,
    endedAt: maybe(Moment),
    itemsDone: maybe(Type.Integer({ minimum: 0, maximum: 1000 })),
    organization: maybe(Word),
    workers: Type.Optional(Type.Array(Word, { maxItems: 10 })),
    confirmedBy: maybe(Word),
    confirmedOn: maybe(Day),
  },
  closed,
)
export type VisitRow = Static<typeof VisitRow>

export const InspectionRow = Type.Object(
  {
    ref: Ref,
    elevator: ElevatorName,
    asOf: RecordAsOf,
    kind: Type.Enum(['supervision', 'inspection', 'test']),
    performedOn: Day,
    conclusion: maybe(Conclusion),
    reportNo: maybe(Type.String({ minLength: 1, maxLength: 40 })),
    body: maybe(Word),
    nextInspectionOn: maybe(Day),
    nextTestOn: maybe(Day),
  },
  closed,
)
export type InspectionRow = Static<typeof InspectionRow>

export const PolicyRow = Type.Object(
  {
    ref: Ref,
    elevator: ElevatorName,
    asOf: RecordAsOf,
    insurer: Word,
    number: maybe(Word),
    kind: maybe(Word),
    startsOn: Day,
    endsOn: Day,
    limitCny: maybe(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  },
  closed,
)
export type PolicyRow = Static<typeof PolicyRow>

export const CheckRow = Type.Object(
  {
    ref: Ref,
    elevator: ElevatorName,
    asOf: RecordAsOf,
    kind: Type.Enum(['daily', 'weekly', 'monthly']),
    performedOn: Day,
    result: Type.Enum(['no-risk', 'danger-handled', 'danger-open']),
    note: maybe(Line),
  },
  closed,
)
export type CheckRow = Static<typeof CheckRow>

export const NoticeRow = Type.Object(
  {
    ref: Ref,
    elevator: ElevatorName,
    asOf: RecordAsOf,
    kind: Type.Enum(['sealed', 'stopped', 'planned']),
    startsAt: Moment,
    expectedEnd: maybe(Moment),
    endedAt: maybe(Moment),
    reason: Line,
    organization: Word,
  },
  closed,
)
export type NoticeRow = Static<typeof NoticeRow>

export type ImportRows = {
  organizations: OrganizationRow
  elevators: ElevatorRow
  visits: VisitRow
  inspections: InspectionRow
  policies: PolicyRow
  checks: CheckRow
  notices: NoticeRow
}
export const importRows: { [K in ImportKind]: TSchema } = {
  organizations: OrganizationRow,
  elevators: ElevatorRow,
  visits: VisitRow,
  inspections: InspectionRow,
  policies: PolicyRow,
  checks: CheckRow,
  notices: NoticeRow,
}

export const RowOutcome = Type.Enum(['created', 'updated', 'corrected', 'unchanged', 'duplicate', 'older', 'refused'])
export type RowOutcome = Static<typeof RowOutcome>

export const RefusalReason = Type.Enum([
  'row-unreadable', 'row-invalid', 'field-refused', 'elevator-unknown', 'elevator-ambiguous', 'elevator-elsewhere',
  'ref-differs-in-file', 'write-failed',
])
export type RefusalReason = Static<typeof RefusalReason>

/** A value that was left out while the rest of its row was taken. */
export const RowWarning = Type.Object({ field: Type.String(), value: Type.String(), message: Type.String() })
export type RowWarning = Static<typeof RowWarning>

/** What became of one row: one line of the report and of the NDJSON answer. */
export const RowResult = Type.Object({
  line: Type.Integer({ description: 'Line of the file or body on which the row begins, from 1' }),
  kind: ImportKind,
  ref: Type.Union([Type.String(), Type.Null()]),
  outcome: RowOutcome,
  code: Type.Optional(Type.String({ description: "The elevator's code" })),
  reason: Type.Optional(RefusalReason),
  message: Type.Optional(Type.String()),
  warnings: Type.Optional(Type.Array(RowWarning)),
})
export type RowResult = Static<typeof RowResult>

export const ImportSummary = Type.Object({
  dryRun: Type.Boolean(),
  rows: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer()), { description: 'kind → outcome → rows' }),
  warnings: Type.Integer(),
  seconds: Type.Number(),
  refused: Type.Array(RowResult, { description: 'The first refusals, at most 100' }),
})
export type ImportSummary = Static<typeof ImportSummary>
