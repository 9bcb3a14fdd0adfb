import { Type, type Static } from 'typebox'
import { City } from './city.ts'
import { Day, FactOf, Moment, Source } from './fact.ts'

const Text = Type.String({ maxLength: 500 })
const Amount = Type.Number()

export const VisitKind = Type.Enum(['half-month', 'quarter', 'half-year', 'year', 'on-demand'])
export type VisitKind = Static<typeof VisitKind>

export const UnitValue = Type.Object({
  name: Text,
  phone: Type.Union([Text, Type.Null()]),
  phoneVerifiedOn: Type.Union([Day, Type.Null()]),
  licence: Type.Union([Text, Type.Null()]),
})
export type UnitValue = Static<typeof UnitValue>

/** A person is named by the family name and a mask: 陈*. */
export const PersonValue = Type.Object({ name: Text, phone: Type.Union([Text, Type.Null()]) })
export type PersonValue = Static<typeof PersonValue>

export const VisitValue = Type.Object({
  kind: VisitKind,
  startedAt: Moment,
  endedAt: Type.Union([Moment, Type.Null()]),
  itemsDone: Type.Union([Type.Integer(), Type.Null()]),
  workers: Type.Array(Text),
})
export type VisitValue = Static<typeof VisitValue>

export const Conclusion = Type.Enum([
  'passed', 'failed', 'passed-on-reinspection', 'failed-on-reinspection', 'meets', 'does-not-meet',
])
export type Conclusion = Static<typeof Conclusion>

export const InspectionValue = Type.Object({
  performedOn: Day,
  conclusion: Type.Union([Conclusion, Type.Null()]),
  reportNo: Type.Union([Text, Type.Null()]),
  nextInspectionOn: Type.Union([Day, Type.Null()]),
  nextTestOn: Type.Union([Day, Type.Null()]),
})
export type InspectionValue = Static<typeof InspectionValue>

export const PolicyValue = Type.Object({
  insurer: Text,
  number: Type.Union([Text, Type.Null()]),
  kind: Type.Union([Text, Type.Null()]),
  startsOn: Day,
  endsOn: Day,
  limitCny: Type.Union([Type.Integer(), Type.Null()]),
})
export type PolicyValue = Static<typeof PolicyValue>

/** What may be said of an elevator. Units: kg, m/s, m, mm, kW, degrees, years. Keys equal domain/fact-catalogue.ts. */
export const Facts = Type.Object({
  district: FactOf(Text),
  estate: FactOf(Text),
  address: FactOf(Text),
  building: FactOf(Text),
  car: FactOf(Text),
  carMark: FactOf(Text),
  ownNumber: FactOf(Text),
  rescueCode: FactOf(Text),
  registrationCode: FactOf(Text),
  deviceCode: FactOf(Text),
  useCertificate: FactOf(Text),
  sourceNumber: FactOf(Text),
  category: FactOf(Text),
  categoryText: FactOf(Text),
  useStatus: FactOf(Type.Enum(['in-use', 'out-of-use', 'scrapped'])),
  manufacturer: FactOf(Text),
  model: FactOf(Text),
  factoryNumber: FactOf(Text),
  manufacturedOn: FactOf(Text),
  installer: FactOf(Text),
  installedOn: FactOf(Day),
  inspectionBase: FactOf(Day),
  designLifeYears: FactOf(Amount),
  addedToBuilding: FactOf(Type.Boolean()),
  onDemandMaintenance: FactOf(Text),
  driveMode: FactOf(Text),
  ratedLoadKg: FactOf(Amount),
  ratedPersons: FactOf(Amount),
  ratedSpeed: FactOf(Amount),
  travelM: FactOf(Amount),
  floors: FactOf(Text),
  inclination: FactOf(Amount),
  stepWidthMm: FactOf(Amount),
  motorKw: FactOf(Amount),
  location: FactOf(Type.Object({ latitude: Amount, longitude: Amount, datum: Type.Literal('WGS-84') })),
  carBell: FactOf(Type.Enum(['works', 'no-answer', 'broken'])),
  runningCosts: FactOf(Text),
  useUnit: FactOf(UnitValue),
  maintenanceUnit: FactOf(UnitValue),
  safetyOfficer: FactOf(PersonValue),
  lastVisit: FactOf(VisitValue),
  lastInspection: FactOf(InspectionValue),
  lastTest: FactOf(InspectionValue),
  policy: FactOf(PolicyValue),
})
export type Facts = Static<typeof Facts>

/**
 * The next due dates. Source kind `rule` names the regulation that computes them; a date an inspection body printed on its
 * report comes first and the rule's stands in `others`, in state `contradicting` when they name different months.
 * Missing when neither is there, when the contract sets the visits (on-demand), and where no test is due any more (over 15 years).
 */
export const DueFacts = Type.Object({ nextVisit: FactOf(Day), nextInspection: FactOf(Day), nextTest: FactOf(Day) })
export type DueFacts = Static<typeof DueFacts>

const ExaminationBasis = Type.Object({
  performedOn: Day,
  conclusion: Type.Union([Conclusion, Type.Null()]),
  nextInspectionOn: Type.Union([Day, Type.Null()], { description: 'As printed on the report' }),
  nextTestOn: Type.Union([Day, Type.Null()], { description: 'As printed on the report' }),
  kind: Type.Optional(Type.Enum(['supervision', 'inspection', 'test'])),
  body: Type.Optional(Type.Union([Text, Type.Null()], { description: 'The organization whose report it is' })),
})

