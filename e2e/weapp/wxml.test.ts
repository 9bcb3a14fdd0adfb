import assert from 'node:assert/strict'
import { describe, test, type TestContext } from 'node:test'
import { openFixture } from './fixture.ts'
import { expression, objectBody } from './host/expression.ts'

const names: Record<string, unknown> = {
  i: { nn: '0', cn: [{ v: '东' }], uid: '' },
  sid: '_a',
  c: 2,
  nothing: null,
  xs: { b: (a: unknown, b: unknown) => a ?? b },
}
const read = (source: string) => expression(source)((name) => names[name])

test('expressions of a built wxml give what a phone gives', () => {
  const table: [string, unknown][] = [
    ['i.nn', '0'],
    ["i.p1||'none'", 'none'],
    ['xs.b(i.p4,!1)', false],
    ['i.uid||sid', '_a'],
    ['c+1', 3],
    ['i.cn[0].v', '东'],
    ["i.nn === '9' ? 1 : c > 1 ? 'two' : 3", 'two'],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['(1 + 2) * 3', 9],
    ['-c + 1', -1],
    ['!c && c', false],
    ['nothing.deep.deeper', undefined],
    ['unknown', undefined],
    ["'a\\'b'", "a'b"],
    ['typeof c', 'number'],
    ['nothing ?? c', 2],
  ]
  for (const [source, value] of table) assert.deepEqual(read(source), value, source)
  assert.deepEqual(read('[0, c, "x"]'), [0, 2, 'x'])
  assert.deepEqual(read('{a: 1, c, ...i}'), { a: 1, c: 2, nn: '0', cn: [{ v: '东' }], uid: '' })
})

test('the data of a template is the inside of an object', () => {
  assert.deepEqual(
    objectBody('i:i,c:c+1,...i')((name) => names[name]),
    { i: names['i'], c: 3, ...(names['i'] as object) },
  )
})

test('a broken expression has no value', () => {
  for (const source of ['', 'a +', 'a b', 'xs.a(c', '{a:', 'a ? b', '#', 'a..b', '"open'])
    assert.throws(() => expression(source), /in \{\{/, source)
})

describe('a wxml file', () => {
  const drawn = async (t: TestContext, wxml: string, data: object, more: Record<string, string> = {}) =>
    await openFixture(t, { 'a.js': `Page({ data: ${JSON.stringify(data)} })`, 'a.wxml': wxml, ...more })

  test('chooses with if, elif and else', async (t) => {
    const wxml =
      '<view wx:if="{{n > 1}}">many</view><view wx:elif="{{n}}">one</view><view wx:else>none</view><view wx:if="{{!n}}">never</view>'
    for (const [n, text] of [
      [2, 'many'],
      [1, 'one'],
      [0, 'none\nnever'],
    ] as const)
      assert.equal((await drawn(t, wxml, { n })).person.text, text)
  })

  test('repeats over lists, objects and counts, also inside each other', async (t) => {
    const wxml =
      '<view wx:for="{{list}}" wx:key="id" wx:if="{{item.on}}">{{index}}:{{item.id}}<text wx:for="{{item.in}}" wx:for-item="one" wx:for-index="key"> {{key}}={{one}}{{item.id}}</text></view><text wx:for="{{3}}">{{item}}</text>'
    const { person } = await drawn(t, wxml, {
      list: [{ id: 'a', on: true, in: { x: 1 } }, { id: 'b' }, { id: 'c', on: true }],
    })
    assert.equal(person.text, '0:a x=1a\n2:c\n012')
  })

  test('uses templates of its own and imported ones, with nothing but their data', async (t) => {
    const wxml =
      '<import src="./b.wxml"/><template name="own">{{x}}{{hidden}}</template><template is="own" data="{{x: 1}}"/><template is="{{name}}" data="{{...rest, hidden: 2}}"/>'
    const { person } = await drawn(
      t,
      wxml,
      { name: 'theirs', hidden: 'page', rest: { y: 'y' } },
      {
        'b.wxml':
          '<wxs module="m">module.exports = { up: function (s) { return s.toUpperCase() } }</wxs><template name="theirs"><view>{{m.up(y)}}{{hidden}}</view></template>',
      },
    )
    assert.equal(person.text, '1\nY2')
  })

  test('an import brings nothing that was itself imported, and a template nobody has is an error', async (t) => {
    const { errors } = await drawn(
      t,
      '<import src="./b.wxml"/><template is="far"/>',
      {},
      { 'b.wxml': '<import src="./c.wxml"/>', 'c.wxml': '<template name="far">far</template>' },
    )
    assert.match(errors.join(), /a\.wxml: there is no template far/)
  })

  test('includes what another file shows', async (t) => {
    assert.equal(
      (await drawn(t, '<include src="b.wxml"/>', { n: 7 }, { 'b.wxml': '<block><view>{{n}}</view></block>' })).person
        .text,
      '7',
    )
  })

  test('what is hidden is not seen', async (t) => {
    const { person } = await drawn(
      t,
      '<view hidden="{{true}}">a</view><view style="display: none">b</view><view>c</view>',
      {},
    )
    assert.equal(person.text, 'c')
  })
})

describe('a component inside a page', () => {
  const files = {
    'a.json': '{"usingComponents":{"box":"./box"}}',
    'a.wxml': '<view bindtap="outer"><box wx:if="{{on}}" i="{{i}}" id="one"/></view><text>{{heard}}</text>',
    'a.js': `Page({ data: { on: true, i: { v: 1 }, heard: '' },
      outer() { this.setData({ heard: this.data.heard + 'page ' }) },
      add() { this.setData({ 'i.v': this.data.i.v + 10 }) },
      own() { this.selectComponent('#one').setData({ 'i.v': 'own' }) },
      go() { this.setData({ on: false }) } })`,
    'box.json': '{"component":true}',
    'box.wxml': '<view class="press" bindtap="tapped">{{i.v}}{{said}}</view>',
    'box.js': `Component({ properties: { i: { type: Object } }, data: { said: '' },
      attached() { getApp().log = ['attached ' + this.data.i.v] }, detached() { getApp().log.push('detached') },
      methods: { tapped(e) { this.setData({ said: '!' + e.type + e.currentTarget.id }) } } })`,
  }

  test('lives and goes with the page, hears its own taps and lets them on to the page', async (t) => {
    const { host, person } = await openFixture(t, files)
    const self = host.pages.top.instance.self as Record<string, () => void>
    await person.tap('1')
    assert.equal(person.text, '1!tap\npage')
    self['own']!()
    await host.settle()
    assert.ok(person.sees('own!tap'), 'what the component sets is not undone by the page')
    self['outer']!()
    await host.settle()
    assert.ok(person.sees('own!tap'), 'nor by another setData of the page')
    self['add']!()
    await host.settle()
    assert.ok(person.sees('11!tap'), 'until the page says something new')
    self['go']!()
    await host.settle()
    assert.equal((host.app as { log?: string[] }).log?.join(), 'attached 1,detached')
    assert.deepEqual(host.core.errors, [])
  })
})
