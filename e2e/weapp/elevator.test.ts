import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { makeCode } from '@tima/domain/code.ts'
import { tagOf } from '../../bff/test/city-side.ts'
import { forgedTag, plateLink, startCity, VISITS, type City } from './city.ts'
import { Refused } from './host/wx/reply.ts'
import { asked, dialled, given, openPhone, scenes } from './phone.ts'

let city: City
before(async () => {
  city = await startCity()
})

const elevator = 'pages/elevator/index'
const q = (link: string) => `${elevator}?q=${encodeURIComponent(link)}&scancode_time=1790000000`

describe('ways to the elevator page', () => {
  const ways: [name: string, url: () => string, scene: number, entry: () => string][] = [
    [
      'the link of a plate',
      () => q(plateLink(city.west.code)),
      scenes.plateLink,
      () => `${city.west.code}.${tagOf(city.west.code)}`,
    ],
    ['a mini program code', () => `${elevator}?scene=${city.west.code}`, scenes.miniProgramCode, () => city.west.code],
    ['a page of our own', () => `${elevator}?entry=${city.west.code}`, scenes.icon, () => city.west.code],
  ]
  for (const [name, url, scene, entry] of ways) {
    test(name, async (t) => {
      const phone = await openPhone(t, url(), { citySide: city.url, scene })
      for (const words of ['3 幢 2 单元', '310 427', '青屿市·汀洲区·月桥里', '按现有记录'])
        assert.ok(phone.person.sees(words), words)
      assert.deepEqual(asked(phone), [`/v1/elevators/${entry()}`])
    })
  }

  test('the code typed at home', async (t) => {
    const { person } = await openPhone(t, 'pages/home/index', { citySide: city.url })
    await person.type(/7K3M/, ` ${city.west.code.toLowerCase()} `)
    await person.tap('查')
    assert.equal(person.route, elevator)
    assert.ok(person.sees('3 幢 2 单元'))
  })

  test('words typed at home, then one of the elevators found', async (t) => {
    const { person } = await openPhone(t, 'pages/home/index', { citySide: city.url })
    await person.type(/7K3M/, '月桥里')
    await person.confirm(/7K3M/, '月桥里')
    assert.ok(person.sees('找到这些'))
    await person.tap(person.all(/^1 幢/)[0]!)
    assert.equal(person.route, elevator)
  })

  test('a plate scanned inside the app, and a scan that was given up', async (t) => {
    const phone = await openPhone(t, 'pages/home/index', { citySide: city.url })
    await phone.person.tap('扫码')
    assert.ok(phone.person.sees('没扫到码'))
    phone.host.play('scanCode', () => ({ result: plateLink(city.west.code), scanType: 'QR_CODE' }))
    await phone.person.tap('扫码')
    assert.equal(phone.person.route, elevator)
    assert.ok(phone.person.sees('3 幢 2 单元'))
  })
})

describe('a plate that leads to no elevator has its own page, and numbers to call', () => {
  const cases: [name: string, url: () => string, words: string][] = [
    ['forged', () => q(plateLink(city.west.code, forgedTag)), '这张码不是我们印的'],
    ['unknown', () => `${elevator}?scene=${makeCode('DDDDDDDD')}`, '没有这部电梯'],
    ['blank', () => `${elevator}?entry=${city.blank}`, '这张码还没装到电梯上'],
    ['revoked', () => `${elevator}?entry=${city.revoked}`, '这张码已停用'],
    [
      'mistyped',
      () => `${elevator}?entry=${city.west.code.slice(0, 9)}${city.west.code[9] === 'Z' ? 'Y' : 'Z'}`,
      '这个码不对',
    ],
    ['of another host', () => q('https://elsewhere.example/e/7K3MQ9TX4D'), '这不是本市的电梯码'],
    ['empty', () => elevator, ''],
  ]
  for (const [name, url, words] of cases) {
    test(name, async (t) => {
      const phone = await openPhone(t, url(), { citySide: city.url })
      assert.ok(phone.person.sees(words), phone.person.text)
      await phone.person.tap(phone.person.all(/^(96333|110)$/)[0]!)
      assert.ok(['96333', '110'].includes(String(dialled(phone)[0])))
    })
  }

  test('a revoked plate leads on to its successor', async (t) => {
    const { person } = await openPhone(t, `${elevator}?entry=${city.revoked}`, { citySide: city.url })
    assert.ok(person.sees('牌子换新'))
    await person.tap(/^看新的码/)
    assert.ok(person.sees('3 幢 2 单元'))
  })
})

