import type { RideBasis as WireBasis } from '@tima/contract/elevator.ts'
import type { RuleSet as WireRuleSet } from '@tima/contract/city.ts'
import type { Examination, Notice, RideBasis, RuleSet } from './basis.ts'

/** TSG T5002-2017, T7001-2023 and T7008-2023 as numbers; typed as the wire so that both sides stay one shape. */
export const ruleSet: RuleSet & WireRuleSet = {
  id: 'cn-tsg',
  maintenanceDays: { 'half-month': 15, quarter: 92, 'half-year': 183, year: 365 },
  inspectionYears: [1, 4, 7, 9, 11, 13, 15],
  inspectionEveryYearAfter: 15,
  inspectionEarlyMonths: 2,
  testEarlyMonths: 1,
}

export const TODAY = '2026-11-21'
export const now = { today: TODAY, moment: '2026-11-21T09:00:00+08:00' }

/** An examination that passed, of that day. */
export const passed = (performedOn: string, rest: Partial<Examination> = {}): Examination => ({
  performedOn,
  conclusion: 'passed',
  nextInspectionOn: null,
  nextTestOn: null,
  ...rest,
})

/** A stop since yesterday, expected to end in four days. */
export const notice = (kind: Notice['kind'], rest: Partial<Notice> = {}): Notice => ({
  kind,
  startsAt: '2026-11-20T08:00:00+08:00',
  expectedEnd: '2026-11-25T18:00:00+08:00',
  reason: '更换曳引绳',
  organization: '青屿物业',
  ...rest,
})

/** Fit on TODAY: base of May 2020, inspected in year 4, tested in years 5 and 6, served ten days ago. */
export function basis(rest: Partial<RideBasis> = {}): RideBasis & WireBasis {
  return {
    category: '3110',
    useStatus: 'in-use',
    inspectionBase: '2020-05-17',
    outOfUseSince: null,
    onDemandMaintenance: false,
    lastInspection: passed('2024-05-20'),
    lastTest: passed('2026-05-08', { conclusion: 'meets' }),
    lastVisits: [{ kind: 'half-month', on: '2026-11-11' }],
    visitOpenSince: null,
    notices: [],
    rescueSince: null,
    safetyReports: 0,
    ...rest,
  }
}
