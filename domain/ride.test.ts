import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ride as WireRide, RideReasonKind as WireKind } from '@tima/contract/elevator.ts'
import { RideReasonKind, RideState } from '@tima/contract/elevator.ts'
import type { RideBasis } from './basis.ts'
import { fitToRide, type Ride } from './ride.ts'
import { basis, notice, now, passed, ruleSet } from './sample.test-data.ts'

const kinds = (ride: Ride) => ride.reasons.map((reason) => reason.kind)

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

const FIT: WireKind[] = ['inspection-in-date', 'test-in-date', 'maintenance-in-date', 'no-safety-report']

const table: [string, Partial<RideBasis>, WireRide['state'], WireKind[]][] = [
  ['rescue', { rescueSince: '2026-11-21T08:50:00+08:00' }, 'rescue', ['rescue-under-way']],
  ['sealed', { notices: [notice('sealed')] }, 'stopped', ['sealed']],
  ['stopped', { notices: [notice('stopped')] }, 'stopped', ['stopped']],
  [
    'stopped past its expected end, until someone ends it',
    { notices: [notice('stopped', { expectedEnd: '2026-11-20T09:00:00+08:00' })] },
    'stopped',
    ['stopped'],
  ],
  ['out of use', { useStatus: 'out-of-use', lastVisits: [] }, 'stopped', ['registered-out-of-use']],
  ['scrapped', { useStatus: 'scrapped' }, 'stopped', ['registered-out-of-use']],
  [
    'inspection failed',
    { lastInspection: passed('2026-05-20', { conclusion: 'failed' }) },
    'stopped',
    ['inspection-failed'],
  ],
  [
    'failed again',
    { lastInspection: passed('2026-05-20', { conclusion: 'failed-on-reinspection' }) },
    'stopped',
    ['inspection-failed'],
  ],
  [
    'a test cures no failed inspection',
    { lastInspection: passed('2024-05-20', { conclusion: 'failed' }) },
    'stopped',
    ['inspection-failed'],
  ],
  ['visit open', { visitOpenSince: '2026-11-21T00:30:00Z' }, 'serviced', ['visit-open']],
  ['visit of yesterday never closed', { visitOpenSince: '2026-11-20T08:00:00+08:00' }, 'fit', FIT],
  ['planned stop on', { notices: [notice('planned')] }, 'serviced', ['planned-stop-on']],
  [
    'planned stop begins this second, in another offset',
    { notices: [notice('planned', { startsAt: '2026-11-21T01:00:00Z' })] },
    'serviced',
    ['planned-stop-on'],
  ],
  ['planned stop ahead', { notices: [notice('planned', { startsAt: '2026-11-21T09:00:01+08:00' })] }, 'fit', FIT],
  ['a moment nobody can read', { notices: [notice('stopped', { startsAt: 'soon' })] }, 'stopped', ['stopped']],
  [
    'inspection overdue',
    { lastInspection: passed('2021-05-20'), lastTest: passed('2026-05-08') },
    'care',
    ['inspection-overdue'],
  ],
  ['test overdue', { lastTest: passed('2025-05-08') }, 'care', ['test-overdue']],
  [
    'test does not meet',
    { lastTest: passed('2026-05-08', { conclusion: 'does-not-meet' }) },
    'care',
    ['test-failed', 'test-overdue'],
  ],
  [
    'but the inspection after it passed',
    {
      inspectionBase: '2019-05-17',
      lastInspection: passed('2026-05-20'),
      lastTest: passed('2026-05-08', { conclusion: 'does-not-meet' }),
    },
    'fit',
    FIT,
  ],
  [
    'maintenance overdue on day 16',
    { lastVisits: [{ kind: 'half-month', on: '2026-11-05' }] },
    'care',
    ['maintenance-overdue'],
  ],
  ['maintenance in time on day 15', { lastVisits: [{ kind: 'half-month', on: '2026-11-06' }] }, 'fit', FIT],
  [
    'a quarter visit overdue',
    {
      lastVisits: [
        { kind: 'half-month', on: '2026-11-20' },
        { kind: 'quarter', on: '2026-08-01' },
      ],
    },
    'care',
    ['maintenance-overdue'],
  ],
  ['safety reports', { safetyReports: 2 }, 'care', ['safety-report-open']],
  [
    'all that is overdue, each by itself',
    {
      lastInspection: passed('2021-05-20'),
      lastTest: passed('2022-05-20'),
      lastVisits: [{ kind: 'year', on: '2024-01-01' }],
      safetyReports: 1,
    },
    'care',
    ['inspection-overdue', 'test-overdue', 'maintenance-overdue', 'safety-report-open'],
  ],
  ['no base', { inspectionBase: null }, 'unknown', ['no-inspection-base']],
  [
    'no base, but both dates printed',
    {
      inspectionBase: null,
      lastInspection: passed('2024-05-20', { nextInspectionOn: '2027-05-31', nextTestOn: '2027-05-31' }),
    },
    'unknown',
    ['no-inspection-base'],
  ],
  [
    'no base, the printed date over',
    { inspectionBase: null, lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-10-01' }) },
    'care',
    ['inspection-overdue', 'no-inspection-base'],
  ],
  ['no inspection', { lastInspection: null }, 'unknown', ['no-inspection-record']],
  [
    'no inspection and none due yet',
    { inspectionBase: '2025-11-30', lastInspection: null, lastTest: null },
    'fit',
    FIT,
  ],
  [
    'no inspection where one was due last month',
    { inspectionBase: '2025-10-31', lastInspection: null, lastTest: null },
    'unknown',
    ['no-inspection-record'],
  ],
  [
    'no inspection, only a test that prints a date for it',
    { lastInspection: null, lastTest: passed('2026-05-08', { nextInspectionOn: '2027-05-31' }) },
    'unknown',
    ['no-inspection-record'],
  ],
  ['no test though one was due', { lastTest: null }, 'unknown', ['no-test-record']],
  [
    'no test, over 15 years: none is due',
    { inspectionBase: '2005-05-17', lastInspection: passed('2026-05-20'), lastTest: null },
    'fit',
    ['inspection-in-date', 'maintenance-in-date', 'no-safety-report'],
  ],
  ['no visit', { lastVisits: [] }, 'unknown', ['no-visit-record']],
  ['no use status', { useStatus: null }, 'unknown', ['no-use-status']],
  ['a use status nobody knows', { useStatus: 'idle' }, 'unknown', ['no-use-status']],
  [
    'no conclusion',
    { lastInspection: passed('2024-05-20', { conclusion: null }) },
    'unknown',
    ['no-inspection-conclusion'],
  ],
  [
    'no conclusion of the test',
    { lastTest: passed('2026-05-08', { conclusion: null }) },
    'unknown',
    ['no-test-conclusion'],
  ],
  [
    'records of tomorrow',
    {
      lastInspection: passed('2026-11-22'),
      lastTest: passed('2026-11-22'),
      lastVisits: [{ kind: 'year', on: '2026-11-22' }],
    },
    'unknown',
    ['no-inspection-record', 'no-test-record', 'no-visit-record'],
  ],
  [
    'nothing known at all',
    { inspectionBase: null, useStatus: null, lastInspection: null, lastTest: null, lastVisits: [] },
    'unknown',
    ['no-inspection-base', 'no-inspection-record', 'no-visit-record', 'no-use-status'],
  ],
  [
    'on-demand: no day rule',
    { onDemandMaintenance: true, lastVisits: [{ kind: 'on-demand', on: '2026-01-10' }] },
    'fit',
    FIT,
  ],
  [
    'on-demand: but not a year without a visit',
    { onDemandMaintenance: true, lastVisits: [{ kind: 'on-demand', on: '2025-11-20' }] },
    'care',
    ['maintenance-overdue'],
  ],
  [
    'on-demand: and not without a record',
    { onDemandMaintenance: true, lastVisits: [] },
    'unknown',
    ['no-visit-record'],
  ],
  [
    'printed date gives the month',
    { lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-11-01' }) },
    'fit',
    FIT,
  ],
  [
    'printed date over, whatever the rule gives',
    { lastInspection: passed('2024-05-20', { nextInspectionOn: '2026-10-31' }) },
    'care',
    ['inspection-overdue'],
  ],
  [
    'restart without inspection',
    { restart: { outOfUseSince: '2024-06-01', inspectedOn: null, backInUseOn: '2026-03-01' } },
    'care',
    ['inspection-overdue'],
  ],
  [
    'worst first',
    {
      rescueSince: '2026-11-21T08:50:00+08:00',
      notices: [notice('planned'), notice('stopped'), notice('sealed')],
      safetyReports: 1,
      lastTest: null,
      visitOpenSince: '2026-11-21T08:30:00+08:00',
    },
    'rescue',
    ['rescue-under-way', 'sealed', 'stopped', 'visit-open', 'planned-stop-on', 'safety-report-open', 'no-test-record'],
  ],
]
for (const [name, rest, state, expected] of table) {
  test(name, () => {
    const ride = fitToRide(basis(rest), ruleSet, now)
    assert.deepEqual([ride.state, kinds(ride)], [state, expected])
  })
}

test('without a rule set at best unknown, at worst what is worse', () => {
  const judged = (rest: Partial<RideBasis>) => kinds(fitToRide(basis(rest), null, now))
  assert.equal(fitToRide(basis(), null, now).state, 'unknown')
  assert.deepEqual(judged({}), ['no-rule-set'])
  assert.deepEqual(judged({ lastVisits: [{ kind: 'year', on: '2020-01-01' }], lastInspection: null }), ['no-rule-set'])
  assert.deepEqual(judged({ notices: [notice('sealed')] }), ['sealed', 'no-rule-set'])
  assert.deepEqual(judged({ lastInspection: passed('2024-05-20', { conclusion: 'failed' }) }), [
    'inspection-failed',
    'no-rule-set',
  ])
  assert.deepEqual(judged({ rescueSince: '2026-11-21T08:50:00+08:00' }), ['rescue-under-way', 'no-rule-set'])
  assert.deepEqual(judged({ safetyReports: 1 }), ['safety-report-open', 'no-rule-set'])
})

test('reasons carry since when, until when, and what their author wrote', () => {
  const at = (rest: Partial<RideBasis>) => fitToRide(basis(rest), ruleSet, now).reasons[0]
  assert.deepEqual(at({ notices: [notice('sealed')] }), {
    kind: 'sealed',
    state: 'stopped',
    on: '2026-11-20T08:00:00+08:00',
    until: '2026-11-25T18:00:00+08:00',
    text: '更换曳引绳',
    organization: '青屿物业',
  })
  assert.equal(
    at({ lastVisits: [{ kind: 'half-month', on: '2026-11-05' }] })?.on,
    '2026-11-20',
    'overdue since the day it was due',
  )
  assert.equal(at({ lastTest: null })?.on, '2025-05-31', 'the first test nobody recorded')
  assert.equal(at({ useStatus: 'out-of-use', outOfUseSince: '2026-10-01' })?.on, '2026-10-01')
})

test('the day turns at the end of the month and not before', () => {
  const on = (today: string) =>
    fitToRide(basis({ lastVisits: [{ kind: 'year', on: today }] }), ruleSet, {
      today,
      moment: `${today}T12:00:00+08:00`,
    }).state
  assert.deepEqual(['2027-05-31', '2027-06-01'].map(on), ['fit', 'care'])
})

test('the same words as the contract, in the same order', () => {
  assert.deepEqual(
    [...new Set(['no-rule-set', ...table.flatMap((row) => row[3])])].sort(),
    [...RideReasonKind.enum].sort(),
  )
  assert.ok(RideState.enum.includes('fit'))
})
