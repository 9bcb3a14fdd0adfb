import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Facts } from '@tima/contract/elevator.ts'
import type { SourceKind } from '@tima/contract/fact.ts'
import { factCatalogue, type FactField } from './fact-catalogue.ts'

test('the catalogue and the contract name the same facts', () => {
  const suppliers: Record<keyof Facts, { supplier: SourceKind; freshDays: number | null }> = factCatalogue
  const fields: Record<FactField, unknown> = Facts.properties
  assert.deepEqual(Object.keys(suppliers).sort(), Object.keys(fields).sort())
})

test('what ages, ages in days', () => {
  for (const { freshDays } of Object.values(factCatalogue))
    assert.ok(freshDays === null || (Number.isInteger(freshDays) && freshDays > 0))
})
