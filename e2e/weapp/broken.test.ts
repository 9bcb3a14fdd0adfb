import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { broken } from './broken.ts'
import { dist } from './built.ts'
import { allChecks, type CheckName } from './checks/all.ts'

describe('a broken build is seen', { concurrency: true }, () => {
  let place = ''
  before(() => {
    place = fs.mkdtempSync(path.join(os.tmpdir(), 'tima-broken-'))
  })
  after(() => fs.rmSync(place, { recursive: true, force: true }))

  broken.forEach(({ name, seenBy, says, breaks }, at) => {
    test(`that ${name}, by ${seenBy}`, async () => {
      const copy = path.join(place, String(at))
      fs.cpSync(dist, copy, { recursive: true })
      breaks(copy)
      const found = await allChecks[seenBy](copy)
      assert.match(found.join('\n'), says)
    })
  })

  test('by every check there is', () => {
    const names = Object.keys(allChecks) as CheckName[]
    assert.deepEqual(
      names.filter((check) => !broken.some(({ seenBy }) => seenBy === check)),
      [],
    )
  })
})
