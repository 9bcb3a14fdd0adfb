import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RideBasis } from './basis.ts'
import { addDays, addMonths, endOfMonth } from './day.ts'
import { dueOfYear, kindOfYear, needsInspectionBeforeRestart, printedDue, ruleDue } from './examination.ts'
import { basis, passed, ruleSet, TODAY } from './sample.test-data.ts'

test('inspection in years 1, 4, 7, 9, 11, 13, 15 and every year after, test in the others', () => {
  const inspected = Array.from({ length: 20 }, (_, i) => i + 1).filter((n) => kindOfYear(n, ruleSet) === 'inspection')
  assert.deepEqual(inspected, [1, 4, 7, 9, 11, 13, 15, 16, 17, 18, 19, 20])
})

test('due by the end of the month of the base', () => {
  const table: [number, string, string | undefined, string][] = [
    [1, '2020-05-17', undefined, '2021-05-31'],
    [15, '2020-05-31', undefined, '2035-05-31'],
    [1, '2020-02-29', undefined, '2021-02-28'],
    [4, '2020-02-29', undefined, '2024-02-29'],
    [1, '2020-01-31', undefined, '2021-01-31'],
    [2, '2020-12-01', undefined, '2022-12-31'],
    // After a restart the month changes and the years are counted from the base: September 2020 ends in the 11th year.
    [11, '2010-05-17', '2020-09-10', '2020-09-30'],
    [12, '2010-05-17', '2020-09-10', '2021-09-30'],
    [10, '2010-12-17', '2020-01-10', '2020-01-31'],
    [10, '2010-05-17', '2020-05-02', '2020-05-31'],
  ]
  for (const [n, base, month, expected] of table) assert.equal(dueOfYear(n, base, month), expected)
})

const due = (kind: 'inspection' | 'test', rest: Partial<RideBasis>, today = TODAY) =>
  ruleDue(kind, basis(rest), ruleSet, today)?.due ?? null

const inspections: [string, Partial<RideBasis>, string | null][] = [
  ['year 1 in its month', { lastInspection: passed('2021-05-20') }, '2024-05-31'],
  ['year 1 two months early moves nothing', { lastInspection: passed('2021-03-01') }, '2024-05-31'],
  ['earlier than two months does not count', { lastInspection: passed('2021-02-28') }, '2021-05-31'],
  ['year 1 late moves nothing', { lastInspection: passed('2021-12-10') }, '2024-05-31'],
  ['year 4', { lastInspection: passed('2024-05-31') }, '2027-05-31'],
  ['before the base (modified since)', { lastInspection: passed('2019-05-31') }, '2021-05-31'],
  ['failed leaves its own year open', { lastInspection: passed('2024-05-10', { conclusion: 'failed' }) }, '2024-05-31'],
  [
    'failed early too',
    { lastInspection: passed('2024-03-10', { conclusion: 'failed-on-reinspection' }) },
    '2024-05-31',
  ],
  ['failed late too', { lastInspection: passed('2024-09-10', { conclusion: 'failed' }) }, '2024-05-31'],
  ['failed in year 1', { lastInspection: passed('2021-05-10', { conclusion: 'failed' }) }, '2021-05-31'],
  [
    'passed on reinspection',
    { lastInspection: passed('2024-06-20', { conclusion: 'passed-on-reinspection' }) },
    '2027-05-31',
  ],
  [
    'supervision after repair stands for its year',
    { lastInspection: passed('2023-08-01', { kind: 'supervision' }) },
    '2027-05-31',
  ],
  [
    'supervision in a test year changes nothing',
    { lastInspection: passed('2022-08-01', { kind: 'supervision' }) },
    '2024-05-31',
  ],
  [
    'supervision of the installation is the base',
    { lastInspection: passed('2020-05-17', { kind: 'supervision' }) },
    '2021-05-31',
  ],
  ['no base', { inspectionBase: null }, null],
]
for (const [name, rest, expected] of inspections)
  test(`inspection: ${name}`, () => assert.equal(due('inspection', rest), expected))

