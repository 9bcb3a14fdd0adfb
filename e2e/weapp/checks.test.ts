import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dist } from './built.ts'
import { allChecks } from './checks/all.ts'
import type { Check } from './checks/check.ts'

describe('the built mini program', { concurrency: true }, () => {
  for (const [name, check] of Object.entries<Check>(allChecks)) {
    test(name, async () => assert.deepEqual(await check(dist), []))
  }
})
