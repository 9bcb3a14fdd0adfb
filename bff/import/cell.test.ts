import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Cell } from '@tima/contract/mapping.ts'
import { cellReader, joinedReader, Unread, type Context, type Reading } from './cell.ts'
import type { Target } from './target.ts'
import { MappingError } from './mapping-error.ts'

const context: Context = { path: 'rows[0].fields.x', column: () => 0, nullWords: new Set(['n/a', '不详']), timeZone: 'Asia/Shanghai' }
const text: Target = { read: 'text' }
const amount = (unit: 'm' | 'kg' | 'm/s'): Target => ({ read: 'number', whole: false, unit })

function read(value: string, cell: Omit<Cell, 'column'>, target: Target = text): Reading {
  return cellReader({ column: 'x', ...cell }, target, context)([value])
}
const message = (reading: Reading): string => (reading instanceof Unread ? reading.message : assert.fail(`read ${String(reading)}`))

describe('one value out of one cell', () => {
  test('spaces and control characters are put right, null words are nothing', () => {
    assert.equal(read('  EAST\t 100\u0000 STREET ', {}), 'EAST 100 STREET')
    for (const nothing of ['', '  ', 'N/A', '不详', '无此项']) assert.equal(read(nothing, { nullWords: ['无此项'] }), null)
  })

  test('units become the unit of the fact', () => {
    assert.equal(read('350.0', { unit: 'ft/min' }, amount('m/s')), 1.778)
    assert.equal(read('2500', { unit: 'lb' }, amount('kg')), 1133.981)
    assert.equal(read('1,000', { unit: 'kg' }, amount('kg')), 1000)
    assert.equal(read('1.000,5', { unit: 'kg', decimal: ',' }, amount('kg')), 1000.5)
    assert.equal(read('１０００ｋｇ', {}, amount('kg')), 1000)
  })

  test('a unit written in the cell is believed over the mapping, one of another measure is not', () => {
    assert.equal(read('105 m/min', { unit: 'm/s' }, amount('m/s')), 1.75)
    assert.equal(read('1吨', { unit: 'kg' }, amount('kg')), 1000)
    assert.match(message(read('1000 kg', { unit: 'm/s' }, amount('m/s'))), /not a measure of m\/s/)
    assert.match(message(read('abc', { unit: 'kg' }, amount('kg'))), /not a number of kg/)
  })

  test('feet and inches in every form the register has', () => {
    const metres: [string, number][] = [
      [`16'4"`, 4.978], [`16"4"`, 4.978], ['16-4', 4.978], [`16'-4`, 4.978], [`16'-4"`, 4.978], ['16 4', 4.978], [`16'4'`, 4.978],
      ["8'", 2.438], ['24 FT', 7.315], ['56"FT', 0], ['46.5', 14.173], ["46.5'", 14.173], ['155-', 47.244],
    ]
    for (const [written, expected] of metres.filter(([, m]) => m > 0)) {
      assert.equal(read(written, { unit: 'feet-inches' }, amount('m')), expected, written)
    }
    for (const unclear of ['561"', '9/1"', '72,9', '17-18', 'LL-12', '{', '56"FT', '378;1']) {
      assert.match(message(read(unclear, { unit: 'feet-inches' }, amount('m'))), /not a number of feet-inches/, unclear)
    }
  })

  test('what lies outside the limits is left out with the value that it would have been', () => {
    assert.match(message(read('7000', { unit: 'ft/min', max: 10.5 }, amount('m/s'))), /35\.56 m\/s, outside/)
  })

  test('a number that a spreadsheet took for a date is read back', () => {
    const house: Cell = { undoDate: { year: 2015, as: 'M-DD', monthYear: true } }
    assert.equal(read('2015-09-01', house), '9-01')
    assert.equal(read('1965-04-01', house), '4-65')
    assert.equal(read('1965-04-02', house), '1965-04-02')
    assert.equal(read('2015-11-06', { undoDate: { year: 2015, as: 'M-D' }, unit: 'feet-inches' }, amount('m')), 3.505)
  })

  test('dates have the forms the mapping gives, and have to exist', () => {
    const dates = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYY年M月D日', 'spreadsheet']
    const day: Target = { read: 'day' }
    assert.equal(read('2026年6月1日', { dates }, day), '2026-06-01')
    assert.equal(read('２０２６/6/1', { dates }, day), '2026-06-01')
    assert.equal(read('46174', { dates }, day), '2026-06-01')
    assert.match(message(read('2026-02-30', { dates }, day)), /not a date of the form/)
  })

  test('a moment without an offset is wall time of the city, clock changes included', () => {
    const moment: Target = { read: 'moment' }
    assert.equal(read('2026-06-01 08:30', {}, moment), '2026-06-01T08:30:00+08:00')
    assert.equal(read('2026-06-01T00:30:00Z', {}, moment), '2026-06-01T00:30:00Z')
    const newYork = cellReader({ column: 'x' }, moment, { ...context, timeZone: 'America/New_York' })
    assert.equal(newYork(['2026-03-08 01:59']), '2026-03-08T01:59:00-05:00')
    assert.equal(newYork(['2026-03-08 03:01']), '2026-03-08T03:01:00-04:00')
  })

  test('words are mapped; an unknown one is refused, kept or nothing', () => {
    const map = { 在用: 'in-use' }
    const word: Target = { read: 'word', words: ['in-use', 'out-of-use'] }
    assert.equal(read('在用', { map }, word), 'in-use')
    assert.equal(message(read('坏了', { map }, word)), 'is not in the mapping')
    assert.equal(read('坏了', { map, otherwise: 'nothing' }, word), null)
    assert.match(message(read('坏了', { map, otherwise: 'keep' }, word)), /none of in-use/)
  })

  test('split, replace, pattern and case', () => {
    assert.equal(read('3 幢-2 单元-西', { split: { by: '-', take: -1 } }), '西')
    assert.equal(read('..B', { replace: [{ find: '^\\.+', with: '' }] }), 'B')
    assert.equal(read('３１０４２７', { pattern: '\\d{6}' }), '310427')
    assert.match(message(read('31042', { pattern: '\\d{6}' })), /does not have the form/)
    assert.equal(read('PARK AVENUE', { case: 'title' }), 'Park Avenue')
  })

  test('joined cells leave out what is empty, or give nothing when all are needed', () => {
    const columns = new Map([['a', 0], ['b', 1]])
    const here = { ...context, column: (name: string) => columns.get(name)! }
    const cells = [{ column: 'a' }, { column: 'b' }]
    assert.equal(joinedReader({ join: cells, with: ' ' }, here)(['1614', 'BROADWAY']), '1614 BROADWAY')
    assert.equal(joinedReader({ join: cells, with: ' ' }, here)(['', 'BROADWAY']), 'BROADWAY')
    assert.equal(joinedReader({ join: cells, with: ' ', need: 'all' }, here)(['', 'BROADWAY']), null)
  })

  test('steps that make no sense are refused with their place in the mapping file', () => {
    assert.throws(() => read('1', { unit: 'lb' }, amount('m/s')), new MappingError('rows[0].fields.x', 'the unit lb is not a measure of m/s'))
    assert.throws(() => read('1', { dates: ['MM/DD'] }, { read: 'day' }), /needs YYYY/)
    assert.throws(() => cellReader({}, text, context), /needs a column or a constant/)
  })
})
