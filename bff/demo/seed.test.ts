import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { ElevatorPage, RideState } from '@tima/contract/elevator.ts'
import { addDays } from '@tima/domain/day.ts'
import { composePage } from '../elevator/page.ts'
import { rowFaults } from '../import/check-row.ts'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'
import { send, source } from '../test/import.ts'
import { demoRows, seedDemo } from './seed.ts'

/** Seeding dates its runs by the clock, so the test's day is the real one. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
const noon = new Date(`${today}T12:00:00+08:00`)

let side: TestCitySide
let pages: Map<string, ElevatorPage>

async function readPages(now: Date): Promise<Map<string, ElevatorPage>> {
  const { rows } = await side.pools.ro.query<{ id: string; code: string }>('SELECT id, code FROM elevator')
  const all = new Map<string, ElevatorPage>()
  for (const { id, code } of rows) {
    const page = JSON.parse((await composePage(side.pools.ro, side.cities, code, id, now)).json.toString()) as ElevatorPage
    all.set(page.facts.rescueCode.value!, page)
  }
  return all
}

before(async () => {
  side = await testCitySide()
  await seedDemo(side.pools.rw, today)
  pages = await readPages(noon)
})

describe('the demo city', () => {
  test('is the same for the same day, and every row is one a register could send', () => {
    const { ruleSet } = side.cities.get('qingyu')!
    const rows = demoRows('2026-11-21', '2026-11-21', ruleSet!)
    assert.deepEqual(rows, demoRows('2026-11-21', '2026-11-21', ruleSet!))
    assert.ok(rows.length > 15_000)
    const wrong = rows.find(({ kind, row }) => rowFaults(kind, row).length)
    assert.equal(wrong, undefined, JSON.stringify(wrong))
  })

  test('the elevator shown first is fit to ride, with everything on record that such an elevator has', () => {
    const star = pages.get('310427')!
    assert.equal(star.code, 'ENVSJTRC36')
    assert.deepEqual([star.demo, star.ride.state], [true, 'fit'])
    assert.deepEqual([star.facts.estate.value, star.facts.building.value, star.facts.car.value], ['月桥里', '3 幢 2 单元', '西侧电梯'])
    const missing = Object.entries(star.facts).filter(([, fact]) => fact.state !== 'known').map(([field]) => field).sort()
    assert.deepEqual(missing, ['inclination', 'motorKw', 'onDemandMaintenance', 'stepWidthMm'])
    assert.deepEqual([star.due.nextVisit.state, star.due.nextTest.state], ['known', 'known'])
    assert.equal(pages.get('310428')!.facts.car.value, '东侧电梯')
  })

  test('most elevators are fit, and every other answer is there', () => {
    const states = Object.groupBy(pages.values(), ({ ride }) => ride.state)
    const share = (state: RideState) => (states[state]?.length ?? 0) / pages.size
    assert.ok(pages.size >= 230 && share('fit') > 0.75 && share('fit') < 0.95, `${share('fit')}`)
    for (const state of ['care', 'unknown', 'stopped', 'serviced'] as const) assert.ok(share(state) > 0, state)
    const reasons = new Set([...pages.values()].flatMap(({ ride }) => ride.reasons.map(({ kind }) => kind)))
    for (const reason of [
      'sealed', 'stopped', 'registered-out-of-use', 'inspection-failed', 'test-failed', 'visit-open', 'planned-stop-on', 'inspection-overdue',
      'test-overdue', 'maintenance-overdue', 'no-inspection-base', 'no-inspection-record', 'no-visit-record', 'no-use-status',
    ] as const) assert.ok(reasons.has(reason), reason)
  })

  test('every category, old and added elevators, and every state of a fact are there', () => {
    const all = [...pages.values()]
    assert.equal(new Set(all.map(({ facts }) => facts.category.value)).size, 10)
    assert.ok(all.some(({ facts }) => facts.inspectionBase.value! < addDays(today, -15 * 366)))
    assert.ok(all.some(({ facts }) => facts.addedToBuilding.value === true))
    const states = new Set(all.flatMap(({ facts }) => Object.values(facts).map(({ state }) => state)))
    assert.deepEqual([...states].sort(), ['contradicting', 'known', 'missing', 'stale'])
    assert.equal(pages.get('310433')!.facts.carBell.state, 'contradicting')
    assert.equal(pages.get('320403')!.facts.floors.state, 'contradicting')
    assert.equal(pages.get('320401')!.ride.state, 'stopped')
    assert.equal(pages.get('320402')!.ride.state, 'fit', 'the car beside the stopped one')
  })

  test('no name in it is a whole one, no phone is one of a network', async () => {
    const { rows } = await side.pools.ro.query<{ name: string }>(
      `SELECT unnest(worker_names) AS name FROM visit UNION SELECT fields -> 'safetyOfficer' ->> 'name' FROM statement`)
    assert.ok(rows.every(({ name }) => name === null || name.endsWith('*')))
    const phones = await side.pools.ro.query<{ phone: string }>('SELECT phone_24h AS phone FROM organization WHERE phone_24h IS NOT NULL')
    assert.ok(phones.rows.every(({ phone }) => /^0000 555 \d{4}$/.test(phone)))
  })

  test('is loaded once, and carried on when days have passed', async () => {
    assert.equal(await seedDemo(side.pools.rw, today), 0)
    assert.equal(await seedDemo(side.pools.rw, addDays(today, 2)), 0)
    const later = addDays(today, 20)
    await seedDemo(side.pools.rw, later)
    const fit = [...(await readPages(new Date(`${later}T12:00:00+08:00`))).values()].filter(({ ride }) => ride.state === 'fit')
    assert.ok(fit.length / pages.size > 0.75, `${fit.length}`)
    const corrected = await side.pools.ro.query('SELECT 1 FROM visit WHERE corrects IS NOT NULL')
    assert.equal(corrected.rowCount, 0)
  })
})

test('a city with real elevators gets no demo', async () => {
  const real = await testCitySide()
  await send(real.pools.rw, await source(real.pools.rw, 'register', 'registry'), 'elevators', [{ ref: 'A1', asOf: '2026-01-01', fields: {} }])
  assert.equal(await seedDemo(real.pools.rw, today), 0)
})
