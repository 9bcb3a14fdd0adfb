import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { VisitRow } from '@tima/contract/import.ts'
import type pg from 'pg'
import { testCitySide } from '../test/city-side.ts'
import { send, source } from '../test/import.ts'
import type { Source } from './source.ts'

let db: pg.Pool
let register: Source
let keeper: Source
let code: string

const visit = (changes: Partial<VisitRow> = {}): VisitRow => ({
  ref: 'V-1', elevator: '310427', kind: 'half-month', startedAt: '2026-11-14T09:00:00+08:00', endedAt: '2026-11-14T09:46:00+08:00',
  itemsDone: 31, organization: '匠衡维保站', workers: ['王*'], ...changes,
})
const entries = async () => (await db.query<{ id: string; corrects: string | null; items_done: number; source_ref: string }>(
  'SELECT id, corrects, items_done, source_ref FROM visit ORDER BY id')).rows
const outcomes = (results: { outcome: string }[]) => results.map(({ outcome }) => outcome)

before(async () => {
  db = (await testCitySide()).pools.rw
  register = await source(db, 'register', 'registry')
  keeper = await source(db, 'keeper', 'maintenance')
  const results = await send(db, register, 'elevators', [
    { ref: 'A1', asOf: '2026-01-01', fields: { rescueCode: '310427', registrationCode: '31109901312019000427', deviceCode: '311099131201900427', building: '3 幢', car: '西侧' } },
    { ref: 'A2', asOf: '2026-01-01', fields: { rescueCode: '310428', deviceCode: '311099131201900427', building: '3 幢', car: '东侧' } },
  ])
  code = results[0]!.code!
})

describe('records are only ever added', () => {
  test('the same row again is unchanged; one that says something else corrects the newest entry', async () => {
    assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit()])), ['created'])
    assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit({ startedAt: '2026-11-14T01:00:00Z' })])), ['unchanged'])
    assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit({ itemsDone: 30 })])), ['corrected'])
    assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit({ itemsDone: 29 })])), ['corrected'])
    assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit({ itemsDone: 29 })])), ['unchanged'])
    const [first, second, third] = await entries()
    assert.deepEqual([first!.items_done, second!.items_done, third!.items_done], [31, 30, 29])
    assert.deepEqual([first!.corrects, second!.corrects, third!.corrects], [null, first!.id, second!.id])
  })

  test('a row of an earlier day does not correct a later word, and one that names no day does', async () => {
    const inspection = (conclusion: 'passed' | 'failed' | 'passed-on-reinspection', asOf?: string) => send(db, register, 'inspections', [
      { ref: 'D-1', elevator: '310427', kind: 'inspection', performedOn: '2024-03-01', conclusion, ...(asOf && { asOf }) },
    ])
    assert.deepEqual(outcomes(await inspection('failed', '2024-06-01')), ['created'])
    assert.deepEqual(outcomes(await inspection('passed', '2024-03-01')), ['older'])
    assert.deepEqual(outcomes(await inspection('failed', '2024-03-01')), ['unchanged'])
    assert.deepEqual(outcomes(await inspection('failed', '2024-07-01')), ['unchanged'])
    assert.deepEqual(outcomes(await inspection('passed-on-reinspection', '2024-06-01')), ['corrected'], 'the same day')
    assert.deepEqual(outcomes(await inspection('failed')), ['corrected'])
    assert.deepEqual(outcomes(await inspection('passed', '2024-03-01')), ['older'])
    const { rows } = await db.query("SELECT conclusion, as_of::text FROM inspection WHERE source_ref = 'D-1' ORDER BY id")
    assert.deepEqual(rows.map(({ conclusion, as_of }) => [conclusion, as_of]), [
      ['failed', '2024-06-01'], ['passed-on-reinspection', '2024-06-01'], ['failed', '2024-06-01'],
    ])
  })

  test('an elevator goes by its code, in any writing, and by each of its numbers', async () => {
    const names = [code, `${code.slice(0, 4)} ${code.slice(4, 8).toLowerCase()}-${code.slice(8)}`, '３１０４２７', '31109901312019000427', 'A1']
    for (const [at, elevator] of names.entries()) {
      assert.deepEqual(outcomes(await send(db, keeper, 'visits', [visit({ ref: `N-${at}`, elevator })])), ['created'], elevator)
    }
  })

  test('a number of none or of several elevators refuses the row', async () => {
    const results = await send(db, keeper, 'visits', [visit({ ref: 'X', elevator: '999999' }), visit({ ref: 'Y', elevator: '311099131201900427' }), visit({ ref: 'Z' })])
    assert.deepEqual(results.map(({ outcome, reason }) => [outcome, reason]), [
      ['refused', 'elevator-unknown'], ['refused', 'elevator-ambiguous'], ['created', undefined],
    ])
  })

  test('two sources may use the same ref', async () => {
    const other = await source(db, 'other-keeper', 'maintenance')
    assert.deepEqual(outcomes(await send(db, other, 'visits', [visit({ itemsDone: 44 })])), ['created'])
  })

  test('a row that the database refuses is refused alone', async () => {
    const rows = [visit({ ref: 'ok-1' }), visit({ ref: 'nul', organization: 'a\u0000b' }), visit({ ref: 'ok-2' }), visit({ ref: 'ok-3' })]
    const results = await send(db, keeper, 'visits', rows)
    assert.deepEqual(outcomes(results), ['created', 'refused', 'created', 'created'])
    assert.equal(results[1]!.reason, 'write-failed')
  })

  test('two runs of one source at once store each row once', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => visit({ ref: `P-${n}` }))
    const runs = await Promise.all([send(db, keeper, 'visits', rows), send(db, keeper, 'visits', [...rows].reverse())])
    assert.deepEqual(runs.flatMap(outcomes).sort(), [...Array(50).fill('created'), ...Array(50).fill('unchanged')])
    assert.equal((await entries()).filter(({ source_ref }) => source_ref.startsWith('P-')).length, 50)
  })

  test('inspections, policies, checks and notices go the same way', async () => {
    const elevator = '310427'
    const inspection = { ref: 'I', elevator, kind: 'inspection' as const, performedOn: '2026-05-12', conclusion: 'passed' as const, reportNo: 'R-1' }
    const policy = { ref: 'P', elevator, insurer: '青屿互助保险', startsOn: '2026-04-01', endsOn: '2027-03-31', limitCny: 1_000_000 }
    const check = { ref: 'C', elevator, kind: 'daily' as const, performedOn: '2026-11-20', result: 'no-risk' as const }
    const notice = { ref: 'N', elevator, kind: 'stopped' as const, startsAt: '2026-11-20T06:50:00+08:00', reason: '更换门锁', organization: '匠衡维保站' }
    for (const outcome of ['created', 'unchanged']) {
      assert.deepEqual(outcomes(await send(db, register, 'inspections', [inspection])), [outcome])
      assert.deepEqual(outcomes(await send(db, register, 'policies', [policy])), [outcome])
      assert.deepEqual(outcomes(await send(db, register, 'checks', [check])), [outcome])
      assert.deepEqual(outcomes(await send(db, register, 'notices', [notice])), [outcome])
    }
    const ended = { ...notice, endedAt: '2026-11-20T18:00:00+08:00' }
    assert.deepEqual(outcomes(await send(db, register, 'notices', [ended])), ['corrected'])
  })
})
