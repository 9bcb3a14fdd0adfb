import { hasFailed, type Examination, type RideBasis, type RuleSet } from './basis.ts'
import { addMonths, endOfMonth, lastDay, monthCount, type Day } from './day.ts'

/** Periodic inspection 定期检验 by an inspection body, or the user's yearly test 自行检测; each year has one of the two. */
export type ExaminationKind = 'inspection' | 'test'

// Bounds the search on absurd dates; no elevator is this old.
const YEARS = 200

/**
 * Which of the two the n-th year after the base needs: TSG T7001-2023 (1) and (2), T7008-2023 for the years between.
 */
export const kindOfYear = (n: number, ruleSet: RuleSet): ExaminationKind =>
  n > ruleSet.inspectionEveryYearAfter || ruleSet.inspectionYears.includes(n) ? 'inspection' : 'test'

/** The next year after the n-th that needs this kind; YEARS when none does. */
function nextYear(kind: ExaminationKind, n: number, ruleSet: RuleSet): number {
  do n += 1
  while (n < YEARS && kindOfYear(n, ruleSet) !== kind)
  return n
}

/** Standing still for more than a year: TSG T7001-2023 (4) asks for an inspection before the elevator runs again. */
export const needsInspectionBeforeRestart = (outOfUseSince: Day, day: Day): boolean =>
  day > addMonths(outOfUseSince, 12)

/**
 * The month (as monthCount) of the n-th year's examination. The rule names a month (所在月份), so its last day is still in
 * time. `month` is a day in the month that counts: that of the base, or of the inspection before a restart; the years
 * are counted from the base.
 */
function dueMonth(n: number, base: Day, month: Day): number {
  const ahead = (monthCount(base) - monthCount(month)) % 12
  return monthCount(base) + 12 * n - (ahead < 0 ? ahead + 12 : ahead)
}

/** The last day in time of the n-th year's examination; see dueMonth. */
export const dueOfYear = (n: number, base: Day, month: Day = base): Day => lastDay(dueMonth(n, base, month))

/** By how many months an examination may be early without moving the next: 2 an inspection, 1 a test. */
const earlyMonths = (kind: ExaminationKind, ruleSet: RuleSet | null): number =>
  ruleSet ? (kind === 'inspection' ? ruleSet.inspectionEarlyMonths : ruleSet.testEarlyMonths) : 0

/** The restart after more than a year, with its inspection where one is on record. */
function longRestart(basis: RideBasis): { inspectedOn: Day | null; backInUseOn: Day } | null {
  const { restart, lastInspection } = basis
  if (!restart || !needsInspectionBeforeRestart(restart.outOfUseSince, restart.backInUseOn)) return null
  const since =
    lastInspection && lastInspection.performedOn >= restart.outOfUseSince ? lastInspection.performedOn : null
  return { inspectedOn: restart.inspectedOn ?? since, backInUseOn: restart.backInUseOn }
}

/**
 * `due`: the first examination no record covers. `upcoming`: the same, or the next from today where nothing is on
 * record.
 */
export type RuleDue = { due: Day; upcoming: Day; from: Day }

/**
 * What the rule computes; null without a base, without an examination of this kind ahead, and while the elevator
 * stands still for more than a year. A record covers the years whose examination was open by then, so early and late
 * ones move nothing; a failed one leaves its own year open. A supervision inspection 监督检验 after a major repair stands
 * for the inspection of its year (T7001-2023 (3)), an inspection for the tests due by its month.
 */
export function ruleDue(kind: ExaminationKind, basis: RideBasis, ruleSet: RuleSet, today: Day): RuleDue | null {
  const { inspectionBase: base, lastInspection: inspected, lastTest: tested, outOfUseSince } = basis
  if (!base) return null
  if (basis.useStatus === 'out-of-use' && outOfUseSince && needsInspectionBeforeRestart(outOfUseSince, today))
    return null
  const restart = longRestart(basis)
  if (restart && !restart.inspectedOn) {
    const on = restart.backInUseOn
    return kind === 'inspection' ? { due: on, upcoming: on, from: on } : null
  }
  const start = dueMonth(0, base, restart?.inspectedOn ?? base)
  const dueIn = (n: number) => start + 12 * n
  const record = kind === 'inspection' ? inspected : tested
  const recorded = record ? monthCount(record.performedOn) : -Infinity
  const inspectedIn = kind === 'test' && inspected ? monthCount(inspected.performedOn) : -Infinity
  const early = earlyMonths(kind, ruleSet)
  const byRecord = (n: number): boolean =>
    recorded >= dueIn(n) - early || (record?.kind === 'supervision' && recorded > dueIn(n - 1))
  const covered = (n: number): boolean =>
    inspectedIn >= dueIn(n) || byRecord(record && hasFailed(record) ? nextYear(kind, n, ruleSet) : n)
  let n = nextYear(kind, 0, ruleSet)
  while (n < YEARS && covered(n)) n = nextYear(kind, n, ruleSet)
  if (n >= YEARS) return null
  const due = lastDay(dueIn(n))
  while (!record && n < YEARS && dueIn(n) < monthCount(today)) n = nextYear(kind, n, ruleSet)
  const upcoming = n < YEARS ? lastDay(dueIn(n)) : due
  const last = newer(record, kind === 'test' ? inspected : null)?.performedOn
  return { due, upcoming, from: last && last > base ? last : base }
}

const newer = (one: Examination | null, other: Examination | null): Examination | null =>
  one && other ? (one.performedOn >= other.performedOn ? one : other) : (one ?? other)

/** The longest time the rules leave between two examinations of a kind, early months included. */
function longestMonths(kind: ExaminationKind, ruleSet: RuleSet): number {
  let years = 1
  for (let n = 0, next = 0; n < ruleSet.inspectionEveryYearAfter; n = next) {
    next = nextYear(kind, n, ruleSet)
    if (next < YEARS) years = Math.max(years, next - n)
  }
  return 12 * years + earlyMonths(kind, ruleSet)
}

/**
 * The next date as an inspection body printed it, from the newest report that has one: both dates stand on both
 * reports. Not a date that a later record has met, nor, where rules are known, one farther off than any rule gives: a
 * test report, which a maintenance unit may write, cannot put off the inspection.
 */
export function printedDue(
  kind: ExaminationKind,
  basis: RideBasis,
  ruleSet: RuleSet | null,
): { on: Day; report: Examination } | null {
  const { lastInspection, lastTest } = basis
  const record = kind === 'inspection' ? lastInspection : lastTest
  const first = newer(lastInspection, lastTest)
  for (const report of first === lastTest ? [lastTest, lastInspection] : [lastInspection, lastTest]) {
    const on = report && (kind === 'inspection' ? report.nextInspectionOn : report.nextTestOn)
    if (!report || !on || hasFailed(report) || on <= report.performedOn) continue
    if (record && !hasFailed(record) && monthCount(record.performedOn) >= monthCount(on) - earlyMonths(kind, ruleSet))
      continue
    if (kind === 'test' && lastInspection && endOfMonth(on) <= lastInspection.performedOn) continue
    const since = kind === 'inspection' && lastInspection ? lastInspection : report
    if (ruleSet && on > endOfMonth(since.performedOn, longestMonths(kind, ruleSet))) continue
    return { on, report }
  }
  return null
}