describe('help', () => {
  test('trapped: the hotline is dialled, and the card says what to read out', async (t) => {
    const phone = await openPhone(t, q(plateLink(city.west.code)), { citySide: city.url })
    await phone.person.tap('困在电梯里了')
    assert.deepEqual(dialled(phone), ['96333'])
    assert.equal(phone.person.route, 'pages/emergency/index')
    for (const words of ['310 427', '3 幢 2 单元', '离门远一点']) assert.ok(phone.person.sees(words), words)
    await phone.person.tap('打 119')
    assert.deepEqual(dialled(phone), ['96333', '119'])
  })

  test('call: the property, under the number it registered', async (t) => {
    const phone = await openPhone(t, q(plateLink(city.west.code)), { citySide: city.url })
    await phone.person.tap(/^打电话/)
    assert.deepEqual(dialled(phone), ['00005550101'])
  })

  test('somebody who turns back from the call is still on the page', async (t) => {
    const phone = await openPhone(t, q(plateLink(city.west.code)), { citySide: city.url })
    phone.host.play('makePhoneCall', () => {
      throw new Refused('cancel')
    })
    await phone.person.tap(/^打电话/)
    assert.ok(phone.person.sees('3 幢 2 单元'))
  })

  test('a car that is sealed says so, who did it, and which other one runs', async (t) => {
    const { person } = await openPhone(t, `${elevator}?entry=${city.sealed.code}`, { citySide: city.url })
    for (const words of ['停用', '门锁失效', '市场监管局']) assert.ok(person.sees(words), words)
    await person.tap(person.all(/^(去看|看)/)[0]!)
    assert.ok(person.sees('3 幢 2 单元') || person.sees('1 幢'))
  })
})

describe('the record', () => {
  test('two sources that disagree are both shown, what nobody says is missing and never green', async (t) => {
    const { person } = await openPhone(t, `${elevator}?entry=${city.west.code}`, { citySide: city.url })
    assert.match(person.text, /层站\n说法不一\n17 层[^]*18 层/)
    assert.match(person.text, /保险\n没有记录/)
    const bare = await openPhone(t, `${elevator}?entry=${city.bare.code}`, { citySide: city.url })
    assert.ok(bare.person.sees('未知'))
    assert.ok(!bare.person.sees('可乘用'))
  })

  test('a fact tells where it comes from when it is tapped', async (t) => {
    const { person } = await openPhone(t, `${elevator}?entry=${city.west.code}`, { citySide: city.url })
    const before = person.text
    await person.tap('额定载重')
    assert.ok(person.text.length > before.length)
    assert.ok(person.sees('register 来源'))
  })

  test('the history goes on to its very end', async (t) => {
    const { person, ...phone } = await openPhone(t, `${elevator}?entry=${city.west.code}`, { citySide: city.url })
    const stops = () => person.text.split('\n').filter((line) => /^(半月|季度)维保$/.test(line)).length
    while (person.sees('看更早的')) await person.tap('看更早的')
    assert.equal(stops(), VISITS)
    assert.ok(asked({ person, ...phone }).some((url) => url.includes('/timeline?')))
  })

  test('the bar above the page is named', async (t) => {
    const phone = await openPhone(t, `${elevator}?entry=${city.west.code}`, { citySide: city.url })
    assert.equal(given(phone, 'setNavigationBarTitle').at(-1)?.['title'], '梯码')
  })
})

test('a phone without time zones and number formats opens the page too', async (t) => {
  const { person } = await openPhone(t, `${elevator}?entry=${city.west.code}`, { citySide: city.url, intl: false })
  assert.ok(person.sees('3 幢 2 单元'))
})
