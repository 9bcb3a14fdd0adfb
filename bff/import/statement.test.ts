import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { overlay, type Said } from './statement.ts'

const first: Said = { fields: { floors: '18', car: '西侧' }, asOf: '2026-01-01', fieldAsOf: { car: '2025-06-01' }, verified: { floors: { kind: 'inspection', name: '市特检所', on: null } } }

const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const fields = fc.dictionary(fc.constantFrom('floors', 'car', 'district', 'estate'), fc.oneof(fc.constantFrom('1', '2', '3'), fc.constant(null)), { noNullPrototype: true })
const news = fc.record({ asOf: day, fields })

describe('what a source says now over what it said before', () => {
  test('a field not named stays with its own date, a null withdraws one, a change is on record', () => {
    const { said, changes, outcome } = overlay(first, { asOf: '2026-03-01', fields: { floors: '17', car: null } })
    assert.equal(outcome, 'updated')
    assert.deepEqual(said, { fields: { floors: '17' }, asOf: '2026-03-01', fieldAsOf: {}, verified: {} })
    assert.deepEqual(changes, { floors: { from: '18', to: '17' }, car: { from: '西侧', to: null } })
    const partly = overlay(first, { asOf: '2026-03-01', fields: { district: '汀洲区' } })
    assert.deepEqual(partly.said.fieldAsOf, { floors: '2026-01-01', car: '2025-06-01' })
  })

  test('the same said later is fresher and no change', () => {
    const { said, changes, outcome } = overlay(first, { asOf: '2026-03-01', fields: { floors: '18' } })
    assert.equal(outcome, 'updated')
    assert.equal(said.asOf, '2026-03-01')
    assert.deepEqual(changes, {})
    assert.deepEqual(said.verified, first.verified)
  })

  test('an older file changes only what has no later word', () => {
    assert.equal(overlay(first, { asOf: '2025-12-01', fields: { floors: '17' } }).outcome, 'older')
    const { said } = overlay(first, { asOf: '2025-12-01', fields: { floors: '17', car: '东侧' } })
    assert.deepEqual(said.fields, { floors: '18', car: '东侧' })
    assert.deepEqual(said.fieldAsOf, { car: '2025-12-01' })
  })

  test('a changed value loses its verification, unless a new one comes with it', () => {
    assert.deepEqual(overlay(first, { asOf: '2026-02-01', fields: { floors: '17' } }).said.verified, {})
    const proof = { kind: 'inspection' as const, name: '市特检所', on: '2026-02-01' }
    assert.deepEqual(overlay(first, { asOf: '2026-02-01', fields: { floors: '17' }, verified: { floors: proof } }).said.verified, { floors: proof })
  })

  test('said twice is said once', () => {
    fc.assert(fc.property(news, news, (a, b) => {
      const before = overlay(null, a).said
      const once = overlay(before, b).said
      const twice = overlay(once, b)
      assert.deepEqual(twice.said, once)
      assert.deepEqual(twice.changes, {})
      assert.notEqual(twice.outcome, 'updated')
    }))
  })

  test('no field ever goes back in time', () => {
    fc.assert(fc.property(news, news, (a, b) => {
      const before = overlay(null, a).said
      const after = overlay(before, b).said
      for (const field of Object.keys(after.fields)) {
        const was = before.fieldAsOf[field] ?? before.asOf
        if (field in before.fields) assert.ok((after.fieldAsOf[field] ?? after.asOf) >= was)
      }
    }))
  })
})
