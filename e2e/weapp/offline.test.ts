import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { startCity, type City } from './city.ts'
import { asked, dialled, openPhone } from './phone.ts'

let city: City
before(async () => {
  city = await startCity()
})

const page = () => `pages/elevator/index?entry=${city.west.code}`
const DAY = 86_400_000

describe('no network', () => {
  test('an elevator seen before is shown as it was, and says so', async (t) => {
    const {
      host: { storage },
    } = await openPhone(t, page(), { citySide: city.url })
    const phone = await openPhone(t, page(), { citySide: city.url, storage, network: 'none' })
    for (const words of ['没有网络', '3 幢 2 单元', '定期检验', '310 427']) assert.ok(phone.person.sees(words), words)
    await phone.person.tap('困在电梯里了')
    assert.deepEqual(dialled(phone), ['96333'])
    assert.ok(phone.person.sees('310 427'))
  })

  test('what is kept is judged by today: a visit that fell due meanwhile is overdue', async (t) => {
    const {
      person,
      host: { storage },
    } = await openPhone(t, page(), { citySide: city.url })
    assert.ok(person.sees('可乘用'))
    const later = await openPhone(t, page(), { citySide: city.url, storage, network: 'none', later: 30 * DAY })
    assert.ok(later.person.sees('请注意'), later.person.text)
    assert.ok(!later.person.sees('可乘用'))
  })

  test('an elevator never seen: nothing is made up, the telephone still works', async (t) => {
    const phone = await openPhone(t, page(), { citySide: city.url, network: 'none' })
    assert.ok(phone.person.sees('没有网络'))
    await phone.person.tap('110')
    assert.deepEqual(dialled(phone), ['110'])
  })

  test('the network comes back: the page asks again by itself', async (t) => {
    const {
      host: { storage },
    } = await openPhone(t, page(), { citySide: city.url })
    const { host, person } = await openPhone(t, page(), { citySide: city.url, storage, network: 'none' })
    await host.connect('wifi')
    assert.ok(!person.sees('没有网络'))
    assert.ok(person.sees('3 幢 2 单元'))
  })

  test('and by the hand of who waits', async (t) => {
    const phone = await openPhone(t, page(), { citySide: city.url, network: 'none' })
    phone.host.core.network = 'wifi'
    await phone.person.tap('再试一次')
    assert.ok(phone.person.sees('3 幢 2 单元'))
    assert.equal(asked(phone).filter((url) => url.startsWith('/v1/elevators/')).length, 2)
  })

  test('bars on the screen and no answer: what is kept stands at once, after eight seconds it says why', async (t) => {
    const {
      host: { storage },
    } = await openPhone(t, page(), { citySide: city.url })
    const { host, person } = await openPhone(t, page(), { citySide: city.url, storage, network: 'silent' })
    assert.ok(person.sees('3 幢 2 单元'))
    assert.ok(person.sees('正在更新'))
    await host.pass(8_000)
    assert.ok(person.sees('没有网络'))
  })

  test('the home page lists what was seen', async (t) => {
    const {
      host: { storage },
    } = await openPhone(t, page(), { citySide: city.url })
    const { person } = await openPhone(t, 'pages/home/index', { storage, network: 'none' })
    await person.tap(person.all(/^3 幢 2 单元/)[0]!)
    assert.ok(person.sees('310 427'))
  })
})

test('an unchanged page is not sent twice', async (t) => {
  const {
    host: { storage },
  } = await openPhone(t, page(), { citySide: city.url })
  const { host, person } = await openPhone(t, page(), { citySide: city.url, storage })
  assert.ok(person.sees('3 幢 2 单元'))
  assert.deepEqual(
    host.core.answers.map(({ status }) => status),
    [304],
  )
})

test('a full phone keeps nothing and shows everything', async (t) => {
  const { Storage } = await import('./host/wx/storage.ts')
  const storage = new Storage()
  storage.limit = 100
  const { person } = await openPhone(t, page(), { citySide: city.url, storage })
  assert.ok(person.sees('3 幢 2 单元'))
})

test('a city side in trouble is not called a bad network', async (t) => {
  const {
    host: { storage },
  } = await openPhone(t, page(), { citySide: city.url })
  const { person } = await openPhone(t, page(), {
    citySide: city.url,
    storage,
    weather: () => ({ statusCode: 503, data: '<html>', header: {} }),
  })
  assert.ok(person.sees('我们这边出了问题'))
  assert.ok(person.sees('3 幢 2 单元'))
})
