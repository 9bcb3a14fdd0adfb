import type { RideBasis, RuleSet, VisitKind } from './basis.ts'
import { addDays, type Day } from './day.ts'

/** The four kinds of TSG T5002-2017 art. 6, each containing all before it. */
export const VISIT_KINDS = ['half-month', 'quarter', 'half-year', 'year'] as const

export type Annex = 'A' | 'B' | 'C' | 'D'

/**
 * Items of one visit by annex and kind, in the order of VISIT_KINDS. TSG T5002-2017 annexes A (traction and positive
 * drive), B (hydraulic), C (dumbwaiters), D (escalators and moving walks): a longer kind is the union with the shorter
 * ones (art. 6).
 */
export const itemCounts: Record<Annex, readonly [number, number, number, number]> = {
  A: [31, 44, 59, 76],
  B: [30, 43, 52, 66],
  C: [20, 28, 38, 52],
  D: [33, 38, 50, 63],
}

/**
 * Whether a visit of kind `done` contains a visit of kind `needed`. On-demand content is set by contract and contains
 * none.
 */
export function contains(done: VisitKind, needed: VisitKind): boolean {
  if (done === 'on-demand' || needed === 'on-demand') return done === needed
  return VISIT_KINDS.indexOf(done) >= VISIT_KINDS.indexOf(needed)
}

const newest = (days: Day[]): Day | null =>
  days.reduce<Day | null>((last, day) => (last && last > day ? last : day), null)

export const lastVisitOn = (basis: RideBasis): Day | null => newest(basis.lastVisits.map((visit) => visit.on))

/**
 * The day by which the next visit is due and the visit it is counted from; null without a regular visit on record.
 * Each kind is due its days after the last visit that contains it, and the earliest counts. A kind that was never
 * recorded is not counted: nobody knows since when. On-demand maintenance 按需维保 has its own cycle by contract: null.
 */
export function visitDue(basis: RideBasis, ruleSet: RuleSet): { on: Day; from: Day } | null {
  if (basis.onDemandMaintenance) return null
  let due: { on: Day; from: Day } | null = null
  for (const kind of VISIT_KINDS) {
    const from = newest(basis.lastVisits.filter((visit) => contains(visit.kind, kind)).map((visit) => visit.on))
    const on = from && addDays(from, ruleSet.maintenanceDays[kind])
    if (from && on && (!due || on < due.on)) due = { on, from }
  }
  return due
}