test('inspections follow each other through the years', () => {
  const years = [1, 4, 7, 9, 11, 13, 15, 16, 17, 18]
  years.slice(0, -1).forEach((year, i) => {
    const lastInspection = passed(`${2000 + year}-05-10`)
    assert.equal(due('inspection', { inspectionBase: '2000-05-17', lastInspection }), `${2000 + years[i + 1]!}-05-31`)
  })
})

test('tests follow each other between the inspections, and none comes after year 14', () => {
  const years = [2, 3, 5, 6, 8, 10, 12, 14]
  years.forEach((year, i) => {
    const next = years[i + 1]
    const lastInspection = passed('2001-05-10')
    const lastTest = passed(`${2000 + year}-05-10`)
    assert.equal(
      due('test', { inspectionBase: '2000-05-17', lastInspection, lastTest }),
      next ? `${2000 + next}-05-31` : null,
    )
  })
  assert.equal(
    due('test', { inspectionBase: '2000-05-17', lastInspection: passed('2016-05-10'), lastTest: null }),
    null,
  )
})

const tests: [string, Partial<RideBasis>, string | null][] = [
  ['the first after year 1', { lastInspection: passed('2021-05-20'), lastTest: null }, '2022-05-31'],
  [
    'one month early moves nothing',
    { lastInspection: passed('2021-05-20'), lastTest: passed('2022-04-01') },
    '2023-05-31',
  ],
  [
    'earlier than one month does not count',
    { lastInspection: passed('2021-05-20'), lastTest: passed('2022-03-31') },
    '2022-05-31',
  ],
  ['a missed one stays due', { lastInspection: passed('2021-05-20'), lastTest: passed('2022-05-20') }, '2023-05-31'],
  [
    'an inspection answers for the tests before it',
    { lastInspection: passed('2024-05-20'), lastTest: passed('2022-05-20') },
    '2025-05-31',
  ],
  [
    'an inspection late by a year answers for the test of that year',
    { lastInspection: passed('2025-06-20'), lastTest: null },
    '2026-05-31',
  ],
  ['in the month of that test as well', { lastInspection: passed('2025-05-02'), lastTest: null }, '2026-05-31'],
  [
    'that does not meet leaves its year open',
    { lastTest: passed('2026-05-20', { conclusion: 'does-not-meet' }) },
    '2026-05-31',
  ],
]
for (const [name, rest, expected] of tests) test(`test: ${name}`, () => assert.equal(due('test', rest), expected))

test('without a record the date to come is shown, the missed one is due', () => {
  const none = { inspectionBase: '2010-05-17', lastInspection: null, lastTest: null }
  assert.deepEqual(ruleDue('inspection', basis(none), ruleSet, TODAY), {
    due: '2011-05-31',
    upcoming: '2027-05-31',
    from: '2010-05-17',
  })
  assert.deepEqual(ruleDue('inspection', basis(none), ruleSet, '2011-05-31'), {
    due: '2011-05-31',
    upcoming: '2011-05-31',
    from: '2010-05-17',
  })
  assert.equal(ruleDue('test', basis(none), ruleSet, '2012-06-01')?.upcoming, '2013-05-31')
})

test('a date counts from the base when the record is older', () => {
  const older = basis({ lastInspection: passed('2019-05-31'), lastTest: passed('2019-05-31') })
  assert.equal(ruleDue('inspection', older, ruleSet, TODAY)?.from, '2020-05-17')
  assert.equal(ruleDue('test', basis(), ruleSet, TODAY)?.from, '2026-05-08')
})

test('out of use for more than a year: nothing is due but an inspection before the restart', () => {
  const out = { useStatus: 'out-of-use', outOfUseSince: '2025-11-21' }
  assert.equal(needsInspectionBeforeRestart('2025-11-21', '2026-11-21'), false)
  assert.equal(needsInspectionBeforeRestart('2025-11-21', '2026-11-22'), true)
  assert.equal(needsInspectionBeforeRestart('2024-02-29', '2025-02-28'), false)
  assert.equal(needsInspectionBeforeRestart('2024-02-29', '2025-03-01'), true)
  assert.equal(due('inspection', out, '2026-11-21'), '2027-05-31')
  assert.equal(due('inspection', out, '2026-11-22'), null)
  assert.equal(due('test', out, '2026-11-22'), null)
})

