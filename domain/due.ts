import { believed, type RideBasis, type RuleSet } from './basis.ts'
import type { Day } from './day.ts'
import { printedDue, ruleDue, type ExaminationKind } from './examination.ts'
import { visitDue } from './maintenance.ts'

type Source = { kind: 'rule' | 'inspection'; name: string }
type Said = { value: Day; source: Source; asOf: Day }

/** A contract Fact of a day; `value`, `source` and `asOf` are null exactly when the state is missing. */
export type DueFact = {
  value: Day | null
  state: 'known' | 'contradicting' | 'missing'
  source: Source | null
  asOf: Day | null
  verifiedBy: null
  others: Said[]
}
export type DueFacts = { nextVisit: DueFact; nextInspection: DueFact; nextTest: DueFact }

const regulations = { visit: 'TSG T5002-2017', inspection: 'TSG T7001-2023', test: 'TSG T7008-2023' }

/** The rule as its readers know it; a rule set of another family goes by its own name. */
const rule = (of: keyof typeof regulations, ruleSet: RuleSet): Source => ({
  kind: 'rule',
  name: ruleSet.id === 'cn-tsg' ? regulations[of] : ruleSet.id,
})

const fact = (said: Said | null, state: DueFact['state'] = 'known', others: Said[] = []): DueFact =>
  said
    ? { ...said, state, verifiedBy: null, others }
    : { value: null, state: 'missing', source: null, asOf: null, verifiedBy: null, others: [] }

function nextExamination(kind: ExaminationKind, basis: RideBasis, ruleSet: RuleSet | null, today: Day): DueFact {
  const computed = ruleSet && ruleDue(kind, basis, ruleSet, today)
  const printed = printedDue(kind, basis, ruleSet)
  const byRule: Said | null = computed && {
    value: computed.upcoming,
    source: rule(kind, ruleSet!),
    asOf: computed.from,
  }
  if (!printed) return fact(byRule)
  const { on, report } = printed
  const byReport: Said = {
    value: on,
    source: { kind: 'inspection', name: report.body ?? '' },
    asOf: report.performedOn,
  }
  if (!byRule) return fact(byReport)
  const sameMonth = byRule.value.slice(0, 7) === on.slice(0, 7)
  return fact(byReport, sameMonth ? 'known' : 'contradicting', byRule.value === on ? [] : [byRule])
}

/**
 * The next visit, inspection and test. What an inspection body printed comes first, and the rule's date stands beside
 * it, contradicting when it names another month (the rules count in months). `asOf` is the day of the record a date is
 * counted from. No visit is due from an elevator out of use, nothing from a scrapped one. `today` is the day in the
 * elevator's city.
 */
export function dueFacts(basis: RideBasis, ruleSet: RuleSet | null, today: Day): DueFacts {
  if (basis.useStatus === 'scrapped') return { nextVisit: fact(null), nextInspection: fact(null), nextTest: fact(null) }
  const trusted = believed(basis, today)
  const visit = ruleSet && basis.useStatus !== 'out-of-use' ? visitDue(trusted, ruleSet) : null
  return {
    nextVisit: fact(visit && { value: visit.on, source: rule('visit', ruleSet!), asOf: visit.from }),
    nextInspection: nextExamination('inspection', trusted, ruleSet, today),
    nextTest: nextExamination('test', trusted, ruleSet, today),
  }
}
