import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, daysBetween, endOfMonth, isDay, lastDay, monthCount, seconds } from './day.ts'

// The platform's UTC calendar is the second opinion.
const byPlatform = (count: number) => new Date(count * 86_400_000).toISOString().slice(0, 10)
const count = fc.integer({ min: -250_000, max: 1_000_000 })

test('days agree with the platform from 1285 to 4707', () => {
  fc.assert(
    fc.property(count, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      assert.equal(addDays(byPlatform(from), days), byPlatform(from + days))
      assert.equal(daysBetween(byPlatform(from), byPlatform(from + days)), days)
      assert.ok(isDay(byPlatform(from)))
    }),
    { numRuns: 2000 },
  )
})

test('months end where they end', () => {
  const table: [string, number, string][] = [
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2000-02-29', 1200, '2100-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-05-17', -17, '2022-12-17'],
    ['2024-05-17', 0, '2024-05-17'],
  ]
  for (const [day, months, expected] of table) assert.equal(addMonths(day, months), expected)
  assert.deepEqual(
    [endOfMonth('2024-02-01'), endOfMonth('1900-02-01'), endOfMonth('2024-11-30', 1)],
    ['2024-02-29', '1900-02-28', '2024-12-31'],
  )
  fc.assert(
    fc.property(count, (from) => {
      const last = lastDay(monthCount(byPlatform(from)))
      assert.equal(last.slice(0, 8), byPlatform(from).slice(0, 8))
      assert.equal(addDays(last, 1).slice(8), '01')
    }),
  )
})

test('a day that does not exist is none', () => {
  for (const bad of [
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '20240101',
    '',
    '2024-01-01T00:00:00Z',
  ])
    assert.equal(isDay(bad), false, bad)
})

test('moments compare across offsets', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('9000-01-01'), noInvalidDate: true }), (date) => {
      assert.equal(seconds(date.toISOString()), date.getTime() / 1000)
    }),
  )
  const same = [
    '2026-11-21T00:30:00Z',
    '2026-11-21T08:30:00+08:00',
    '2026-11-20T19:30:00-05:00',
    '2026-11-21 00:30:00+00',
    '2026-11-21t00:30z',
    '2026-11-21T06:00+05:30',
  ]
  assert.deepEqual(
    same.map(seconds),
    same.map(() => 1_795_221_000),
  )
  assert.equal(seconds('2026-11-21T08:30:00.25+08:00'), 1_795_221_000.25)
  for (const bad of ['', '2026-11-21', '2026-11-21T08:30:00', 'soon']) assert.ok(Number.isNaN(seconds(bad)), bad)
})
