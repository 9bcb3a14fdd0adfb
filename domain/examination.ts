import { hasFailed, type Examination, type RideBasis, type RuleSet } from './basis.ts'
import { addMonths, endOfMonth, monthsPastAnniversary, startOfMonth, type Day } from './day.ts'

/** Periodic inspection 定期检验 by an inspection body, or the user's yearly test 自行检测; each year has one of the two. */
export type ExaminationKind = 'inspection' | 'test'

// Bounds the search on absurd dates; no elevator is this old.
const YEARS = 200

/** Which of the two the n-th year after the base needs: TSG T7001-2023 (1) and (2), T7008-2023 for the years between. */
export const kindOfYear = (n: number, ruleSet: RuleSet): ExaminationKind =>
  n > ruleSet.inspectionEveryYearAfter || ruleSet.inspectionYears.includes(n) ? 'inspection' : 'test'

/** The next year after the n-th that needs this kind; YEARS when none does. */
function nextYear(kind: ExaminationKind, n: number, ruleSet: RuleSet): number {
  do n += 1
  while (n < YEARS && kindOfYear(n, ruleSet) !== kind)
  return n
}

/** Standing still for more than a year: TSG T7001-2023 (4) asks for an inspection before the elevator runs again. */
export const needsInspectionBeforeRestart = (outOfUseSince: Day, day: Day): boolean => day > addMonths(outOfUseSince, 12)

/**
 * The last day of the n-th year's examination. The rule names the month (所在月份), so the whole month is in time. `month` is
 * a day in the month that counts: that of the base, or of the inspection before a restart; the years are counted from the base.
 */
export function dueOfYear(n: number, base: Day, month: Day = base): Day {
  const ahead = monthsPastAnniversary(month, base)
  return endOfMonth(base, 12 * n - ahead)
}

/** First day of the months in which an examination may be done early without moving the next: 2 inspection, 1 test. */
const opens = (due: Day, earlyMonths: number): Day => startOfMonth(due, -earlyMonths)

const earlyMonths = (kind: ExaminationKind, ruleSet: RuleSet | null): number =>
  ruleSet ? (kind === 'inspection' ? ruleSet.inspectionEarlyMonths : ruleSet.testEarlyMonths) : 0

/** The restart after more than a year, with its inspection where one is on record. */
function longRestart(basis: RideBasis): { inspectedOn: Day | null; backInUseOn: Day } | null {
  const { restart, lastInspection } = basis
  if (!restart || !needsInspectionBeforeRestart(restart.outOfUseSince, restart.backInUseOn)) return null
  const since = lastInspection && lastInspection.performedOn >= restart.outOfUseSince ? lastInspection.performedOn : null
  return { inspectedOn: restart.inspectedOn ?? since, backInUseOn: restart.backInUseOn }
}

/** `due`: the first examination no record covers. `upcoming`: the same, or the next from today where nothing is on record. */
export type RuleDue = { due: Day; upcoming: Day; from: Day }

/**
 * What the rule computes; null without a base, without an examination of this kind ahead, and while the elevator stands still
 * for more than a year. A record covers the years whose examination was open by then, so early and late ones move nothing; a
 * failed one leaves its own year open. A supervision inspection 监督检验 after a major repair stands for the inspection of its
 * year (T7001-2023 (3)), an inspection for the tests that were due before it.
 */
export function ruleDue(kind: ExaminationKind, basis: RideBasis, ruleSet: RuleSet, today: Day): RuleDue | null {
  const { inspectionBase: base, lastInspection: inspected, lastTest: tested, outOfUseSince } = basis
  if (!base) return null
  if (basis.useStatus === 'out-of-use' && outOfUseSince && needsInspectionBeforeRestart(outOfUseSince, today)) return null
  const restart = longRestart(basis)
  if (restart && !restart.inspectedOn) {
    const on = restart.backInUseOn
    return kind === 'inspection' ? { due: on, upcoming: on, from: on } : null
  }
  const dueIn = (n: number) => dueOfYear(n, base, restart?.inspectedOn ?? base)
  const record = kind === 'inspection' ? inspected : tested
  const byRecord = (n: number): boolean =>
    record !== null &&
    (record.performedOn >= opens(dueIn(n), earlyMonths(kind, ruleSet)) ||
      (record.kind === 'supervision' && record.performedOn > dueIn(n - 1)))
  const covered = (n: number): boolean =>
    (kind === 'test' && inspected !== null && dueIn(n) <= inspected.performedOn) ||
    byRecord(record && hasFailed(record) ? nextYear(kind, n, ruleSet) : n)
  let n = nextYear(kind, 0, ruleSet)
  while (n < YEARS && covered(n)) n = nextYear(kind, n, ruleSet)
  if (n >= YEARS) return null
  const due = dueIn(n)
  while (!record && n < YEARS && dueIn(n) < today) n = nextYear(kind, n, ruleSet)
  const upcoming = n < YEARS ? dueIn(n) : due
  const last = newer(record, kind === 'test' ? inspected : null)?.performedOn
  return { due, upcoming, from: last && last > base ? last : base }
}

const newer = (one: Examination | null, other: Examination | null): Examination | null =>
  one && other ? (one.performedOn >= other.performedOn ? one : other) : (one ?? other)

/** The longest time between two inspections of the rule set, early months included. */
const longestMonths = (ruleSet: RuleSet): number =>
  12 * Math.max(...ruleSet.inspectionYears.map((year, i) => year - (ruleSet.inspectionYears[i - 1] ?? 0))) +
  ruleSet.inspectionEarlyMonths

/**
 * The next date as an inspection body printed it, from the newest report that has one: both dates stand on both reports.
 * Not a date that a later record has met, nor, where rules are known, one farther off than any rule gives.
 */
export function printedDue(
  kind: ExaminationKind, basis: RideBasis, ruleSet: RuleSet | null,
): { on: Day; report: Examination } | null {
  const { lastInspection, lastTest } = basis
  const record = kind === 'inspection' ? lastInspection : lastTest
  const first = newer(lastInspection, lastTest)
  for (const report of first === lastTest ? [lastTest, lastInspection] : [lastInspection, lastTest]) {
    const on = report && (kind === 'inspection' ? report.nextInspectionOn : report.nextTestOn)
    if (!report || !on || hasFailed(report) || on <= report.performedOn) continue
    if (record && !hasFailed(record) && record.performedOn >= opens(on, earlyMonths(kind, ruleSet))) continue
    if (kind === 'test' && lastInspection && endOfMonth(on) <= lastInspection.performedOn) continue
    if (ruleSet && on > endOfMonth(report.performedOn, longestMonths(ruleSet))) continue
    return { on, report }
  }
  return null
}