test('after such a restart the month is that of its inspection', () => {
  const restart = { outOfUseSince: '2018-03-01', inspectedOn: '2020-09-10', backInUseOn: '2020-09-20' }
  const back = { inspectionBase: '2010-05-17', lastInspection: passed('2020-09-10'), lastTest: null, restart }
  assert.equal(due('inspection', back), '2022-09-30')
  assert.equal(due('test', back), '2021-09-30')
  const early = { ...back, lastInspection: passed('2022-07-01') }
  assert.equal(due('inspection', early), '2024-09-30')
  const none = { ...back, lastInspection: passed('2017-05-10'), restart: { ...restart, inspectedOn: null } }
  assert.equal(due('inspection', none), '2020-09-20')
  assert.equal(due('test', none), null)
  assert.equal(due('inspection', { ...none, lastInspection: passed('2021-02-10') }), '2023-02-28')
  const short = { ...back, lastInspection: passed('2019-05-10'), restart: { ...restart, outOfUseSince: '2019-09-20' } }
  assert.equal(due('inspection', short), '2021-05-31')
})

test('what was done in time, early or late within its year never moves the next date', () => {
  const base = '2001-03-15'
  fc.assert(
    fc.property(fc.constantFrom(1, 4, 7, 9, 11, 13, 15, 16, 17), fc.integer({ min: 0, max: 290 }), (n, days) => {
      const on = dueOfYear(n, base)
      const opened = `${addMonths(on, -2).slice(0, 8)}01`
      const lastInspection = passed(addDays(opened, days))
      const following = [4, 7, 9, 11, 13, 15, 16, 17, 18].find((year) => year > n)!
      assert.equal(due('inspection', { inspectionBase: base, lastInspection }), endOfMonth(base, 12 * following))
    }),
  )
})

test('the printed date of the newest report that has one', () => {
  const printed = (rest: Partial<RideBasis>, kind: 'inspection' | 'test' = 'inspection') =>
    printedDue(kind, basis(rest), ruleSet)?.on ?? null
  const report = passed('2024-05-20', { nextInspectionOn: '2027-05-12', nextTestOn: '2025-05-12' })
  assert.equal(printed({ lastInspection: report, lastTest: null }), '2027-05-12')
  assert.equal(printed({ lastInspection: report, lastTest: null }, 'test'), '2025-05-12')
  assert.equal(
    printed({ lastInspection: report, lastTest: passed('2025-05-08', { nextInspectionOn: '2027-04-30' }) }),
    '2027-04-30',
  )
  assert.equal(printed({ lastInspection: report, lastTest: passed('2025-04-08') }, 'test'), null, 'met by the test')
  assert.equal(
    printed({
      lastInspection: passed('2027-03-01'),
      lastTest: passed('2026-05-08', { nextInspectionOn: '2027-05-12' }),
    }),
    null,
    'met by the inspection',
  )
  assert.equal(
    printed({ lastInspection: { ...report, conclusion: 'failed' }, lastTest: null }),
    null,
    'a failed report gives no time',
  )
  assert.equal(
    printed({ lastInspection: { ...report, nextInspectionOn: '2035-05-12' }, lastTest: null }),
    null,
    'no rule gives that long',
  )
  assert.equal(
    printed({ lastInspection: { ...report, nextTestOn: '2026-07-01' }, lastTest: null }, 'test'),
    null,
    'nor that long for a test',
  )
  const superseded = { lastInspection: passed('2025-06-20'), lastTest: passed('2023-05-08', { nextTestOn: '2025-05-12' }) }
  assert.equal(printed(superseded, 'test'), null, 'the inspection answers for it')
  const tester = passed('2025-05-08', { nextInspectionOn: '2027-08-01' })
  assert.equal(
    printed({ lastInspection: passed('2024-05-20'), lastTest: tester }),
    null,
    'a tester cannot put off the inspection',
  )
  assert.equal(
    printed({ lastInspection: { ...report, nextInspectionOn: '2024-05-20' }, lastTest: null }),
    null,
    'the day itself is none',
  )
  assert.equal(printed({ lastInspection: null, lastTest: null }), null)
})