/** Everything the rules need to say whether the elevator is fit to ride; kept by the phone to judge again offline. */
export const RideBasis = Type.Object({
  category: Type.Union([Text, Type.Null()]),
  useStatus: Type.Union([Text, Type.Null()]),
  inspectionBase: Type.Union([Day, Type.Null()]),
  outOfUseSince: Type.Union([Day, Type.Null()]),
  restart: Type.Optional(
    Type.Union([
      Type.Object({ outOfUseSince: Day, inspectedOn: Type.Union([Day, Type.Null()]), backInUseOn: Day }),
      Type.Null(),
    ], { description: 'The last return to use, with the first inspection since it stood still' }),
  ),
  onDemandMaintenance: Type.Boolean(),
  lastInspection: Type.Union([ExaminationBasis, Type.Null()], { description: 'Newest supervision or periodic inspection' }),
  lastTest: Type.Union([ExaminationBasis, Type.Null()], { description: 'Newest test' }),
  lastVisits: Type.Array(Type.Object({ kind: VisitKind, on: Day }), { description: 'The newest visit of each kind' }),
  visitOpenSince: Type.Union([Moment, Type.Null()]),
  notices: Type.Array(
    Type.Object({
      kind: Type.Enum(['sealed', 'stopped', 'planned']),
      startsAt: Moment,
      expectedEnd: Type.Union([Moment, Type.Null()]),
      reason: Text,
      organization: Text,
    }),
    { description: 'Stops that are on or ahead, not ended, earliest first' },
  ),
  rescueSince: Type.Union([Moment, Type.Null()]),
  safetyReports: Type.Integer({ minimum: 0, description: 'Open reports of a serious category' }),
})
export type RideBasis = Static<typeof RideBasis>

export const RideState = Type.Enum(['rescue', 'stopped', 'serviced', 'care', 'unknown', 'fit'])
export type RideState = Static<typeof RideState>

export const RideReasonKind = Type.Enum([
  'rescue-under-way', 'sealed', 'stopped', 'registered-out-of-use', 'inspection-failed', 'visit-open', 'planned-stop-on',
  'test-failed', 'inspection-overdue', 'test-overdue', 'maintenance-overdue', 'safety-report-open',
  'no-rule-set', 'no-inspection-base', 'no-inspection-record', 'no-inspection-conclusion', 'no-test-record',
  'no-test-conclusion', 'no-visit-record', 'no-use-status',
  'inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report',
])
export type RideReasonKind = Static<typeof RideReasonKind>

/** Fit to ride 能否乘用: the worst state wins, the reasons are its sentences, worst first. */
export const Ride = Type.Object({
  state: RideState,
  reasons: Type.Array(
    Type.Object({
      kind: RideReasonKind,
      state: RideState,
      on: Type.Union([Day, Moment, Type.Null()], { description: 'Since when, or the date of the record' }),
      until: Type.Union([Day, Moment, Type.Null()], { description: 'Expected end, or the next due date' }),
      text: Type.Union([Text, Type.Null()], { description: 'The reason as its author wrote it' }),
      organization: Type.Union([Text, Type.Null()]),
    }),
  ),
})
export type Ride = Static<typeof Ride>

export const TimelineKind = Type.Enum(['visit', 'inspection', 'policy', 'check', 'notice', 'correction'])
export type TimelineKind = Static<typeof TimelineKind>

/** One stop of the history rail 经历, newest first. `detail` holds codes and values, never free text of a person. */
export const TimelineItem = Type.Object({
  kind: TimelineKind,
  type: Type.String({ description: 'The kind within the kind: half-month, test, daily, sealed …' }),
  at: Type.String({ description: 'Day or moment' }),
  source: Source,
  corrected: Type.Boolean({ description: 'This entry corrects an earlier one, which stays on record' }),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
})
export type TimelineItem = Static<typeof TimelineItem>

export const Timeline = Type.Object({
  items: Type.Array(TimelineItem),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page, null at the end' }),
})
export type Timeline = Static<typeof Timeline>

/** Everything a scan answers. */
export const ElevatorPage = Type.Object({
  code: Type.String(),
  demo: Type.Boolean(),
  city: City,
  facts: Facts,
  basis: RideBasis,
  timeline: Timeline,
  due: DueFacts,
  ride: Ride,
})
export type ElevatorPage = Static<typeof ElevatorPage>

/** One line that names an elevator in search results and among the other cars here. */
export const ElevatorLine = Type.Object({
  code: Type.String(),
  city: Type.String({ description: 'City key' }),
  place: Type.String({ description: 'District and estate' }),
  title: Type.String({ description: 'Building and car' }),
  car: Type.String(),
})
export type ElevatorLine = Static<typeof ElevatorLine>

export const ElevatorSearch = Type.Object({
  items: Type.Array(ElevatorLine),
  next: Type.Union([Type.String(), Type.Null()]),
})
export type ElevatorSearch = Static<typeof ElevatorSearch>

/** The other cars of the same building, each with its answer to "fit to ride". */
export const Neighbours = Type.Object({
  items: Type.Array(Type.Intersect([ElevatorLine, Type.Object({ ride: RideState })])),
})
export type Neighbours = Static<typeof Neighbours>
