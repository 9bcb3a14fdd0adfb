import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DueFacts as WireDueFacts } from '@tima/contract/elevator.ts'
import { dueFacts } from './due.ts'
import { basis, passed, ruleSet, TODAY } from './sample.test-data.ts'

const missing = { value: null, state: 'missing', source: null, asOf: null, verifiedBy: null, others: [] }
const byRule = (name: string, value: string, asOf: string) => ({
  value,
  state: 'known',
  source: { kind: 'rule', name },
  asOf,
  verifiedBy: null,
  others: [],
})

test('by the rules, each under the name of its regulation and of the day of its record', () => {
  const facts: WireDueFacts = dueFacts(basis(), ruleSet, TODAY)
  assert.deepEqual(facts, {
    nextVisit: byRule('TSG T5002-2017', '2026-11-26', '2026-11-11'),
    nextInspection: byRule('TSG T7001-2023', '2027-05-31', '2024-05-20'),
    nextTest: byRule('TSG T7008-2023', '2028-05-31', '2026-05-08'),
  })
  assert.equal(dueFacts(basis(), { ...ruleSet, id: 'xx-code' }, TODAY).nextVisit.source?.name, 'xx-code')
})

test('nothing without a rule set, nor an examination without a base', () => {
  assert.deepEqual(dueFacts(basis(), null, TODAY), { nextVisit: missing, nextInspection: missing, nextTest: missing })
  const { nextVisit, ...rest } = dueFacts(basis({ inspectionBase: null }), ruleSet, TODAY)
  assert.equal(nextVisit.state, 'known')
  assert.deepEqual(rest, { nextInspection: missing, nextTest: missing })
})

test('nothing where no date applies', () => {
  assert.deepEqual(dueFacts(basis({ onDemandMaintenance: true }), ruleSet, TODAY).nextVisit, missing)
  assert.deepEqual(dueFacts(basis({ lastVisits: [] }), ruleSet, TODAY).nextVisit, missing)
  assert.deepEqual(dueFacts(basis({ useStatus: 'out-of-use' }), ruleSet, TODAY).nextVisit, missing)
  assert.deepEqual(dueFacts(basis({ useStatus: 'scrapped' }), ruleSet, TODAY), {
    nextVisit: missing,
    nextInspection: missing,
    nextTest: missing,
  })
  assert.deepEqual(dueFacts(basis({ inspectionBase: '2004-05-17' }), ruleSet, TODAY).nextTest, missing, 'over 15 years')
})

test('a record of a day to come is not counted', () => {
  const facts = dueFacts(
    basis({
      lastVisits: [{ kind: 'year', on: '2026-11-22' }],
      lastInspection: passed('2027-05-20'),
      lastTest: passed('2027-01-01'),
    }),
    ruleSet,
    TODAY,
  )
  assert.deepEqual(facts.nextVisit, missing)
  assert.deepEqual(facts.nextInspection, byRule('TSG T7001-2023', '2027-05-31', '2020-05-17'))
  assert.deepEqual(dueFacts(basis({ inspectionBase: '2026-12-01' }), ruleSet, TODAY).nextInspection, missing)
})

const report = (nextInspectionOn: string | null, nextTestOn: string | null = null) =>
  basis({
    lastInspection: passed('2024-05-20', { nextInspectionOn, nextTestOn, body: '青屿市特检院' }),
    lastTest: null,
  })
const printedBy = { kind: 'inspection', name: '青屿市特检院' }
const rule = { value: '2027-05-31', source: { kind: 'rule', name: 'TSG T7001-2023' }, asOf: '2024-05-20' }

test('what the inspection body printed comes first', () => {
  const printed = { value: '2027-05-12', state: 'known', source: printedBy, asOf: '2024-05-20', verifiedBy: null }
  assert.deepEqual(dueFacts(report('2027-05-12'), ruleSet, TODAY).nextInspection, { ...printed, others: [rule] })
  assert.deepEqual(dueFacts(report('2027-05-31'), ruleSet, TODAY).nextInspection, {
    ...printed,
    value: '2027-05-31',
    others: [],
  })
  assert.deepEqual(dueFacts({ ...report('2027-05-12'), inspectionBase: null }, ruleSet, TODAY).nextInspection, {
    ...printed,
    others: [],
  })
  assert.deepEqual(dueFacts(report('2027-05-12'), null, TODAY).nextInspection, { ...printed, others: [] })
  assert.deepEqual(dueFacts(report(null, '2025-05-12'), ruleSet, '2024-06-01').nextTest, {
    ...printed,
    value: '2025-05-12',
    others: [{ ...rule, value: '2025-05-31', source: { kind: 'rule', name: 'TSG T7008-2023' } }],
  })
})

test('and contradicts the rule when it names another month', () => {
  for (const on of ['2026-05-31', '2027-04-30', '2027-06-01']) {
    assert.deepEqual(dueFacts(report(on), ruleSet, TODAY).nextInspection, {
      value: on,
      state: 'contradicting',
      source: printedBy,
      asOf: '2024-05-20',
      verifiedBy: null,
      others: [rule],
    })
  }
})
