import type { Day } from './day.ts'

// These types are structurally those of contract/elevator.ts and contract/city.ts, which domain/ may not import.

export type VisitKind = 'half-month' | 'quarter' | 'half-year' | 'year' | 'on-demand'
export type Conclusion =
  | 'passed'
  | 'failed'
  | 'passed-on-reinspection'
  | 'failed-on-reinspection'
  | 'meets'
  | 'does-not-meet'

export type RuleSet = {
  id: string
  maintenanceDays: { 'half-month': number; quarter: number; 'half-year': number; year: number }
  inspectionYears: number[]
  inspectionEveryYearAfter: number
  inspectionEarlyMonths: number
  testEarlyMonths: number
}

export type Examination = {
  performedOn: Day
  conclusion: Conclusion | null
  nextInspectionOn: Day | null
  nextTestOn: Day | null
  kind?: 'supervision' | 'inspection' | 'test'
  body?: string | null
}

export type Notice = {
  kind: 'sealed' | 'stopped' | 'planned'
  startsAt: string
  expectedEnd: string | null
  reason: string
  organization: string
}

export type RideBasis = {
  category: string | null
  useStatus: string | null
  inspectionBase: Day | null
  outOfUseSince: Day | null
  restart?: { outOfUseSince: Day; inspectedOn: Day | null; backInUseOn: Day } | null
  onDemandMaintenance: boolean
  lastInspection: Examination | null
  lastTest: Examination | null
  lastVisits: { kind: VisitKind; on: Day }[]
  visitOpenSince: string | null
  notices: Notice[]
  rescueSince: string | null
  safetyReports: number
}

/** A record dated after today is a slip of the pen and counts as no record, so that it cannot make anything in date. */
export function believed(basis: RideBasis, today: Day): RideBasis {
  const past = <T extends { performedOn: Day }>(record: T | null) =>
    record && record.performedOn <= today ? record : null
  return {
    ...basis,
    inspectionBase: basis.inspectionBase && basis.inspectionBase <= today ? basis.inspectionBase : null,
    lastInspection: past(basis.lastInspection),
    lastTest: past(basis.lastTest),
    lastVisits: basis.lastVisits.filter((visit) => visit.on <= today),
  }
}

export const hasFailed = (record: Examination): boolean =>
  record.conclusion === 'failed' ||
  record.conclusion === 'failed-on-reinspection' ||
  record.conclusion === 'does-not-meet'
