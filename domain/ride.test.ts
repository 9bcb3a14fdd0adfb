import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ride as WireRide, RideReasonKind as WireKind } from '@tima/contract/elevator.ts'
import { RideReasonKind, RideState } from '@tima/contract/elevator.ts'
import type { Conclusion, Examination, Notice, RideBasis, RuleSet } from './basis.ts'
import { addDays } from './day.ts'
import { fitToRide, type Now, type Ride } from './ride.ts'
import { basis, now, passed, ruleSet, TODAY } from './sample.test-data.ts'

const notice = (kind: Notice['kind'], rest: Partial<Notice> = {}): Notice => ({
  kind, startsAt: '2026-11-20T08:00:00+08:00', expectedEnd: '2026-11-25T18:00:00+08:00', reason: '更换曳引绳', organization: '青屿物业', ...rest,
})
const kinds = (ride: Ride) => ride.reasons.map(reason => reason.kind)

test('fit, and why', () => {
  const ride: WireRide = fitToRide(basis(), ruleSet, now)
  const none = { text: null, organization: null }
  assert.deepEqual(ride, {
    state: 'fit',
    reasons: [
      { kind: 'inspection-in-date', state: 'fit', on: '2024-05-20', until: '2027-05-31', ...none },
      { kind: 'test-in-date', state: 'fit', on: '2026-05-08', until: '2028-05-31', ...none },
      { kind: 'maintenance-in-date', state: 'fit', on: '2026-11-11', until: '2026-11-26', ...none },
      { kind: 'no-safety-report', state: 'fit', on: null, until: null, ...none },
    ],
  })
})

