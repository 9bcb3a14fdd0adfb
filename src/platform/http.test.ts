import { phone } from '../test/phone.ts'
import { header, http } from './http.ts'

const answers = (reply: { statusCode: number; data?: unknown; header?: Record<string, string> }) => {
  phone.answer = () => reply
}

test('asks the city side of the build, with the query in the address and the time limit', async () => {
  answers({ statusCode: 200, data: '{"items":[]}' })
  await http.get('/v1/elevators', { params: { q: '阳光 3 号', city: undefined } })
  expect(phone.sent).toMatchObject([
    { url: 'https://tima.test/v1/elevators?q=%E9%98%B3%E5%85%89+3+%E5%8F%B7', method: 'GET', timeout: 8000, aborted: false },
  ])
})

test('JSON text becomes its value, and a header is found whatever its case', async () => {
  answers({ statusCode: 200, data: '{"code":"7K3MQ9TX4D"}', header: { Etag: '"a1"' } })
  const response = await http.get('/v1/elevators/7K3MQ9TX4D', { headers: { 'If-None-Match': '"a0"' } })
  expect(response.data).toEqual({ code: '7K3MQ9TX4D' })
  expect([header(response, 'etag'), header(response, 'tima-kept-at')]).toEqual(['"a1"', null])
  expect(phone.sent[0]!.header).toMatchObject({ 'If-None-Match': '"a0"' })
})

test.each([304, 404, 410, 500])('status %i is an answer, not an error', async (statusCode) => {
  answers({ statusCode, data: '' })
  expect((await http.get('/')).status).toBe(statusCode)
})

test.each([
  [{ errMsg: 'request:fail timeout' }, 'ECONNABORTED'],
  [{ errMsg: 'request:fail 请求超时 time out' }, 'ECONNABORTED'],
  [Object.assign(new Error('The operation was aborted'), { name: 'AbortError' }), 'ECONNABORTED'],
  [{ errMsg: 'request:fail ' }, 'ERR_NETWORK'],
  [new TypeError('Failed to fetch'), 'ERR_NETWORK'],
  [undefined, 'ERR_NETWORK'],
])('%p is %s', async (failure, code) => {
  phone.answer = () => Promise.reject(failure)
  await expect(http.get('/')).rejects.toMatchObject({ code })
})

test('a signal stops the request on the phone too', async () => {
  const stop = new AbortController()
  phone.answer = () => new Promise(() => undefined)
  const asked = http.get('/', { signal: stop.signal })
  await Promise.resolve()
  setTimeout(() => stop.abort())
  await expect(asked).rejects.toMatchObject({ code: 'ERR_CANCELED' })
  expect(phone.sent[0]!.aborted).toBe(true)
})

test('a signal that has gone off already sends nothing', async () => {
  await expect(http.get('/', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ERR_CANCELED' })
  expect(phone.sent).toEqual([])
})
