import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Conclusion, Examination, RideBasis } from './basis.ts'
import { addDays } from './day.ts'
import { fitToRide, type Now, type Ride } from './ride.ts'
import { basis, notice, now, passed, ruleSet, TODAY } from './sample.test-data.ts'

const severity = ['rescue', 'stopped', 'serviced', 'care', 'unknown', 'fit']
const worse = (a: Ride, b: Ride) => severity.indexOf(a.state) <= severity.indexOf(b.state)
const day = (min: number, max: number) => fc.integer({ min, max }).map((days) => addDays(TODAY, -days))

/**
 * Any elevator in order: base of any age over 14 months, examined within the last weeks, served within the last days.
 */
const fitBasis = fc
  .record({
    base: day(430, 14_000),
    inspected: day(0, 45),
    tested: day(0, 20),
    served: day(0, 15),
    kind: fc.constantFrom('half-month', 'quarter', 'half-year', 'year'),
  })
  .map(({ base, inspected, tested, served, kind }) =>
    basis({
      inspectionBase: base,
      lastInspection: passed(inspected),
      lastTest: passed(tested),
      lastVisits: [{ kind: kind as 'year', on: served }],
    }),
  )

const conclusion = fc.constantFrom<Conclusion | null>(
  'passed',
  'failed',
  'passed-on-reinspection',
  'failed-on-reinspection',
  'meets',
  'does-not-meet',
  null,
)
const examination = fc.option(
  fc.record<Examination>({
    performedOn: day(-10, 9000),
    conclusion,
    nextInspectionOn: fc.option(day(-900, 900)),
    nextTestOn: fc.option(day(-900, 900)),
    kind: fc.constantFrom('inspection', 'supervision'),
  }),
)
const anyBasis: fc.Arbitrary<RideBasis> = fc
  .record({
    useStatus: fc.constantFrom('in-use', 'out-of-use', 'scrapped', null),
    inspectionBase: fc.option(day(-10, 9000)),
    outOfUseSince: fc.option(day(0, 900)),
    onDemandMaintenance: fc.boolean(),
    lastInspection: examination,
    lastTest: examination,
    lastVisits: fc.array(
      fc.record({ kind: fc.constantFrom('half-month', 'quarter', 'half-year', 'year', 'on-demand'), on: day(-5, 500) }),
      { maxLength: 5 },
    ),
    visitOpenSince: fc.constantFrom(null, '2026-11-21T08:30:00+08:00', '2026-11-01T08:30:00+08:00'),
    notices: fc.array(
      fc.constantFrom(
        notice('sealed'),
        notice('stopped'),
        notice('planned'),
        notice('planned', { startsAt: '2026-12-01T08:00:00+08:00' }),
      ),
      { maxLength: 2 },
    ),
    rescueSince: fc.constantFrom(null, null, '2026-11-21T08:50:00+08:00'),
    safetyReports: fc.integer({ min: 0, max: 2 }),
    restart: fc.option(
      fc.record({ outOfUseSince: day(300, 2000), inspectedOn: fc.option(day(0, 800)), backInUseOn: day(0, 600) }),
    ),
  })
  .map((rest) => basis(rest as Partial<RideBasis>))
const oneOfBoth = fc.oneof(fitBasis, anyBasis)
const rules = fc.constantFrom(ruleSet, ruleSet, ruleSet, null)

test('an elevator in order is fit at any age', () => {
  fc.assert(
    fc.property(fitBasis, (good) => fitToRide(good, ruleSet, now).state === 'fit'),
    { numRuns: 2000 },
  )
})

