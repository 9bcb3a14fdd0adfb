import type { ElevatorPage, Facts } from '@tima/contract/elevator.ts'
import { factCatalogue } from '@tima/domain/fact-catalogue.ts'

/** A whole code by the check symbols of domain/code.ts. */
export const CODE = '7K3MQ9TXV1'

const nothing = { value: null, state: 'missing', source: null, asOf: null, verifiedBy: null, others: [] } as const

type Values = { [F in keyof Facts]?: Facts[F]['value'] }

/** An elevator page as the city side answers it: every fact missing but for the given values, in date on 2026-11-21. */
export function elevatorPage(code = CODE, values: Values = { estate: '阳光里', building: '3 栋', car: '西梯' }): ElevatorPage {
  const facts: Record<string, unknown> = {}
  for (const field of Object.keys(factCatalogue)) facts[field] = nothing
  for (const [field, value] of Object.entries(values)) {
    const source = { kind: 'registry', name: '青屿市市场监管局' }
    facts[field] = { value, state: 'known', source, asOf: '2026-10-01', verifiedBy: null, others: [] }
  }
  return {
    code,
    demo: true,
    city: {
      key: 'qingyu', names: { zh: '青屿市', en: 'Qingyu' }, language: 'zh-CN', timeZone: 'Asia/Shanghai', demo: true,
      hotline: '96333', otherNumbers: ['119'], rescuePlatform: 'qingyu', retentionYears: 4,
      ruleSet: {
        id: 'cn-tsg', maintenanceDays: { 'half-month': 15, quarter: 90, 'half-year': 180, year: 365 },
        inspectionYears: [1, 4, 7, 9, 11, 13, 15], inspectionEveryYearAfter: 15, inspectionEarlyMonths: 2, testEarlyMonths: 1,
      },
    },
    facts: facts as Facts,
    basis: {
      category: '3110', useStatus: 'in-use', inspectionBase: '2025-06-10', outOfUseSince: null, onDemandMaintenance: false,
      lastInspection: { performedOn: '2026-06-01', conclusion: 'passed', nextInspectionOn: null, nextTestOn: null },
      lastTest: null, lastVisits: [{ kind: 'half-month', on: '2026-11-14' }], visitOpenSince: null, notices: [],
      rescueSince: null, safetyReports: 0,
    },
    timeline: { items: [], next: null },
    due: { nextVisit: nothing, nextInspection: nothing, nextTest: nothing } as unknown as ElevatorPage['due'],
    ride: { state: 'fit', reasons: [] },
  }
}
