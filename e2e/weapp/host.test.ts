import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expression, objectBody } from './host/expression.ts'

const names: Record<string, unknown> = {
  i: { nn: '0', cn: [{ v: '东' }], uid: '' }, sid: '_a', c: 2, nothing: null, xs: { b: (a: unknown, b: unknown) => a ?? b },
}
const read = (source: string) => expression(source)((name) => names[name])

test('expressions of a built wxml give what a phone gives', () => {
  const table: [string, unknown][] = [
    ['i.nn', '0'], ["i.p1||'none'", 'none'], ['xs.b(i.p4,!1)', false], ['i.uid||sid', '_a'], ['c+1', 3], ['i.cn[0].v', '东'],
    ["i.nn === '9' ? 1 : c > 1 ? 'two' : 3", 'two'], ['1 + 2 * 3 - 4 / 2', 5], ['(1 + 2) * 3', 9], ['-c + 1', -1], ['!c && c', false],
    ['nothing.deep.deeper', undefined], ['unknown', undefined], ["'a\\'b'", "a'b"], ['typeof c', 'number'], ['nothing ?? c', 2],
  ]
  for (const [source, value] of table) assert.deepEqual(read(source), value, source)
  assert.deepEqual(read('[0, c, "x"]'), [0, 2, 'x'])
  assert.deepEqual(read('{a: 1, c, ...i}'), { a: 1, c: 2, nn: '0', cn: [{ v: '东' }], uid: '' })
})

test('the data of a template is the inside of an object', () => {
  assert.deepEqual(objectBody('i:i,c:c+1,...i')((name) => names[name]), { i: names['i'], c: 3, ...(names['i'] as object) })
})

test('a broken expression has no value', () => {
  for (const source of ['', 'a +', 'a b', 'xs.a(c', '{a:', 'a ? b', '#', 'a..b', '"open']) assert.throws(() => expression(source), /in \{\{/, source)
})
