import type { InspectionRow } from '@tima/contract/import.ts'
import type { RuleSet } from '@tima/domain/basis.ts'
import { addDays, addMonths, type Day } from '@tima/domain/day.ts'
import { dueOfYear, kindOfYear, type ExaminationKind } from '@tima/domain/examination.ts'
import { between, chance } from './chance.ts'
import type { DemoElevator } from './elevators.ts'
import { inspectionBody } from './parties.ts'
import { maintenanceOf } from './statements.ts'

/** Until this day every year had a periodic inspection; since then TSG T7001-2023 and T7008-2023 share the years. */
const NEW_RULES: Day = '2024-04-02'
const KEPT = 4

export type Examined = { by: 'inspection' | 'maintenance'; row: InspectionRow }

/** The supervision inspection and the newest yearly examinations up to `today`. */
export function examinationsOf(e: DemoElevator, ruleSet: RuleSet, anchor: Day, today: Day): Examined[] {
  if (e.lapse === 'no-inspection') return []
  const all: Examined[] = []
  for (let n = 1; ; n++) {
    const on = addDays(addMonths(e.base, 12 * n), -between(0, 12, e.ref, n, 'exam'))
    if (on >= today) break
    const kind = on < NEW_RULES ? 'inspection' : kindOfYear(n, ruleSet)
    if (!skipped(e, kind, dueOfYear(n, e.base), anchor)) all.push(examination(e, n, kind, on, ruleSet))
  }
  const kept = all.slice(-KEPT)
  const last = kept.at(-1)
  if (last && e.lapse === 'inspection-failed') last.row.conclusion = 'failed'
  if (last && e.lapse === 'test-failed') last.row.conclusion = 'does-not-meet'
  return e.lapse === 'no-base' ? kept : [supervision(e, ruleSet), ...kept]
}

/** The examination that an overdue elevator did not get. */
const skipped = (e: DemoElevator, kind: ExaminationKind, due: Day, anchor: Day): boolean =>
  e.lapse === `${kind}-overdue` && due > addMonths(anchor, -5) && due < anchor

const nextOf = (kind: ExaminationKind, n: number, base: Day, ruleSet: RuleSet): Day | null => {
  for (let year = n + 1; year <= n + 3; year++) if (kindOfYear(year, ruleSet) === kind) return dueOfYear(year, base)
  return null
}

function supervision(e: DemoElevator, ruleSet: RuleSet): Examined {
  return {
    by: 'inspection',
    row: {
      ref: `S${e.rescueCode}`, elevator: e.rescueCode, kind: 'supervision', performedOn: e.base, conclusion: 'passed', body: inspectionBody.name,
      reportNo: `青检监${e.base.slice(0, 4)}-${e.rescueCode}`,
      nextInspectionOn: nextOf('inspection', 0, e.base, ruleSet), nextTestOn: nextOf('test', 0, e.base, ruleSet),
    },
  }
}

function examination(e: DemoElevator, n: number, kind: ExaminationKind, on: Day, ruleSet: RuleSet): Examined {
  const byFirm = kind === 'test' && chance(e.site.key, 'tester') < 0.5
  const again = kind === 'inspection' && chance(e.ref, n, 'again') < 0.02
  return {
    by: byFirm ? 'maintenance' : 'inspection',
    row: {
      ref: `${kind === 'test' ? 'T' : 'D'}${e.rescueCode}-${n}`, elevator: e.rescueCode, kind, performedOn: on,
      conclusion: kind === 'test' ? 'meets' : again ? 'passed-on-reinspection' : 'passed',
      body: byFirm ? maintenanceOf(e).name : inspectionBody.name,
      reportNo: `${kind === 'test' ? '青测' : '青检'}${on.slice(0, 4)}-${e.rescueCode}`,
      nextInspectionOn: nextOf('inspection', n, e.base, ruleSet), nextTestOn: nextOf('test', n, e.base, ruleSet),
    },
  }
}
