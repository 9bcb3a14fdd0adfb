import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitKind } from './basis.ts'
import { contains, itemCounts, visitDue, VISIT_KINDS } from './maintenance.ts'
import { basis, ruleSet } from './sample.test-data.ts'

test('each kind contains the shorter ones, on-demand only itself', () => {
  const all: VisitKind[] = [...VISIT_KINDS, 'on-demand']
  const table = all.map((done) => all.map((needed) => contains(done, needed)))
  assert.deepEqual(table, [
    [true, false, false, false, false],
    [true, true, false, false, false],
    [true, true, true, false, false],
    [true, true, true, true, false],
    [false, false, false, false, true],
  ])
})

// Rows of TSG T5002-2017 annexes A-D that each kind adds.
test('item counts are unions, 257 rows in all', () => {
  const added = { A: [31, 13, 15, 17], B: [30, 13, 9, 14], C: [20, 8, 10, 14], D: [33, 5, 12, 13] }
  for (const annex of ['A', 'B', 'C', 'D'] as const) {
    assert.deepEqual(
      itemCounts[annex],
      added[annex].map((_, i) => added[annex].slice(0, i + 1).reduce((sum, n) => sum + n, 0)),
    )
  }
  assert.equal(
    Object.values(itemCounts).reduce((sum, counts) => sum + counts[3], 0),
    257,
  )
})

const table: [string, [VisitKind, string][], { on: string; from: string } | null][] = [
  ['half-month: 15 days', [['half-month', '2026-11-01']], { on: '2026-11-16', from: '2026-11-01' }],
  ['over a leap day', [['half-month', '2024-02-20']], { on: '2024-03-06', from: '2024-02-20' }],
  [
    'a quarter visit is a half-month visit',
    [
      ['half-month', '2026-10-20'],
      ['quarter', '2026-11-01'],
    ],
    { on: '2026-11-16', from: '2026-11-01' },
  ],
  [
    'a year visit is every visit',
    [
      ['half-month', '2026-01-01'],
      ['quarter', '2025-01-01'],
      ['half-year', '2024-01-01'],
      ['year', '2026-11-01'],
    ],
    { on: '2026-11-16', from: '2026-11-01' },
  ],
  [
    'a half-month visit is no quarter visit',
    [
      ['quarter', '2026-08-01'],
      ['half-month', '2026-10-30'],
    ],
    { on: '2026-11-01', from: '2026-08-01' },
  ],
  [
    'a half-year visit is due by itself',
    [
      ['half-year', '2026-05-01'],
      ['quarter', '2026-10-20'],
      ['half-month', '2026-10-30'],
    ],
    { on: '2026-10-31', from: '2026-05-01' },
  ],
  [
    'a year visit too',
    [
      ['year', '2025-11-01'],
      ['half-year', '2026-10-01'],
      ['half-month', '2026-10-30'],
    ],
    { on: '2026-11-01', from: '2025-11-01' },
  ],
  [
    'an on-demand visit is none of them',
    [
      ['on-demand', '2026-11-10'],
      ['half-month', '2026-11-01'],
    ],
    { on: '2026-11-16', from: '2026-11-01' },
  ],
  ['nothing on record', [], null],
  ['only on-demand visits on record', [['on-demand', '2026-11-10']], null],
]
for (const [name, visits, expected] of table) {
  test(name, () => {
    const lastVisits = visits.map(([kind, on]) => ({ kind, on }))
    assert.deepEqual(visitDue(basis({ lastVisits }), ruleSet), expected)
    assert.deepEqual(visitDue(basis({ lastVisits: lastVisits.toReversed() }), ruleSet), expected)
    assert.equal(visitDue(basis({ lastVisits, onDemandMaintenance: true }), ruleSet), null)
  })
}

test("the days are the rule set's", () => {
  const other = { ...ruleSet, maintenanceDays: { ...ruleSet.maintenanceDays, 'half-month': 30 } }
  assert.equal(visitDue(basis({ lastVisits: [{ kind: 'half-month', on: '2026-11-01' }] }), other)?.on, '2026-12-01')
})
