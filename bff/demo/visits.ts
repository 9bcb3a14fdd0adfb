import type { VisitRow } from '@tima/contract/import.ts'
import { addDays, daysBetween, type Day } from '@tima/domain/day.ts'
import { categoryOf } from '@tima/domain/category.ts'
import { itemCounts, VISIT_KINDS } from '@tima/domain/maintenance.ts'
import { between, chance, pick } from './chance.ts'
import { STAR, type DemoElevator } from './elevators.ts'
import { surnames } from './parties.ts'
import { isOnDemand, maintenanceOf, useUnitOf } from './statements.ts'

const EPOCH: Day = '2024-01-01'
const MONTHS_KEPT_DAYS = 780
const RHYTHM = 14

/** Visits up to the day before `today`, every 14 days, so that none is later than the 15 of TSG T5002-2017. */
export function visitsOf(e: DemoElevator, anchor: Day, today: Day): VisitRow[] {
  if (e.lapse === 'no-visit') return []
  const from = e.base > addDays(anchor, -MONTHS_KEPT_DAYS) ? addDays(e.base, 10) : addDays(anchor, -MONTHS_KEPT_DAYS)
  const step = isOnDemand(e) ? 2 * RHYTHM : RHYTHM
  const phase = e.rescueCode === STAR ? (daysBetween(EPOCH, anchor) - 7) % RHYTHM : e.phase
  const first = Math.ceil((daysBetween(EPOCH, from) - phase) / step)
  const rows: VisitRow[] = []
  for (let k = first; ; k++) {
    const day = addDays(EPOCH, phase + k * step + (e.rescueCode === STAR ? 0 : between(0, 1, e.ref, k, 'slip')))
    if (day >= today) break
    if (!missed(e, day, anchor)) rows.push(visit(e, k, day))
  }
  if (e.lapse === 'visit-open') {
    rows.push({ ref: `V${e.rescueCode}-now`, elevator: e.rescueCode, kind: 'half-month', startedAt: `${anchor}T00:05:00+08:00`, organization: maintenanceOf(e).name, workers: workers(e, 0) })
  }
  return rows
}

function missed(e: DemoElevator, day: Day, anchor: Day): boolean {
  if (e.lapse === 'out-of-use') return day > addDays(anchor, -90)
  return e.lapse === 'maintenance-overdue' && day > addDays(anchor, -between(18, 60, e.ref, 'missed')) && day <= addDays(anchor, 12)
}

function visit(e: DemoElevator, k: number, day: Day): VisitRow {
  const kind = isOnDemand(e) ? 'on-demand' : k % 24 === 0 ? 'year' : k % 12 === 0 ? 'half-year' : k % 6 === 0 ? 'quarter' : 'half-month'
  const annex = categoryOf(e.group.category)!.annex
  const items = annex && kind !== 'on-demand' ? itemCounts[annex][VISIT_KINDS.indexOf(kind)]! : null
  const start = between(8 * 60, 16 * 60, e.ref, k, 'start')
  const end = start + Math.round((items ?? 30) * 1.1) + between(5, 25, e.ref, k, 'minutes')
  const confirmed = chance(e.ref, k, 'confirmed') < 0.92
  return {
    ref: `V${e.rescueCode}-${k}`, elevator: e.rescueCode, kind,
    startedAt: `${day}T${clock(start)}:00+08:00`, endedAt: `${day}T${clock(end)}:00+08:00`,
    itemsDone: items, organization: maintenanceOf(e).name, workers: workers(e, k),
    ...(confirmed && { confirmedBy: useUnitOf(e).name, confirmedOn: day }),
  }
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const workers = (e: DemoElevator, k: number) => [`${pick(surnames, e.site.maintenance, k, 1)}*`, `${pick(surnames, e.site.maintenance, k, 2)}*`]
