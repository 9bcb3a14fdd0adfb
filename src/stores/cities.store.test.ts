import type { CityLine } from '@tima/contract/city.ts'
import { phone } from '../test/phone.ts'
import { hotlines, useCities } from './cities.store.ts'

const city = (key: string, changes: Partial<CityLine> = {}): CityLine => ({
  key, names: { zh: key, en: key }, demo: false, hotline: '96333', otherNumbers: [], ...changes,
})

test('hotlines heard once stay when the network is gone', async () => {
  phone.answer = () => ({ statusCode: 200, header: {}, data: JSON.stringify({ items: [city('qingyu')] }) })
  await useCities.getState().load()
  phone.answer = () => Promise.reject({ errMsg: 'request:fail ' })
  await useCities.getState().load()
  expect(useCities.getState().items.map(({ key }) => key)).toEqual(['qingyu'])
})

test('a city without a number to call is left out, a demo stands last', () => {
  const items = [city('demo', { demo: true }), city('mute', { hotline: null }), city('real')]
  expect(hotlines(items).map(({ key }) => key)).toEqual(['real', 'demo'])
})
