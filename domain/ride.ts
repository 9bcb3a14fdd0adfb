import { believed, hasFailed, type Notice, type RideBasis, type RuleSet } from './basis.ts'
import { addDays, endOfMonth, seconds, type Day } from './day.ts'
import { printedDue, ruleDue, type ExaminationKind } from './examination.ts'
import { lastVisitOn, visitDue } from './maintenance.ts'

export type RideState = 'rescue' | 'stopped' | 'serviced' | 'care' | 'unknown' | 'fit'

/** Every reason and the state it puts an elevator in, worst first. */
const stateOf = {
  'rescue-under-way': 'rescue',
  sealed: 'stopped',
  stopped: 'stopped',
  'registered-out-of-use': 'stopped',
  'inspection-failed': 'stopped',
  'visit-open': 'serviced',
  'planned-stop-on': 'serviced',
  'test-failed': 'care',
  'inspection-overdue': 'care',
  'test-overdue': 'care',
  'maintenance-overdue': 'care',
  'safety-report-open': 'care',
  'no-rule-set': 'unknown',
  'no-inspection-base': 'unknown',
  'no-inspection-record': 'unknown',
  'no-inspection-conclusion': 'unknown',
  'no-test-record': 'unknown',
  'no-test-conclusion': 'unknown',
  'no-visit-record': 'unknown',
  'no-use-status': 'unknown',
  'inspection-in-date': 'fit',
  'test-in-date': 'fit',
  'maintenance-in-date': 'fit',
  'no-safety-report': 'fit',
} as const satisfies Record<string, RideState>

export type RideReasonKind = keyof typeof stateOf
export type RideReason = {
  kind: RideReasonKind
  state: RideState
  on: string | null
  until: string | null
  text: string | null
  organization: string | null
}
export type Ride = { state: RideState; reasons: RideReason[] }

/** `today` is the day in the elevator's city, `moment` the same instant in RFC 3339. */
export type Now = { today: Day; moment: string }

const worstFirst = Object.keys(stateOf)

const because = (
  kind: RideReasonKind,
  on: string | null = null,
  until: string | null = null,
  notice?: Notice,
): RideReason => ({
  kind,
  state: stateOf[kind],
  on,
  until,
  text: notice?.reason ?? null,
  organization: notice?.organization ?? null,
})

// A visit of more than a day is a check-out that was forgotten.
const OPEN_VISIT_SECONDS = 24 * 3600

/** True from `start` on, and when either moment cannot be read: doubt keeps an elevator stopped. */
const hasBegun = (start: string, now: Now): boolean => !(seconds(start) > seconds(now.moment))

function standstill(basis: RideBasis, now: Now): RideReason[] {
  const reasons: RideReason[] = []
  if (basis.rescueSince !== null) reasons.push(because('rescue-under-way', basis.rescueSince))
  for (const notice of basis.notices) {
    if (!hasBegun(notice.startsAt, now)) continue
    reasons.push(
      because(notice.kind === 'planned' ? 'planned-stop-on' : notice.kind, notice.startsAt, notice.expectedEnd, notice),
    )
  }
  const open = basis.visitOpenSince
  if (open !== null && hasBegun(open, now) && !(seconds(now.moment) - seconds(open) > OPEN_VISIT_SECONDS)) {
    reasons.push(because('visit-open', open))
  }
  if (isOutOfUse(basis)) reasons.push(because('registered-out-of-use', basis.outOfUseSince))
  return reasons
}

const isOutOfUse = (basis: RideBasis): boolean => basis.useStatus === 'out-of-use' || basis.useStatus === 'scrapped'

/** What reports say of themselves. An inspection answers for every test before it. */
function conclusions({ lastInspection, lastTest }: RideBasis): RideReason[] {
  const reasons: RideReason[] = []
  if (lastInspection && hasFailed(lastInspection))
    reasons.push(because('inspection-failed', lastInspection.performedOn))
  if (lastInspection?.conclusion === null) reasons.push(because('no-inspection-conclusion', lastInspection.performedOn))
  if (lastTest && !(lastInspection && lastInspection.performedOn > lastTest.performedOn)) {
    if (hasFailed(lastTest)) reasons.push(because('test-failed', lastTest.performedOn))
    if (lastTest.conclusion === null) reasons.push(because('no-test-conclusion', lastTest.performedOn))
  }
  return reasons
}

/**
 * In date until the end of the month the inspection body printed, else the rule's; without a record a past date is no
 * record.
 */
function examination(kind: ExaminationKind, basis: RideBasis, ruleSet: RuleSet, today: Day): RideReason[] {
  const record = kind === 'inspection' ? basis.lastInspection : basis.lastTest
  const rule = ruleDue(kind, basis, ruleSet, today)
  const printed = kind === 'inspection' && !record ? null : printedDue(kind, basis, ruleSet)
  const reasons: RideReason[] = []
  if (kind === 'inspection' && !rule) reasons.push(because('no-inspection-base'))
  const due = printed ? endOfMonth(printed.on) : (rule?.due ?? null)
  if (kind === 'inspection' && !rule && !record) return [...reasons, because('no-inspection-record')]
  if (due === null) return reasons
  if (today <= due) return [...reasons, because(`${kind}-in-date`, record?.performedOn ?? rule?.from ?? null, due)]
  return [...reasons, record ? because(`${kind}-overdue`, due) : because(`no-${kind}-record`, due)]
}

/** On-demand maintenance has no day rule, but a year without any visit breaks TSG T5002-2017 art. 5(9) all the same. */
function maintenance(basis: RideBasis, ruleSet: RuleSet, today: Day): RideReason {
  const last = lastVisitOn(basis)
  const due = basis.onDemandMaintenance
    ? last && addDays(last, ruleSet.maintenanceDays.year)
    : visitDue(basis, ruleSet)?.on
  if (!last || !due) return because('no-visit-record')
  if (today > due) return because('maintenance-overdue', due)
  return because('maintenance-in-date', last, basis.onDemandMaintenance ? null : due)
}

function byRules(basis: RideBasis, ruleSet: RuleSet | null, today: Day): RideReason[] {
  if (!ruleSet) return [because('no-rule-set')]
  if (isOutOfUse(basis)) return []
  return [
    ...(basis.lastInspection && hasFailed(basis.lastInspection)
      ? []
      : examination('inspection', basis, ruleSet, today)),
    ...examination('test', basis, ruleSet, today),
    maintenance(basis, ruleSet, today),
  ]
}

/**
 * Fit to ride 能否乘用. The worst state wins; the reasons are all that put the elevator in a state other than fit, worst
 * first, or, when it is fit, what makes it so. Missing data is never fit: without a rule set, a use status, a base, or
 * a record that the rules ask for by `now.today`, the answer is unknown at best. `on` is since when (of an overdue or
 * missing record: the day it was due), `until` the expected end or the next due date.
 */
export function fitToRide(basis: RideBasis, ruleSet: RuleSet | null, now: Now): Ride {
  const trusted = believed(basis, now.today)
  const reasons = [
    ...standstill(trusted, now),
    ...conclusions(trusted),
    ...byRules(trusted, ruleSet, now.today),
    because(basis.safetyReports > 0 ? 'safety-report-open' : 'no-safety-report'),
    ...(basis.useStatus === 'in-use' || isOutOfUse(basis) ? [] : [because('no-use-status')]),
  ].sort((a, b) => worstFirst.indexOf(a.kind) - worstFirst.indexOf(b.kind))
  const state = reasons[0]!.state
  return { state, reasons: state === 'fit' ? reasons : reasons.filter((reason) => reason.state !== 'fit') }
}
