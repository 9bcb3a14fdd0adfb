import assert from 'node:assert/strict'
import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, test, type TestContext } from 'node:test'
import { openFixture } from './fixture.ts'
import { wxNames } from './host/wx-names.ts'
import { Storage } from './host/wx/storage.ts'

/** A page whose onLoad runs this; it shows `said`. */
const running = (code: string) => ({
  'a.wxml': '<view>{{said}}</view>',
  'a.js': `Page({ data: { said: '' }, onLoad(query) { var page = this; var say = function (x) { page.setData({ said: typeof x === 'string' ? x : JSON.stringify(x) }) }; ${code} } })`,
})
const run = async (t: TestContext, code: string, options = {}) => openFixture(t, running(code), 'a', options)

describe('the place the app runs in', () => {
  test('is a bare language', async (t) => {
    const names = [
      'window',
      'document',
      'fetch',
      'URL',
      'process',
      'Buffer',
      'localStorage',
      'navigator',
      'performance',
      'queueMicrotask',
      'structuredClone',
      'WebAssembly',
      'BigInt',
      'WeakRef',
      'eval',
    ]
    const { person } = await run(
      t,
      `say([${names.map((name) => `typeof ${name}`).join()}].filter(function (one) { return one !== 'undefined' }))`,
    )
    assert.equal(person.text, '[]')
  })

  test('has neither the newest methods nor code made of text', async (t) => {
    const { person } = await run(
      t,
      `var made; try { made = Function('return 1')() } catch (e) { made = 'refused' } say([typeof [].at, typeof ''.replaceAll, typeof Object.hasOwn, made])`,
    )
    assert.equal(person.text, '["undefined","undefined","undefined","refused"]')
  })

  test('may lack Intl, and its clock may be ahead', async (t) => {
    const { person } = await run(t, 'say([typeof Intl, new Date().getFullYear() - new Date(0).getFullYear() > 100])', {
      intl: false,
      later: 80 * 365 * 86_400_000,
    })
    assert.equal(person.text, '["undefined",true]')
  })
})

describe('what a healthy app never does is noted', () => {
  const cases: [name: string, code: string, says: RegExp][] = [
    ['a name WeChat does not have', 'wx.fly', /no wx\.fly/],
    [
      'a function nobody plays here',
      'wx.startBluetoothDevicesDiscovery({})',
      /startBluetoothDevicesDiscovery .* nobody plays/,
    ],
    ['a function WeChat has given up', 'wx.getSystemInfoSync()', /getSystemInfoSync is deprecated/],
    ['an error in a timer', 'setTimeout(function () { throw new Error("late") }, 10)', /timer: .*late/],
    [
      'an error in an answer',
      'wx.getNetworkType({ success: function () { throw new Error("in success") } })',
      /wx\.getNetworkType: .*in success/,
    ],
    ['a word on console.error', 'console.error("oh", { a: 1 })', /console\.error: oh \{"a":1\}/],
    ['a page nobody has', 'wx.navigateTo({ url: "/b", fail: function () {} })', /wx\.navigateTo \/b: is no page/],
    ['an app that never rests', '(function again() { setTimeout(again, 0) })()', /never comes to rest/],
  ]
  for (const [name, code, says] of cases) {
    test(name, async (t) => assert.match((await run(t, code)).errors.join('\n'), says))
  }

  test('an event nobody hears', async (t) => {
    const { person, errors } = await openFixture(t, { 'a.wxml': '<view bindtap="gone">x</view>', 'a.js': 'Page({})' })
    await person.tap('x')
    assert.match(errors.join(), /no method gone hears tap/)
  })
})

test('the typings know the functions of WeChat', () => {
  for (const name of ['request', 'makePhoneCall', 'getStorageSync', 'onThemeChange', 'nextTick'])
    assert.ok(wxNames.has(name), name)
})

