import assert from 'node:assert/strict'
import { test } from 'node:test'
import { categories } from '@tima/domain/category.ts'
import { rowFaults } from './check-row.ts'
import { compileMapping } from './map-rows.ts'

const faults = (fields: object) => rowFaults('elevators', { ref: 'A1', asOf: '2026-11-01', fields })

test('every category of the catalogue may be stated, and no other word', () => {
  for (const { code } of categories) assert.deepEqual(faults({ category: code }), [], code)
  const [fault, ...more] = faults({ category: 'banana' })
  assert.deepEqual(fault, { path: '/fields/category', message: `is none of ${categories.map(({ code }) => code).join(', ')}` })
  assert.deepEqual(more, [])
})

test('a fact may be withdrawn', () => {
  assert.deepEqual(faults({ category: null, ratedSpeed: null, rescueCode: null, safetyOfficer: null, manufacturedOn: null }), [])
})

test('a line of many values that are none loses them all and keeps its row', () => {
  const texts = ['address', 'building', 'car', 'carMark', 'district', 'estate', 'floors', 'installer', 'manufacturer', 'model'] as const
  const column = { column: 'x' }
  const map = compileMapping({
    about: 'x', city: 'qingyu', source: { key: 'register', name: 'x', kind: 'registry' },
    rows: [{
      kind: 'elevators', set: { ref: { constant: 'A1' }, asOf: { constant: '2026-11-01' } },
      fields: { ...Object.fromEntries(texts.map((field) => [field, column])), manufacturedOn: column, rescueCode: column, deviceCode: column, ownNumber: { column: 'y' } },
    }],
  }, ['x', 'y'], 'Asia/Shanghai')
  const [mapped] = map(['x'.repeat(501), '西'])
  assert.deepEqual(mapped?.row, { ref: 'A1', asOf: '2026-11-01', fields: { ownNumber: '西' } })
  assert.deepEqual(mapped.warnings.map(({ field }) => field).sort(), [...texts, 'manufacturedOn', 'rescueCode', 'deviceCode'].sort())
})