const table: [string, Partial<RideBasis>, RuleSet | null, WireRide['state'], WireKind[]][] = [
  ['rescue', { rescueSince: '2026-11-21T08:50:00+08:00' }, ruleSet, 'rescue', ['rescue-under-way']],
  ['sealed', { notices: [notice('sealed')] }, ruleSet, 'stopped', ['sealed']],
  ['stopped', { notices: [notice('stopped')] }, ruleSet, 'stopped', ['stopped']],
  ['stopped past its expected end, until someone ends it', { notices: [notice('stopped', { expectedEnd: '2026-11-20T09:00:00+08:00' })] }, ruleSet, 'stopped', ['stopped']],
  ['out of use', { useStatus: 'out-of-use', lastVisits: [] }, ruleSet, 'stopped', ['registered-out-of-use']],
  ['scrapped', { useStatus: 'scrapped' }, ruleSet, 'stopped', ['registered-out-of-use']],
  ['inspection failed', { lastInspection: passed('2026-05-20', { conclusion: 'failed' }) }, ruleSet, 'stopped', ['inspection-failed']],
  ['failed again', { lastInspection: passed('2026-05-20', { conclusion: 'failed-on-reinspection' }) }, ruleSet, 'stopped', ['inspection-failed']],
  ['a test cures no failed inspection', { lastInspection: passed('2024-05-20', { conclusion: 'failed' }) }, ruleSet, 'stopped', ['inspection-failed']],
  ['visit open', { visitOpenSince: '2026-11-21T00:30:00Z' }, ruleSet, 'serviced', ['visit-open']],
  ['visit of yesterday never closed', { visitOpenSince: '2026-11-20T08:00:00+08:00' }, ruleSet, 'fit', ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['planned stop on', { notices: [notice('planned')] }, ruleSet, 'serviced', ['planned-stop-on']],
  ['planned stop begins this second, in another offset', { notices: [notice('planned', { startsAt: '2026-11-21T01:00:00Z' })] }, ruleSet, 'serviced', ['planned-stop-on']],
  ['planned stop ahead', { notices: [notice('planned', { startsAt: '2026-11-21T09:00:01+08:00' })] }, ruleSet, 'fit', ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['a moment nobody can read', { notices: [notice('stopped', { startsAt: 'soon' })] }, ruleSet, 'stopped', ['stopped']],
  ['inspection overdue', { lastInspection: passed('2021-05-20') , lastTest: passed('2026-05-08') }, ruleSet, 'care', ['inspection-overdue']],
  ['test overdue', { lastTest: passed('2025-05-08') }, ruleSet, 'care', ['test-overdue']],
  ['test does not meet', { lastTest: passed('2026-05-08', { conclusion: 'does-not-meet' }) }, ruleSet, 'care', ['test-failed', 'test-overdue']],
  ['but the inspection after it passed', { inspectionBase: '2019-05-17', lastInspection: passed('2026-05-20'), lastTest: passed('2026-05-08', { conclusion: 'does-not-meet' }) }, ruleSet, 'fit', ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['maintenance overdue on day 16', { lastVisits: [{ kind: 'half-month', on: '2026-11-05' }] }, ruleSet, 'care', ['maintenance-overdue']],
  ['a quarter visit overdue', { lastVisits: [{ kind: 'half-month', on: '2026-11-20' }, { kind: 'quarter', on: '2026-08-01' }] }, ruleSet, 'care', ['maintenance-overdue']],
  ['safety reports', { safetyReports: 2 }, ruleSet, 'care', ['safety-report-open']],
  ['all that is overdue, each by itself', { lastInspection: passed('2021-05-20'), lastTest: passed('2022-05-20'), lastVisits: [{ kind: 'year', on: '2024-01-01' }], safetyReports: 1 }, ruleSet, 'care', ['inspection-overdue', 'test-overdue', 'maintenance-overdue', 'safety-report-open']],
  ['no rule set', {}, null, 'unknown', ['no-rule-set']],
  ['no rule set, sealed', { notices: [notice('sealed')] }, null, 'stopped', ['sealed', 'no-rule-set']],
  ['no rule set, rescue', { rescueSince: '2026-11-21T08:50:00+08:00' }, null, 'rescue', ['rescue-under-way', 'no-rule-set']],
  ['no base', { inspectionBase: null }, ruleSet, 'unknown', ['no-inspection-base']],
  ['no base, but both dates printed', { inspectionBase: null, lastInspection: passed('2024-05-20', { nextInspectionOn: '2027-05-31', nextTestOn: '2027-05-31' }) }, ruleSet, 'unknown', ['no-inspection-base']],
  ['no base, the printed date over', { inspectionBase: null, lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-10-01' }) }, ruleSet, 'care', ['inspection-overdue', 'no-inspection-base']],
  ['no inspection', { lastInspection: null }, ruleSet, 'unknown', ['no-inspection-record']],
  ['no inspection and none due yet', { inspectionBase: '2025-11-30', lastInspection: null, lastTest: null }, ruleSet, 'fit', ['inspection-in-date', 'maintenance-in-date', 'no-safety-report'].toSpliced(1, 0, 'test-in-date') as WireKind[]],
  ['no inspection where one was due last month', { inspectionBase: '2025-10-31', lastInspection: null, lastTest: null }, ruleSet, 'unknown', ['no-inspection-record']],
  ['no test though one was due', { lastTest: null }, ruleSet, 'unknown', ['no-test-record']],
  ['no test, over 15 years: none is due', { inspectionBase: '2005-05-17', lastInspection: passed('2026-05-20'), lastTest: null }, ruleSet, 'fit', ['inspection-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['no visit', { lastVisits: [] }, ruleSet, 'unknown', ['no-visit-record']],
  ['no use status', { useStatus: null }, ruleSet, 'unknown', ['no-use-status']],
  ['a use status nobody knows', { useStatus: 'idle' }, ruleSet, 'unknown', ['no-use-status']],
  ['no conclusion', { lastInspection: passed('2024-05-20', { conclusion: null }) }, ruleSet, 'unknown', ['no-inspection-conclusion']],
  ['no conclusion of the test', { lastTest: passed('2026-05-08', { conclusion: null }) }, ruleSet, 'unknown', ['no-test-conclusion']],
  ['records of tomorrow', { lastInspection: passed('2026-11-22'), lastTest: passed('2026-11-22'), lastVisits: [{ kind: 'year', on: '2026-11-22' }] }, ruleSet, 'unknown', ['no-inspection-record', 'no-test-record', 'no-visit-record']],
  ['nothing known at all', { inspectionBase: null, useStatus: null, lastInspection: null, lastTest: null, lastVisits: [] }, ruleSet, 'unknown', ['no-inspection-base', 'no-inspection-record', 'no-visit-record', 'no-use-status']],
  ['on-demand: no day rule', { onDemandMaintenance: true, lastVisits: [{ kind: 'on-demand', on: '2026-01-10' }] }, ruleSet, 'fit', ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['on-demand: but not a year without a visit', { onDemandMaintenance: true, lastVisits: [{ kind: 'on-demand', on: '2025-11-20' }] }, ruleSet, 'care', ['maintenance-overdue']],
  ['on-demand: and not without a record', { onDemandMaintenance: true, lastVisits: [] }, ruleSet, 'unknown', ['no-visit-record']],
  ['printed date gives the month', { lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-11-01' }) }, ruleSet, 'fit', ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']],
  ['printed date over, whatever the rule gives', { lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-10-31' }) }, ruleSet, 'care', ['inspection-overdue']],
  ['restart without inspection', { restart: { outOfUseSince: '2024-06-01', inspectedOn: null, backInUseOn: '2026-03-01' } }, ruleSet, 'care', ['inspection-overdue']],
  ['worst first', { rescueSince: '2026-11-21T08:50:00+08:00', notices: [notice('planned'), notice('stopped'), notice('sealed')], safetyReports: 1, lastTest: null, visitOpenSince: '2026-11-21T08:30:00+08:00' }, ruleSet, 'rescue', ['rescue-under-way', 'sealed', 'stopped', 'visit-open', 'planned-stop-on', 'safety-report-open', 'no-test-record']],
]
for (const [name, rest, rules, state, expected] of table) {
  test(name, () => {
    const ride = fitToRide(basis(rest), rules, now)
    assert.deepEqual([ride.state, kinds(ride)], [state, expected])
  })
}

test('reasons carry since when, until when, and what their author wrote', () => {
  const at = (rest: Partial<RideBasis>) => fitToRide(basis(rest), ruleSet, now).reasons[0]
  assert.deepEqual(at({ notices: [notice('sealed')] }), {
    kind: 'sealed', state: 'stopped', on: '2026-11-20T08:00:00+08:00', until: '2026-11-25T18:00:00+08:00', text: '更换曳引绳', organization: '青屿物业',
  })
  assert.equal(at({ lastVisits: [{ kind: 'half-month', on: '2026-11-05' }] })?.on, '2026-11-20', 'overdue since the day it was due')
  assert.equal(at({ lastTest: null })?.on, '2025-05-31', 'the first test nobody recorded')
  assert.equal(at({ useStatus: 'out-of-use', outOfUseSince: '2026-10-01' })?.on, '2026-10-01')
})

test('the day turns at the end of the month and not before', () => {
  const on = (today: string) => fitToRide(basis({ lastVisits: [{ kind: 'year', on: today }] }), ruleSet, { today, moment: `${today}T12:00:00+08:00` }).state
  assert.deepEqual(['2027-05-31', '2027-06-01'].map(on), ['fit', 'care'])
})

test('the same words as the contract, in the same order', () => {
  assert.deepEqual([...new Set(table.flatMap(row => row[4]))].sort(), [...RideReasonKind.enum].sort())
  assert.ok(RideState.enum.includes('fit'))
})

// Properties -------------------------------------------------------------------------------------------------------

const severity = ['rescue', 'stopped', 'serviced', 'care', 'unknown', 'fit']
const worse = (a: Ride, b: Ride) => severity.indexOf(a.state) <= severity.indexOf(b.state)
const day = (min: number, max: number) => fc.integer({ min, max }).map(days => addDays(TODAY, -days))

/** Any elevator in order: base of any age over 14 months, examined within the last weeks, served within the last days. */
const fitBasis = fc.record({ base: day(430, 14_000), inspected: day(0, 45), tested: day(0, 20), served: day(0, 15), kind: fc.constantFrom('half-month', 'quarter', 'half-year', 'year') })
  .map(({ base, inspected, tested, served, kind }) => basis({
    inspectionBase: base, lastInspection: passed(inspected), lastTest: passed(tested), lastVisits: [{ kind: kind as 'year', on: served }],
  }))

const conclusion = fc.constantFrom<Conclusion | null>('passed', 'failed', 'passed-on-reinspection', 'failed-on-reinspection', 'meets', 'does-not-meet', null)
const examination = fc.option(fc.record<Examination>({
  performedOn: day(-10, 9000), conclusion, nextInspectionOn: fc.option(day(-900, 900)), nextTestOn: fc.option(day(-900, 900)), kind: fc.constantFrom('inspection', 'supervision'),
}))
const anyBasis: fc.Arbitrary<RideBasis> = fc.record({
  useStatus: fc.constantFrom('in-use', 'out-of-use', 'scrapped', null), inspectionBase: fc.option(day(-10, 9000)), outOfUseSince: fc.option(day(0, 900)),
  onDemandMaintenance: fc.boolean(), lastInspection: examination, lastTest: examination,
  lastVisits: fc.array(fc.record({ kind: fc.constantFrom('half-month', 'quarter', 'half-year', 'year', 'on-demand'), on: day(-5, 500) }), { maxLength: 5 }),
  visitOpenSince: fc.constantFrom(null, '2026-11-21T08:30:00+08:00', '2026-11-01T08:30:00+08:00'),
  notices: fc.array(fc.constantFrom(notice('sealed'), notice('stopped'), notice('planned'), notice('planned', { startsAt: '2026-12-01T08:00:00+08:00' })), { maxLength: 2 }),
  rescueSince: fc.constantFrom(null, null, '2026-11-21T08:50:00+08:00'), safetyReports: fc.integer({ min: 0, max: 2 }),
  restart: fc.option(fc.record({ outOfUseSince: day(300, 2000), inspectedOn: fc.option(day(0, 800)), backInUseOn: day(0, 600) })),
}).map(rest => basis(rest as Partial<RideBasis>))
const oneOfBoth = fc.oneof(fitBasis, anyBasis)
const rules = fc.constantFrom(ruleSet, ruleSet, ruleSet, null)

test('an elevator in order is fit at any age', () => {
  fc.assert(fc.property(fitBasis, good => fitToRide(good, ruleSet, now).state === 'fit'), { numRuns: 2000 })
})

test('missing data is never fit', () => {
  const without: ((good: RideBasis) => RideBasis)[] = [
    good => ({ ...good, useStatus: null }), good => ({ ...good, inspectionBase: null }), good => ({ ...good, lastInspection: null }),
    good => ({ ...good, lastVisits: [] }), good => ({ ...good, lastInspection: { ...good.lastInspection!, conclusion: null } }),
  ]
  fc.assert(fc.property(fitBasis, fc.constantFrom(...without), (good, take) => fitToRide(take(good), ruleSet, now).state === 'unknown'), { numRuns: 2000 })
  fc.assert(fc.property(anyBasis, any => fitToRide(any, null, now).state !== 'fit'))
  // Every test year: the test of the year before today is required once its month is over.
  for (const n of [2, 3, 5, 6, 8, 10, 12, 14]) {
    const inspectionYear = [1, 4, 7, 9, 11, 13].findLast(year => year < n)!
    const good = basis({ inspectionBase: `${2026 - n}-10-05`, lastInspection: passed(`${2026 - n + inspectionYear}-10-20`), lastTest: passed('2026-10-02') })
    assert.equal(fitToRide(good, ruleSet, now).state, 'fit')
    assert.deepEqual(kinds(fitToRide({ ...good, lastTest: null }, ruleSet, now)), ['no-test-record'])
  }
})

test('what is fit has every record the rules ask for', () => {
  fc.assert(fc.property(oneOfBoth, rules, (any, set) => {
    if (fitToRide(any, set, now).state !== 'fit') return
    assert.ok(set && any.useStatus === 'in-use' && any.inspectionBase !== null && any.safetyReports === 0 && any.rescueSince === null)
    assert.ok(any.lastVisits.some(visit => visit.on <= TODAY && visit.on >= addDays(TODAY, -365)))
    const { lastInspection: report, inspectionBase: base } = any
    const newest = report && report.performedOn <= TODAY && report.performedOn > base ? report.performedOn : base
    assert.ok(newest > addDays(TODAY, -5 * 365), 'inspected, or accepted, within the longest time any rule gives')
  }), { numRuns: 5000 })
})

test('trouble never makes it better', () => {
  const troubles: ((any: RideBasis) => RideBasis)[] = [
    any => ({ ...any, rescueSince: '2026-11-21T08:59:00+08:00' }),
    any => ({ ...any, notices: [...any.notices, notice('sealed')] }),
    any => ({ ...any, notices: [notice('stopped'), ...any.notices] }),
    any => ({ ...any, notices: [...any.notices, notice('planned')] }),
    any => ({ ...any, visitOpenSince: '2026-11-21T08:59:00+08:00' }),
    any => ({ ...any, safetyReports: any.safetyReports + 1 }),
    any => ({ ...any, useStatus: 'out-of-use' }),
    any => ({ ...any, lastInspection: { ...(any.lastInspection ?? passed(TODAY)), performedOn: TODAY, conclusion: 'failed' } }),
    any => ({ ...any, lastTest: { ...(any.lastTest ?? passed(TODAY)), performedOn: TODAY, conclusion: 'does-not-meet' } }),
    any => ({ ...any, lastVisits: any.lastVisits.filter(visit => visit.on <= TODAY).map(visit => ({ ...visit, on: addDays(visit.on, -400) })) }),
  ]
  fc.assert(fc.property(oneOfBoth, rules, fc.constantFrom(...troubles), (any, set, add) => {
    const before = fitToRide(any, set, now)
    const after = fitToRide(add(any), set, now)
    assert.ok(worse(after, before), `${before.state} → ${after.state}`)
  }), { numRuns: 5000 })
})

test('time alone never makes it better, while nothing is ahead or open', () => {
  const later = (days: number): Now => ({ today: addDays(TODAY, days), moment: `${addDays(TODAY, days)}T09:00:00+08:00` })
  fc.assert(fc.property(fitBasis, fc.nat(1500), fc.nat(1500), (good, days, more) => {
    assert.ok(worse(fitToRide(good, ruleSet, later(days + more)), fitToRide(good, ruleSet, later(days))))
  }), { numRuns: 1000 })
})

test('the state is that of the first reason, and the reasons are in order', () => {
  fc.assert(fc.property(oneOfBoth, rules, (any, set) => {
    const ride = fitToRide(any, set, now)
    assert.equal(ride.state, ride.reasons[0]?.state)
    const ranks = ride.reasons.map(reason => severity.indexOf(reason.state))
    assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b))
    assert.equal(ride.state === 'fit', ride.reasons.every(reason => reason.state === 'fit'))
  }), { numRuns: 3000 })
})