test('missing data is never fit', () => {
  const without: ((good: RideBasis) => RideBasis)[] = [
    (good) => ({ ...good, useStatus: null }),
    (good) => ({ ...good, inspectionBase: null }),
    (good) => ({ ...good, lastInspection: null }),
    (good) => ({ ...good, lastVisits: [] }),
    (good) => ({ ...good, lastInspection: { ...good.lastInspection!, conclusion: null } }),
  ]
  fc.assert(
    fc.property(
      fitBasis,
      fc.constantFrom(...without),
      (good, take) => fitToRide(take(good), ruleSet, now).state === 'unknown',
    ),
    { numRuns: 2000 },
  )
  fc.assert(fc.property(anyBasis, (any) => fitToRide(any, null, now).state !== 'fit'))
  // Every test year: the test of the year before today is required once its month is over.
  for (const n of [2, 3, 5, 6, 8, 10, 12, 14]) {
    const inspectionYear = [1, 4, 7, 9, 11, 13].findLast((year) => year < n)!
    const good = basis({
      inspectionBase: `${2026 - n}-10-05`,
      lastInspection: passed(`${2026 - n + inspectionYear}-10-20`),
      lastTest: passed('2026-10-02'),
    })
    assert.equal(fitToRide(good, ruleSet, now).state, 'fit')
    assert.equal(fitToRide({ ...good, lastTest: null }, ruleSet, now).reasons[0]?.kind, 'no-test-record')
  }
})

test('what is fit has every record the rules ask for', () => {
  fc.assert(
    fc.property(oneOfBoth, rules, (any, set) => {
      if (fitToRide(any, set, now).state !== 'fit') return
      assert.ok(
        set &&
          any.useStatus === 'in-use' &&
          any.inspectionBase !== null &&
          any.safetyReports === 0 &&
          any.rescueSince === null,
      )
      assert.ok(any.lastVisits.some((visit) => visit.on <= TODAY && visit.on >= addDays(TODAY, -365)))
      const { lastInspection: report, inspectionBase: base } = any
      const newest = report && report.performedOn <= TODAY && report.performedOn > base ? report.performedOn : base
      assert.ok(newest > addDays(TODAY, -5 * 365), 'inspected, or accepted, within the longest time any rule gives')
    }),
    { numRuns: 5000 },
  )
})

test('trouble never makes it better', () => {
  const troubles: ((any: RideBasis) => RideBasis)[] = [
    (any) => ({ ...any, rescueSince: '2026-11-21T08:59:00+08:00' }),
    (any) => ({ ...any, notices: [...any.notices, notice('sealed')] }),
    (any) => ({ ...any, notices: [notice('stopped'), ...any.notices] }),
    (any) => ({ ...any, notices: [...any.notices, notice('planned')] }),
    (any) => ({ ...any, visitOpenSince: '2026-11-21T08:59:00+08:00' }),
    (any) => ({ ...any, safetyReports: any.safetyReports + 1 }),
    (any) => ({ ...any, useStatus: 'out-of-use' }),
    (any) => ({
      ...any,
      lastInspection: { ...(any.lastInspection ?? passed(TODAY)), performedOn: TODAY, conclusion: 'failed' },
    }),
    (any) => ({
      ...any,
      lastTest: { ...(any.lastTest ?? passed(TODAY)), performedOn: TODAY, conclusion: 'does-not-meet' },
    }),
    (any) => ({
      ...any,
      lastVisits: any.lastVisits
        .filter((visit) => visit.on <= TODAY)
        .map((visit) => ({ ...visit, on: addDays(visit.on, -400) })),
    }),
  ]
  fc.assert(
    fc.property(oneOfBoth, rules, fc.constantFrom(...troubles), (any, set, add) => {
      const before = fitToRide(any, set, now)
      const after = fitToRide(add(any), set, now)
      assert.ok(worse(after, before), `${before.state} → ${after.state}`)
    }),
    { numRuns: 5000 },
  )
})

test('time alone never makes it better, while nothing is ahead or open', () => {
  const later = (days: number): Now => ({
    today: addDays(TODAY, days),
    moment: `${addDays(TODAY, days)}T09:00:00+08:00`,
  })
  fc.assert(
    fc.property(fitBasis, fc.nat(1500), fc.nat(1500), (good, days, more) => {
      assert.ok(worse(fitToRide(good, ruleSet, later(days + more)), fitToRide(good, ruleSet, later(days))))
    }),
    { numRuns: 1000 },
  )
})

test('the state is that of the first reason, and the reasons are in order', () => {
  fc.assert(
    fc.property(oneOfBoth, rules, (any, set) => {
      const ride = fitToRide(any, set, now)
      assert.equal(ride.state, ride.reasons[0]?.state)
      const ranks = ride.reasons.map((reason) => severity.indexOf(reason.state))
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      )
      assert.equal(
        ride.state === 'fit',
        ride.reasons.every((reason) => reason.state === 'fit'),
      )
    }),
    { numRuns: 3000 },
  )
})
