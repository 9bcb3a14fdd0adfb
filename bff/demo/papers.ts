import type { CheckRow, NoticeRow, PolicyRow } from '@tima/contract/import.ts'
import { addDays, addMonths, daysBetween, type Day } from '@tima/domain/day.ts'
import { between, chance, pick, pickShare } from './chance.ts'
import { STAR, type DemoElevator } from './elevators.ts'
import { insurers, regulator } from './parties.ts'
import { causeWords, lapses, rates } from './rates.ts'
import { maintenanceOf, useUnitOf } from './statements.ts'

/** Yearly policies that began by `today`. */
export function policiesOf(e: DemoElevator, anchor: Day, today: Day): PolicyRow[] {
  const fate = e.rescueCode === STAR ? 1 : chance(e.site.key, e.building, 'policy')
  if (fate < lapses.noPolicy) return []
  const expired = fate < lapses.noPolicy + lapses.policyExpired
  const rows: PolicyRow[] = []
  for (let year = Number(anchor.slice(0, 4)) - 2; ; year++) {
    const startsOn = addDays(`${year}-01-01`, between(0, 330, e.site.key, 'insured'))
    const endsOn = addDays(addMonths(startsOn, 12), -1)
    if (startsOn > today || (expired && endsOn >= anchor)) break
    if (startsOn < e.base) continue
    rows.push({
      ref: `P${e.rescueCode}-${year}`, elevator: e.rescueCode, insurer: insurers.find(({ key }) => key === e.site.insurer)!.name,
      number: `99${e.site.area}${year}${e.rescueCode.slice(2)}`, kind: '电梯安全责任保险', startsOn, endsOn,
      limitCny: pick([500_000, 1_000_000, 2_000_000], e.site.key, 'limit'),
    })
  }
  return rows
}

/** Daily checks of the last week at some sites, weekly of eight weeks, monthly of a year; use units differ in diligence. */
export function checksOf(e: DemoElevator, today: Day): CheckRow[] {
  const diligence = e.rescueCode === STAR ? 1 : chance(e.site.useUnit, 'diligence')
  const rows: CheckRow[] = []
  const add = (kind: CheckRow['kind'], day: Day) => {
    const drawn = chance(e.ref, kind, day)
    const result = drawn < 0.96 ? 'no-risk' : drawn < 0.998 ? 'danger-handled' : 'danger-open'
    rows.push({
      ref: `C${e.rescueCode}-${kind}-${day}`, elevator: e.rescueCode, kind, performedOn: day, result,
      note: result === 'no-risk' ? null : pick(['层门地坎有杂物，已清理', '轿厢照明一只不亮，已换', '紧急通话偶有杂音，已报维保'], e.ref, day),
    })
  }
  if (diligence > 0.6) for (let back = 7; back >= 1; back--) add('daily', addDays(today, -back))
  const sunday = addDays(today, -(daysBetween('2024-01-07', today) % 7))
  if (diligence > 0.3) for (let week = 8; week >= 1; week--) add('weekly', addDays(sunday, -7 * week))
  const month = `${today.slice(0, 7)}-01`
  if (diligence > 0.15) for (let back = 12; back >= 1; back--) add('monthly', addDays(addMonths(month, 1 - back), -2))
  return rows.filter(({ performedOn }) => performedOn > e.base && performedOn < today)
}

export type Noticed = { by: 'property' | 'maintenance' | 'register'; row: NoticeRow }

/** Stops: repairs of the past two years at the published rate of faults, and those of the fixed cases. */
export function noticesOf(e: DemoElevator, anchor: Day): Noticed[] {
  const rows: Noticed[] = []
  const age = daysBetween(e.base, anchor) / 365.25
  const perMonth = rates.entrapments(age) * rates.faultsPerEntrapment
  for (let back = 24; back >= 1; back--) {
    const month = addMonths(`${anchor.slice(0, 7)}-01`, -back)
    if (month <= e.base || chance(e.ref, month, 'fault') >= perMonth) continue
    const day = addDays(month, between(0, 26, e.ref, month, 'day'))
    const words = pick(causeWords[pickShare(rates.causes, e.ref, month, 'cause')], e.ref, month, 'words')
    const hours = between(1, 9, e.ref, month, 'hours')
    rows.push({ by: 'maintenance', row: stop(e, `${month}`, 'stopped', `${day}T08:30:00+08:00`, `${day}T${String(9 + hours).padStart(2, '0')}:00:00+08:00`, words, true) })
  }
  const at = (days: number, time: string) => `${addDays(anchor, days)}T${time}:00+08:00`
  if (e.lapse === 'stopped') {
    rows.push({ by: 'maintenance', row: stop(e, 'now', 'stopped', at(-1, '17:30'), at(1, '18:00'), '层门门锁触点损坏，正在更换') })
  }
  if (e.lapse === 'sealed') {
    rows.push({ by: 'register', row: { ...stop(e, 'now', 'sealed', at(-18, '10:00'), null, '曳引轮严重磨损，责令停止使用，修理后经检验合格方可启用'), organization: regulator } })
  }
  if (e.lapse === 'planned-on') rows.push({ by: 'property', row: stop(e, 'now', 'planned', at(-1, '08:00'), at(3, '18:00'), '井道防水施工') })
  if (e.lapse === 'planned') rows.push({ by: 'property', row: stop(e, 'now', 'planned', at(6, '09:00'), at(6, '12:00'), '更换曳引钢丝绳') })
  if (e.rescueCode === STAR) rows.push({ by: 'maintenance', row: stop(e, 'now', 'planned', at(4, '14:00'), at(4, '15:30'), '季度保养，请走东侧电梯') })
  return rows
}

function stop(e: DemoElevator, part: string, kind: NoticeRow['kind'], startsAt: string, expectedEnd: string | null, reason: string, ended = false): NoticeRow {
  return {
    ref: `N${e.rescueCode}-${part}`, elevator: e.rescueCode, kind, startsAt, expectedEnd, reason,
    organization: kind === 'planned' ? useUnitOf(e).name : maintenanceOf(e).name,
    ...(ended && { endedAt: expectedEnd }),
  }
}
