import { addMonths, addDays, type Day } from '@tima/domain/day.ts'
import { kindOfYear } from '@tima/domain/examination.ts'
import type { RuleSet } from '@tima/domain/basis.ts'
import { between, chance } from './chance.ts'
import { sites, type Group, type Site } from './places.ts'
import { lapses } from './rates.ts'

/** What is wrong with an elevator, so that the page has something to say. Most have nothing. */
export type Lapse =
  | 'maintenance-overdue' | 'inspection-overdue' | 'test-overdue' | 'no-visit' | 'no-inspection' | 'inspection-failed'
  | 'test-failed' | 'sealed' | 'stopped' | 'planned-on' | 'planned' | 'out-of-use' | 'no-base' | 'no-use-status' | 'visit-open'

export type DemoElevator = {
  ref: string
  site: Site
  group: Group
  building: string
  car: string
  mark: string
  rescueCode: string
  /** Supervision inspection after installation 安装监督检验: the base of all inspection years. */
  base: Day
  lapse: Lapse | null
  /** Days by which the rhythm of visits is shifted, so that the city is not visited in one day. */
  phase: number
}

/** The one that is shown first: everything is on record and it is fit to ride. */
export const STAR = '310427'
export const BESIDE_STAR = '310428'

/** Cases the demo city always has, by rescue code. */
const fixed: Record<string, Lapse | null> = {
  [STAR]: null, [BESIDE_STAR]: null, '310433': null,
  '320401': 'stopped', '320402': null, '340425': 'sealed', '310455': 'planned', '320427': 'planned-on', '330407': 'out-of-use',
  '320447': 'inspection-failed', '330424': 'test-failed', '340442': 'no-base', '330433': 'no-use-status', '340401': 'visit-open',
}

/** All elevators of the demo city as they stand on `anchor`, the day the city was made. */
export function demoElevators(anchor: Day, ruleSet: RuleSet): DemoElevator[] {
  const serials = new Map<string, number>([['31', 416]])
  return sites.flatMap((site) => site.groups.flatMap((group) => group.buildings.flatMap((building) =>
    group.entrances.flatMap((entrance) => group.cars.map(([car, mark]): DemoElevator => {
      const serial = (serials.get(site.area) ?? 400) + 1
      serials.set(site.area, serial)
      const rescueCode = `${site.area}0${serial}`
      const lapse = rescueCode in fixed ? fixed[rescueCode]! : drawnLapse(rescueCode)
      return {
        ref: `QY${rescueCode}`, site, group, building: entrance ? `${building} ${entrance}` : building, car, mark, rescueCode, lapse,
        base: baseOf(rescueCode, site, lapse, anchor, ruleSet),
        phase: rescueCode === STAR ? 0 : between(0, 13, rescueCode, 'phase'),
      }
    })))))
}

function drawnLapse(code: string): Lapse | null {
  const drawn = chance(code, 'lapse')
  const shares: [Lapse, number][] = [
    ['maintenance-overdue', lapses.maintenanceOverdue], ['inspection-overdue', lapses.inspectionOverdue],
    ['test-overdue', lapses.testOverdue], ['no-visit', lapses.noVisitRecord], ['no-inspection', lapses.noInspectionRecord],
  ]
  let edge = 0
  for (const [lapse, share] of shares) {
    edge += share
    if (drawn < edge) return lapse
  }
  return null
}

/** Where an examination is overdue, the year that needed it ended one to four months before the anchor. */
function baseOf(code: string, site: Site, lapse: Lapse | null, anchor: Day, ruleSet: RuleSet): Day {
  if (code === STAR || code === BESIDE_STAR) return addDays(addMonths(anchor, -(7 * 12 + 6)), -9)
  const day = between(1, 27, code, 'day')
  const age = between(site.age[0], site.age[1], code, 'age')
  const wanted = lapse === 'test-overdue' ? 'test' : lapse === 'inspection-overdue' ? 'inspection' : null
  if (!wanted) return addDays(addMonths(anchor, -(age * 12 + between(1, 11, site.key, age, 'month'))), -day)
  let year = age
  while (kindOfYear(year, ruleSet) !== wanted) year = year > 1 && wanted === 'test' ? year - 1 : year + 1
  return addDays(addMonths(anchor, -(year * 12 + between(2, 4, code, 'late'))), -day)
}