describe('pages', () => {
  const page = (
    name: string,
  ) => `Page({ data: { log: '' }, onLoad(q) { this.note('load' + JSON.stringify(q)) }, onShow() { this.note('show') }, onReady() { this.note('ready') }, onHide() { this.note('hide') }, onUnload() { getApp().gone = '${name}' },
    note(x) { this.setData({ log: this.data.log + x + ' ' }) }, next() { wx.navigateTo({ url: './b?x=%E4%B8%9C&y=1', fail(e) { getApp().why = e.errMsg } }) }, back() { wx.navigateBack() }, swap() { wx.redirectTo({ url: '/a' }) } })`
  const wxml =
    '<view>{{log}}</view><view bindtap="next">next</view><view bindtap="back">back</view><view bindtap="swap">swap</view>'
  const files = { 'a.js': page('a'), 'a.wxml': wxml, 'b.js': page('b'), 'b.wxml': wxml }

  test('live as WeChat lets them', async (t) => {
    const { host, person, errors } = await openFixture(t, files, 'a?q=https%3A%2F%2Fx')
    assert.match(person.text, /^load\{"q":"https%3A%2F%2Fx"\} show ready/)
    await person.tap('next')
    assert.match(person.text, /^load\{"x":"%E4%B8%9C","y":"1"\} show ready/)
    await person.tap('back')
    assert.match(person.text, /ready hide show$/m)
    assert.equal(host.app['gone'], 'b')
    await person.tap('next')
    await person.tap('swap')
    assert.deepEqual(
      host.pages.stack.map(({ route }) => route),
      ['a', 'a'],
    )
    assert.deepEqual(errors, [])
  })

  test('are ten at most', async (t) => {
    const { host, person } = await openFixture(t, files)
    for (let deep = 0; deep < 12; deep += 1) await person.tap('next')
    assert.equal(host.pages.stack.length, 10)
    assert.equal(host.app['why'], 'navigateTo:fail webview count limit exceed')
  })
})

describe('the network', () => {
  const get = (more = '') =>
    `wx.request({ url: 'http://city.example/v1?a=1', data: { b: '东' }, header: { 'X-A': 'b' }, timeout: 3000, success: function (r) { say([r.statusCode, r.data, r.header['X-Back']]) }, fail: function (e) { say(e.errMsg) } ${more} })`

  test('is a real one, also for refusals', async (t) => {
    const server = http
      .createServer((request, response) => {
        response.writeHead(404, { 'X-Back': String(request.headers['x-a']) }).end(JSON.stringify({ url: request.url }))
      })
      .listen(0)
    await once(server, 'listening')
    t.after(() => server.close())
    const { person } = await run(t, get(), {
      network: 'wifi',
      citySide: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    })
    assert.equal(person.text, '[404,{"url":"/v1?a=1&b=%E4%B8%9C"},"b"]')
  })

  test('that is not there fails at once; one that is silent only when the app has waited long enough', async (t) => {
    assert.match((await run(t, get())).person.text, /^request:fail/)
    const { host, person } = await run(t, get(), { network: 'silent' })
    assert.equal(person.text, '')
    await host.pass(3000)
    assert.equal(person.text, 'request:fail timeout')
  })
})

describe('storage', () => {
  test('holds values of the next launch, copies not references', async (t) => {
    const storage = new Storage()
    await run(t, 'var x = { a: [1] }; wx.setStorageSync("k", x); x.a.push(2)', { storage })
    assert.equal(
      (await run(t, 'say([wx.getStorageSync("k"), wx.getStorageSync("none")])', { storage })).person.text,
      '[{"a":[1]},""]',
    )
  })

  test('refuses more than it can hold', async (t) => {
    const { person } = await run(
      t,
      'try { wx.setStorageSync("k", new Array(1100000).join("x")) } catch (e) { say(e.message) }',
    )
    assert.match(person.text, /setStorageSync:fail/)
  })
})

test('a script answers for the phone, and without one a person turns back', async (t) => {
  const code = 'wx.scanCode({ success: function (r) { say(r.result) }, fail: function (e) { say(e.errMsg) } })'
  assert.equal((await run(t, code)).person.text, 'scanCode:fail cancel')
})

test('every setData is weighed in bytes of its JSON', async (t) => {
  const { host } = await run(t, 'page.setData({ said: "东" })')
  assert.deepEqual(
    host.core.transfers.map(({ bytes }) => bytes),
    [Buffer.byteLength('{"said":"东"}')],
  )
})
