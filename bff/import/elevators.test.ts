import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import type { ElevatorPage, ElevatorSearch } from '@tima/contract/elevator.ts'
import { testCitySide, type TestCitySide } from '../test/city-side.ts'
import { composePage } from '../elevator/page.ts'
import { send, source } from '../test/import.ts'
import type { Source } from './source.ts'

let side: TestCitySide
let register: Source
let property: Source
let serial = 310500
let rescueCode: string
let ref: string
let code: string

async function page(): Promise<ElevatorPage> {
  const { rows } = await side.pools.rw.query<{ id: string }>('SELECT elevator_id AS id FROM plate WHERE code = $1', [code])
  return JSON.parse((await composePage(side.pools.ro, side.cities, code, rows[0]!.id, new Date())).json.toString()) as ElevatorPage
}
const search = async (q: string) => (await side.app.inject({ url: `/v1/elevators?q=${encodeURIComponent(q)}` })).json<ElevatorSearch>().items

before(async () => {
  side = await testCitySide()
  register = await source(side.pools.rw, 'register', 'registry')
  property = await source(side.pools.rw, 'property', 'property')
})
beforeEach(async () => {
  rescueCode = String(++serial)
  ref = `E${serial}`
  const fields = { rescueCode, district: '汀洲区', estate: '月桥里', building: '3 幢 2 单元', floors: '18', useUnit: '月桥里物业' }
  const [result] = await send(side.pools.rw, register, 'elevators', [{ ref, asOf: '2026-01-01', fields }])
  code = result!.code!
})

describe('people', () => {
  test('a name is masked before it is stored: no table holds it, no answer shows it', async () => {
    await send(side.pools.rw, property, 'elevators', [
      { ref: `P${serial}`, elevator: rescueCode, asOf: '2026-02-01', fields: { safetyOfficer: { name: '欧阳大文', phone: '0000 555 0132' } } },
    ])
    await send(side.pools.rw, register, 'visits', [
      { ref: `V${serial}`, elevator: rescueCode, kind: 'half-month', startedAt: '2026-02-01T01:00:00Z', workers: ['陈大文', 'Ann Lee'] },
    ])
    const { facts } = await page()
    assert.equal(facts.safetyOfficer.value?.name, '欧阳*')
    assert.deepEqual(facts.lastVisit.value?.workers, ['陈*', 'A*** L***'])
    const { rows } = await side.pools.rw.query<{ text: string }>('SELECT fields::text AS text FROM statement UNION ALL SELECT worker_names::text FROM visit')
    assert.ok(!rows.some(({ text }) => /大文|Ann/.test(text)))
  })
})

describe('several sources speak of one elevator', () => {
  test('the second names it by a number; both words stand, the newer one names it in lists', async () => {
    const [result] = await send(side.pools.rw, property, 'elevators', [
      { ref: 'W1', elevator: rescueCode, asOf: '2026-02-01', fields: { floors: '17', car: '西侧电梯', safetyOfficer: { name: '陈*', phone: null } } },
    ])
    assert.deepEqual([result!.outcome, result!.code], ['updated', code])
    const { facts } = await page()
    assert.equal(facts.floors.state, 'contradicting')
    assert.deepEqual(facts.floors.others.map(({ value }) => value), ['18'])
    assert.equal(facts.useUnit.value?.name, '月桥里物业')
    assert.deepEqual((await search(`${code} 西侧`)).map(({ place, title, car }) => [place, title, car]), [['汀洲区 月桥里', '3 幢 2 单元 西侧电梯', '西侧电梯']])
  })

  test('from then on its own ref is enough, and cannot become another elevator', async () => {
    await send(side.pools.rw, property, 'elevators', [{ ref: 'W2', elevator: rescueCode, asOf: '2026-02-01', fields: { car: '西' } }])
    const [again] = await send(side.pools.rw, property, 'elevators', [{ ref: 'W2', asOf: '2026-02-02', fields: { car: '西侧' } }])
    assert.deepEqual([again!.outcome, again!.code], ['updated', code])
    const [other] = await send(side.pools.rw, register, 'elevators', [{ ref: `${ref}-2`, asOf: '2026-01-01', fields: { building: '4 幢' } }])
    const [moved] = await send(side.pools.rw, property, 'elevators', [{ ref: 'W2', elevator: other!.code, asOf: '2026-02-03', fields: {} }])
    assert.equal(moved!.reason, 'elevator-elsewhere')
    const [twice] = await send(side.pools.rw, property, 'elevators', [{ ref: 'W2b', elevator: rescueCode, asOf: '2026-02-03', fields: {} }])
    assert.equal(twice!.reason, 'elevator-elsewhere')
  })

  test('an elevator nobody registered is not made by naming it', async () => {
    const [result] = await send(side.pools.rw, property, 'elevators', [{ ref: 'W3', elevator: '999999', asOf: '2026-02-01', fields: {} }])
    assert.deepEqual([result!.outcome, result!.reason], ['refused', 'elevator-unknown'])
  })

  test('a number that changes no longer finds it, unless another source still states it', async () => {
    const moved = String(++serial)
    await send(side.pools.rw, register, 'elevators', [{ ref, asOf: '2026-02-01', fields: { rescueCode: moved } }])
    assert.deepEqual((await search(moved)).map((line) => line.code), [code])
    const old = await side.pools.rw.query("SELECT 1 FROM alias WHERE kind = 'rescue' AND value = $1", [rescueCode])
    assert.equal(old.rowCount, 0)
  })

  test('an elevator of another city is out of reach', async () => {
    const { openSource } = await import('./source.ts')
    const foreign = await openSource(side.pools.rw, 'nyc', { key: 'keeper', name: 'Keeper', kind: 'maintenance' })
    const [result] = await send(side.pools.rw, foreign, 'elevators', [{ ref: 'F1', elevator: code, asOf: '2026-02-01', fields: { carBell: 'works' } }])
    assert.equal(result!.reason, 'elevator-unknown')
  })

  test('organizations keep what is not said, and a new phone is not a checked one', async () => {
    const unit = { name: '月桥里物业', phone24h: '0000 555 0132', phoneVerifiedOn: '2026-01-05', kinds: ['use-unit' as const] }
    await send(side.pools.rw, register, 'organizations', [unit])
    await send(side.pools.rw, register, 'organizations', [{ name: '月桥里物业', licence: 'L-1' }])
    assert.deepEqual((await page()).facts.useUnit.value, { name: '月桥里物业', phone: '0000 555 0132', phoneVerifiedOn: '2026-01-05', licence: 'L-1' })
    await send(side.pools.rw, register, 'organizations', [{ name: '月桥里物业', phone24h: '0000 555 0199' }])
    const { value } = (await page()).facts.useUnit
    assert.deepEqual([value?.phone, value?.phoneVerifiedOn], ['0000 555 0199', null])
  })
})
