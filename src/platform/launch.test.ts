import { phone } from '../test/phone.ts'
import { entryInput, keepLaunch } from './launch.ts'
import { scanPlate } from './scan.ts'

test.each([
  [{ entry: '7K3MQ9TXV1.A0' }, { path: '/e/7K3MQ9TXV1.A0' }],
  [{ q: 'https%3A%2F%2Ftima.test%2Fe%2F7K3MQ9TXV1' }, { q: 'https%3A%2F%2Ftima.test%2Fe%2F7K3MQ9TXV1' }],
  [{ scene: '7K3MQ9TXV1' }, { scene: '7K3MQ9TXV1' }],
  [{ entry: '7K3MQ9TXV1', q: 'x' }, { path: '/e/7K3MQ9TXV1' }],
  [{}, { path: '/e' }],
])('page parameters %p mean %p', (params, input) => expect(entryInput(params)).toEqual(input))

test('what Alipay scanned comes with the app and opens one page', () => {
  keepLaunch({ query: { qrCode: 'https://tima.test/e/7K3MQ9TXV1' } })
  keepLaunch({ query: {} })
  expect(entryInput({})).toEqual({ qrCode: 'https://tima.test/e/7K3MQ9TXV1' })
  expect(entryInput({})).toEqual({ path: '/e' })
})

test.each([
  ['a plate', { result: 'https://tima.test/e/7K3MQ9TXV1' }, { typed: 'https://tima.test/e/7K3MQ9TXV1' }],
  ['a mini program code', { result: '', path: 'pages/elevator/index?scene=7K3MQ9TXV1' }, { typed: '7K3MQ9TXV1' }],
  ['another mini program’s code', { result: '', path: 'pages/shop/index' }, null],
])('scanning %s', async (_, scanned, input) => {
  phone.scan = async () => scanned
  expect(await scanPlate()).toEqual(input)
})

test('turning back from the scanner is no entry', async () => expect(await scanPlate()).toBeNull())
