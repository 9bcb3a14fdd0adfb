import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { ElevatorPage, Neighbours, Timeline } from '@tima/contract/elevator.ts'
import { Problem } from '@tima/contract/problem.ts'
import { makeCode } from '@tima/domain/code.ts'
import { Value } from 'typebox/value'
import { revokePlate } from '../plate/succession.ts'
import { tagOf, testCitySide, type TestCitySide } from '../test/city-side.ts'
import { plant, record, type Planted } from '../test/plant.ts'

const register = { key: 'register', kind: 'registry' }
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

describe('what a scan answers', () => {
  let side: TestCitySide
  let west: Planted
  let bare: Planted
  const get = (url: string, headers = {}) => side.app.inject({ url, headers })

  before(async () => {
    side = await testCitySide()
    west = await plant(side.pools.rw, 'qingyu', {
      register: { kind: 'registry', asOf: day(10), fields: { building: '3 幢 2 单元', car: '西侧电梯', floors: '18', category: '3110', useStatus: 'in-use', rescueCode: '310427' } },
      property: { kind: 'property', asOf: day(3), fields: { floors: '17', carBell: 'works' } },
      old: { kind: 'maintenance', asOf: day(400), fields: { carMark: '西', safetyOfficer: { name: '陈*', phone: '0000 555 0132' } } },
    })
    bare = await plant(side.pools.rw, 'qingyu')
    for (let i = 0; i < 24; i++) {
      await record(side.pools.rw, 'visit', west.id, { key: 'keeper', kind: 'maintenance' }, {
        kind: i % 6 ? 'half-month' : 'quarter', started_at: `${day(6 + 15 * i)}T01:00:00Z`, ended_at: `${day(6 + 15 * i)}T01:40:00Z`, items_done: 31, organization: '匠衡维保站', confirmed_by: '月桥里物业', confirmed_on: day(5 + 15 * i),
      })
    }
    await record(side.pools.rw, 'inspection', west.id, register, { kind: 'inspection', performed_on: day(100), conclusion: 'passed', report_no: 'R-1', body: '市特检所' })
  })

  test('the page is the contract, with its facts, rules and history', async () => {
    const answer = await get(`/v1/elevators/${west.code}.${tagOf(west.code)}`)
    assert.equal(answer.statusCode, 200)
    const page = answer.json<ElevatorPage>()
    assert.deepEqual([...Value.Errors(ElevatorPage, page)], [])
    assert.equal(page.facts.building.value, '3 幢 2 单元')
    assert.deepEqual(page.facts.lastVisit.verifiedBy, { kind: 'property', name: '月桥里物业', on: day(5) })
    assert.equal(page.facts.lastInspection.source?.name, '市特检所')
    assert.equal(page.timeline.items.length, 8)
  })

  test('two sources that disagree are both shown', async () => {
    const { facts } = (await get(`/v1/elevators/${west.code}`)).json<ElevatorPage>()
    assert.equal(facts.floors.state, 'contradicting')
    assert.equal(facts.floors.value, '17')
    assert.deepEqual(facts.floors.others.map((other) => [other.value, other.source.name]), [['18', 'register 来源']])
  })

  test('what is old is stale, what nobody says is missing', async () => {
    const { facts } = (await get(`/v1/elevators/${west.code}`)).json<ElevatorPage>()
    assert.equal(facts.safetyOfficer.state, 'stale')
    assert.equal(facts.carMark.state, 'known')
    assert.deepEqual(facts.runningCosts, { value: null, state: 'missing', source: null, asOf: null, verifiedBy: null, others: [] })
    assert.equal(facts.policy.state, 'missing')
  })

  test('a page that has not changed is not sent again', async () => {
    const { headers } = await get(`/v1/elevators/${west.code}`)
    assert.equal((await get(`/v1/elevators/${west.code}`, { 'if-none-match': headers.etag })).statusCode, 304)
    for (const [held, status] of [[`W/${headers.etag}`, 304], [`"x", ${headers.etag}`, 304], ['*', 304], ['"x", "y"', 200]] as const) {
      assert.equal((await get(`/v1/elevators/${west.code}`, { 'if-none-match': held })).statusCode, status, held)
    }
  })

  test('a corrected record shows its correction and no longer the first entry', async () => {
    const car = await plant(side.pools.rw, 'qingyu')
    const first = await record(side.pools.rw, 'inspection', car.id, register, { kind: 'test', performed_on: day(9), conclusion: 'meets', source_ref: 'T1' })
    await record(side.pools.rw, 'inspection', car.id, register, { kind: 'test', performed_on: day(9), conclusion: 'does-not-meet', source_ref: 'T1', corrects: first })
    const page = (await get(`/v1/elevators/${car.code}`)).json<ElevatorPage>()
    assert.equal(page.facts.lastTest.value?.conclusion, 'does-not-meet')
    assert.deepEqual(page.timeline.items.map((item) => [item.detail.conclusion, item.corrected]), [['does-not-meet', true]])
  })

  test('the history is paged without gap or repeat', async () => {
    const seen: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: Timeline = (await get(`/v1/elevators/${west.code}/timeline${next && `?before=${next}`}`)).json()
      assert.deepEqual([...Value.Errors(Timeline, page)], [])
      seen.push(...page.items.map((item) => item.at))
      next = page.next
    }
    assert.equal(seen.length, 25)
    assert.deepEqual(seen, [...new Set(seen)].sort().reverse())
    const only: Timeline = (await get(`/v1/elevators/${west.code}/timeline?kind=inspection`)).json()
    assert.deepEqual(only.items.map((item) => item.kind), ['inspection'])
  })

  test('daily checks stand in the list of checks, not between everything else', async () => {
    const car = await plant(side.pools.rw, 'qingyu')
    for (const [kind, back] of [['daily', 1], ['daily', 2], ['weekly', 3]] as const) {
      await record(side.pools.rw, 'check_record', car.id, { key: 'property', kind: 'property' }, { kind, performed_on: day(back), result: 'no-risk' })
    }
    const types = (timeline: Timeline) => timeline.items.map((item) => item.type)
    assert.deepEqual(types((await get(`/v1/elevators/${car.code}`)).json<ElevatorPage>().timeline), ['weekly'])
    assert.deepEqual(types((await get(`/v1/elevators/${car.code}/timeline?kind=check`)).json()), ['daily', 'daily', 'weekly'])
  })

  test('the other cars of the building come with their answer', async () => {
    const answer: Neighbours = (await get(`/v1/elevators/${west.code}/neighbours`)).json()
    assert.deepEqual([...Value.Errors(Neighbours, answer)], [])
    assert.equal(answer.items.find((item) => item.code === bare.code)?.ride, 'unknown', 'nothing on record is never green')
    assert.ok(answer.items.every((item) => item.code !== west.code))
  })

  test('an elevator is found by code, by number and by words', async () => {
    await side.pools.rw.query("INSERT INTO alias (value, kind, scope, elevator_id) VALUES ('310427', 'rescue', 'qingyu-96333', $1)", [west.id])
    for (const q of [west.code.toLowerCase(), '310 427', '３１０４２７', `月桥里 ${west.code.slice(0, 9)}`]) {
      const found = (await get(`/v1/elevators?q=${encodeURIComponent(q)}`)).json<{ items: { code: string }[] }>()
      assert.deepEqual(found.items.map((item) => item.code), [west.code], q)
    }
    assert.deepEqual((await get('/v1/elevators?q=100%25')).json(), { items: [], next: null })
    assert.equal((await get('/v1/elevators?q=%20%20')).statusCode, 400)
  })

  describe('a plate that does not lead to an elevator', () => {
    const blank = makeCode('BBBBBBBB')
    const revoked = makeCode('CCCCCCCC')
    before(async () => {
      await side.pools.rw.query("INSERT INTO plate (code, status, serial) VALUES ($1, 'blank', 'S-1')", [blank])
      await side.pools.rw.query("INSERT INTO plate (code, status, serial, reason, successor) VALUES ($1, 'revoked', 'S-2', '牌子换新', $2)", [revoked, west.code])
    })
    const cases: [string, () => string, number, string][] = [
      ['mistyped', () => `${west.code.slice(0, 9)}${west.code[9] === 'Z' ? 'Y' : 'Z'}`, 400, 'code-mistyped'],
      ['forged', () => `${west.code}.A0000000000000000`, 403, 'plate-forged'],
      ['unknown', () => makeCode('DDDDDDDD'), 404, 'code-unknown'],
      ['blank', () => blank, 409, 'plate-blank'],
      ['revoked', () => revoked, 410, 'plate-revoked'],
    ]
    for (const [name, entry, status, kind] of cases) {
      test(`${name}: the same status for the app and for a camera, always with the hotline`, async () => {
        const api = await get(`/v1/elevators/${entry()}`)
        assert.equal(api.statusCode, status)
        assert.match(String(api.headers['content-type']), /application\/problem\+json/)
        const problem = api.json<Problem>()
        assert.deepEqual([...Value.Errors(Problem, problem)], [])
        assert.equal(problem.type, `/problems/${kind}`)
        const page = await get(`/e/${entry()}`)
        assert.equal(page.statusCode, status)
        assert.match(page.body, /href="tel:96333"/)
      })
    }
    test('a revoked plate says why and names its successor', async () => {
      const { reason, successor } = (await get(`/v1/elevators/${revoked}`)).json<Problem>()
      assert.deepEqual([reason, successor], ['牌子换新', west.code])
    })
    test('however often a plate was replaced, every old one leads to the newest; with none left it leads nowhere', async () => {
      const db = side.pools.rw
      const { code: first } = await plant(db, 'qingyu', {}, 'chain')
      const second = await revokePlate(db, first, '刮花', true)
      const third = await revokePlate(db, second!, '又刮花', true)
      const successor = async (code: string) => (await get(`/v1/elevators/${code}`)).json<Problem>().successor
      assert.deepEqual([await successor(first), await successor(second!)], [third, third])
      await revokePlate(db, third!, '拆除', false)
      assert.equal(await successor(first), null)
      assert.deepEqual((await get(`/v1/elevators?q=${third}`)).json(), { items: [], next: null })
    })
    test('a mistyped code names the likely symbol', async () => {
      assert.equal((await get(`/v1/elevators/${cases[0]![1]()}`)).json<Problem>().position, 10)
    })
  })

  test('whoever scans has a number to call, however often they ask and whatever the address says', async () => {
    const small = await testCitySide({ TIMA_RATE_LIMIT: '1' })
    await small.app.inject('/e/0000000000')
    const often = await small.app.inject('/e/0000000000')
    assert.equal(often.statusCode, 429)
    for (const page of [often, await get('/e/%zz'), await get('/e/%FF'), await get(`/e/${'A'.repeat(900)}`)]) {
      assert.match(String(page.headers['content-type']), /text\/html/)
      assert.match(page.body, /href="tel:96333"/)
      assert.ok(page === often || page.statusCode === 400)
    }
    const api = await get('/v1/elevators/%zz')
    assert.equal(api.statusCode, 400)
    assert.match(String(api.headers['content-type']), /problem\+json/)
    assert.equal(api.json<Problem>().type, '/problems/input-invalid')
  })

  test('the answer comes in gzip to who takes it', async () => {
    const ask = (encoding: string) => get(`/v1/elevators/${west.code}`, { 'accept-encoding': encoding })
    const plain = await ask('identity')
    for (const encoding of ['gzip', 'br, gzip;q=0.5', 'gzip, deflate']) {
      const { headers, rawPayload } = await ask(encoding)
      assert.equal(headers['content-encoding'], 'gzip', encoding)
      assert.equal(headers.vary, 'accept-encoding')
      assert.equal(gunzipSync(rawPayload).toString(), plain.body)
    }
    for (const encoding of ['br', 'gzip;q=0', 'gzip; q=0.000, br']) assert.equal((await ask(encoding)).headers['content-encoding'], undefined, encoding)
  })

  test('the card works without script: place, numbers to dial, the code to read out', async () => {
    const { body, headers } = await get(`/e/${west.code}`)
    assert.match(String(headers['content-type']), /text\/html/)
    const card = body.slice(0, body.indexOf('<script'))
    for (const part of ['3 幢 2 单元', 'href="tel:96333"', '310 427', '没有登记物业电话']) assert.ok(card.includes(part), part)
    const english = (await get(`/e/${west.code}`, { 'accept-language': 'en-GB,en' })).body
    assert.match(english, /Call for rescue/)
  })
})
