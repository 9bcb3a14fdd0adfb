import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Cities } from '@tima/contract/city.ts'
import { Value } from 'typebox/value'
import { buildApp } from '../app.ts'
import { testCitySide } from '../test/city-side.ts'
import { plant } from '../test/plant.ts'
import { readCities } from './cities.ts'

describe('cities', () => {
  test('a person without a page gets the hotlines', async () => {
    const { app } = await testCitySide()
    const answer = (await app.inject('/v1/cities')).json<Cities>()
    assert.deepEqual([...Value.Errors(Cities, answer)], [])
    assert.equal(answer.items.find(({ key }) => key === 'qingyu')?.hotline, '96333')
  })

  test('once there are elevators, only cities that have some are named: on the card of a refused plate as well', async () => {
    const { app, pools, config, cities } = await testCitySide()
    assert.ok((await app.inject('/v1/cities')).json<Cities>().items.length > 1)
    await plant(pools.rw, 'qingyu')
    const later = await buildApp({ config, pools, cities })
    assert.deepEqual((await later.inject('/v1/cities')).json<Cities>().items.map(({ key }) => key), ['qingyu'])
    const { body } = await later.inject('/e/0000000000')
    assert.match(body, /tel:96333/)
    assert.doesNotMatch(body, /tel:911/)
    await later.close()
  })

  const wrong: [name: string, city: object, words: RegExp][] = [
    ['an unknown setting', { hotlines: [] }, /hotline/],
    ['a hotline that cannot be dialled', { hotline: 'call us' }, /hotline/],
    ['records kept for less than four years', { retentionYears: 2 }, /retentionYears/],
  ]
  test('a folder that is not there is named by its setting', () => {
    assert.throws(() => readCities(join(tmpdir(), 'no-such-folder')), /TIMA_CITIES_DIR/)
  })
  for (const [name, change, words] of wrong) {
    test(`${name} stops the start, by file and place`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'tima-cities-'))
      const good = {
        key: 'x-city', names: { zh: '某市', en: 'Some city' }, language: 'zh-CN', timeZone: 'Asia/Shanghai', demo: false,
        hotline: '96333', otherNumbers: [], rescuePlatform: null, ruleSet: null, retentionYears: 4,
      }
      writeFileSync(join(folder, 'x.json'), JSON.stringify({ ...good, ...change }))
      assert.throws(() => readCities(folder), (error: Error) => /x\.json/.test(error.message) && words.test(error.message))
      rmSync(folder, { recursive: true })
    })
  }
})
