import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { pagesOf } from './host/build.ts'
import { dist } from './built.ts'
import { startCity, type City } from './city.ts'
import type { HostOptions } from './host/host.ts'
import { labelOf } from './host/element.ts'
import { during } from './host/person.ts'
import { FIRST_SCREEN } from './checks/opens.ts'
import { given, openPhone, TAP_BYTES } from './phone.ts'

let city: City
before(async () => {
  city = await startCity()
})

/** Every page of the app: what opens it and words it must show. */
const table: Record<string, { query: () => string; words: string[] }> = {
  'pages/home/index': { query: () => '', words: ['扫码', '看过的电梯', '设置'] },
  'pages/elevator/index': {
    query: () => `?entry=${city.west.code}`,
    words: ['3 幢 2 单元', '可乘用', '困在电梯里了', '维保与检验', '经历'],
  },
  'pages/emergency/index': {
    query: () => `?entry=${city.west.code}`,
    words: ['96333', '310 427', '接通后念这 6 个数字'],
  },
}

test('every page of app.json is in the table', () => assert.deepEqual(Object.keys(table).sort(), pagesOf(dist).sort()))

/** Another language draws every word of the page again, so that tap is a first screen. */
const limitOf = (label: string) => (/^(English|中文)$/.test(label) ? FIRST_SCREEN.bytes : TAP_BYTES)

for (const [page, { query, words }] of Object.entries(table)) {
  describe(page, () => {
    test('opens with what it is for, and sends the screen little', async (t) => {
      const { person, first } = await openPhone(t, page + query(), { citySide: city.url })
      for (const word of words) assert.ok(person.sees(word), word)
      t.diagnostic(`${first.bytes} bytes in ${first.transfers.length} setData`)
      assert.ok(first.bytes <= FIRST_SCREEN.bytes, `${first.bytes} bytes`)
      assert.ok(first.transfers.length <= FIRST_SCREEN.calls, `${first.transfers.length} calls`)
    })

    test('every single tap does something and sends little', async (t) => {
      const open = () => openPhone(t, page + query(), { citySide: city.url })
      const count = (await open()).person.pressable().length
      const heavy: string[] = []
      const dead: string[] = []
      let most = 0
      for (let nth = 0; nth < count; nth += 1) {
        const { host, person } = await open()
        const element = person.pressable()[nth]!
        const label = labelOf(element).split('\n')[0]!
        const chosen = element.attributes['aria-checked'] === 'true'
        const { transfers, calls } = await during(host, () => person.tap(element))
        const bytes = transfers.filter(({ route }) => route === page).reduce((sum, one) => sum + one.bytes, 0)
        if (limitOf(label) === TAP_BYTES) most = Math.max(most, bytes)
        if (bytes > limitOf(label)) heavy.push(`${label}: ${bytes} bytes`)
        if (transfers.length + calls.length === 0 && !chosen) dead.push(label)
      }
      t.diagnostic(`${count} places to tap, ${most} bytes at most`)
      assert.ok(count > 0)
      assert.deepEqual(heavy, [])
      assert.deepEqual(dead, [])
    })
  })
}

describe('how the page looks and speaks', () => {
  const open = (t: Parameters<typeof openPhone>[0], options: Partial<HostOptions>) =>
    openPhone(t, `pages/elevator/index?entry=${city.west.code}`, { citySide: city.url, ...options })
  const look = ({ person }: Awaited<ReturnType<typeof open>>) =>
    String(person.elements()[0]!.attributes['class']).split(' ')

  test('a phone with large text gets the large layout', async (t) => {
    assert.ok(look(await open(t, { device: { fontSizeScaleFactor: 1.4 } })).includes('elder'))
    assert.ok(look(await open(t, { device: { fontSizeScaleFactor: 1.8 } })).includes('largest'))
  })

  test('长辈版 is one tap, and remembered', async (t) => {
    const phone = await open(t, {})
    await phone.person.tap('长辈版')
    assert.ok(look(phone).includes('elder'))
    assert.ok(look(await open(t, { storage: phone.host.storage })).includes('elder'))
  })

  test('a dark phone gets a dark page, also while it is open', async (t) => {
    const phone = await open(t, { device: { theme: 'dark' } })
    assert.ok(look(phone).includes('dark'))
    assert.equal(given(phone, 'setNavigationBarColor').at(-1)?.['frontColor'], '#ffffff')
    await phone.host.turn('light')
    assert.ok(!look(phone).includes('dark'))
  })

  test('an English phone is spoken to in English, and that is remembered when it is chosen', async (t) => {
    assert.ok((await open(t, { device: { language: 'en' } })).person.sees('Fit to ride'))
    const phone = await open(t, {})
    await phone.person.tap('English')
    assert.ok((await open(t, { storage: phone.host.storage })).person.sees('Fit to ride'))
  })

  test('the actions come along when the page is scrolled', async (t) => {
    const { host, person } = await open(t, {})
    const docks = () =>
      person.elements().filter(({ attributes }) => /\bdock up\b/.test(String(attributes['class']))).length
    assert.equal(docks(), 0)
    const { bytes } = await during(host, () => host.scroll(900))
    assert.equal(docks(), 1)
    assert.ok(bytes < 1024)
    assert.equal((await during(host, () => host.scroll(1000))).transfers.length, 0)
  })

  test('a screen reader is told what a thing is', async (t) => {
    const { person } = await open(t, {})
    const roles = new Set(person.elements().map(({ attributes }) => attributes['aria-role']))
    for (const role of ['heading', 'button', 'link', 'navigation'])
      assert.ok(roles.has(role), `${role}: ${[...roles].join(', ')}`)
    assert.ok(
      person
        .elements()
        .some(({ attributes }) => attributes['aria-hidden'] === 'true' || attributes['aria-hidden'] === true),
    )
  })
})
