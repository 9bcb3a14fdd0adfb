/** @jest-environment node */
import { cacheFirst, KEPT_AT, networkFirst, type Phone } from './kept-answers.ts'
import { roomOf } from './rooms.ts'

// Stands in for the browser's cache: answers by address, in the order they were put.
function imaginedCaches() {
  const caches = new Map<string, Map<string, Response>>()
  const nameOf = (asked: string | Request) => (typeof asked === 'string' ? asked : asked.url)
  const open = async (name: string) => {
    const kept = caches.get(name) ?? new Map<string, Response>()
    caches.set(name, kept)
    return {
      match: async (asked: string) => kept.get(asked)?.clone(),
      put: async (asked: string, answer: Response) => void kept.set(asked, answer),
      delete: async (asked: string | Request) => kept.delete(nameOf(asked)),
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
    }
  }
  return { storage: { open } as unknown as CacheStorage, urls: (name: string) => [...(caches.get(name)?.keys() ?? [])] }
}

const PAGE = 'https://tima.test/e/7K3MQ9TXV1'
const html = (body = 'fresh') =>
  new Response(`<!doctype html><html lang="zh-CN"><head><title>x</title></head><body>${body}</body></html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' },
  })
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const noNetwork = () => Promise.reject(new TypeError('Failed to fetch'))

function imaginedPhone(fetch: Phone['fetch']) {
  const { storage, urls } = imaginedCaches()
  const phone: Phone = { caches: storage, fetch, now: () => '2026-11-21T04:00:00.000Z', patienceMs: 20 }
  const ask = (url = PAGE, limit = 50) => networkFirst(phone, 'pages', new Request(url), limit)
  return { phone, ask, urls }
}

test('with a network the answer of the network counts, and is kept', async () => {
  const { phone, ask, urls } = imaginedPhone(async () => html('one'))
  await ask()
  phone.fetch = async () => html('two')
  expect(await (await ask()).text()).toContain('two')
  expect(urls('pages')).toEqual([PAGE])
})

test.each<[string, Phone['fetch']]>([
  ['no network', noNetwork],
  ['trouble on the other side', async () => new Response('', { status: 503 })],
  ['no answer in time', () => new Promise(() => undefined)],
])('%s: the kept page is given, and says in its head when it was fetched', async (_, fetch) => {
  const { phone, ask } = imaginedPhone(async () => html('kept'))
  await ask()
  phone.fetch = fetch
  const answer = await ask()
  expect(await answer.text()).toContain(`<head><meta name="${KEPT_AT}" content="2026-11-21T04:00:00.000Z"><title>`)
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
})

test('a kept JSON answer carries its moment in a header and is otherwise as it was', async () => {
  const url = 'https://tima.test/v1/elevators/7K3MQ9TXV1'
  const { phone, ask } = imaginedPhone(async () => json({ code: '7K3MQ9TXV1' }))
  expect((await ask(url)).headers.get(KEPT_AT)).toBeNull()
  phone.fetch = noNetwork
  const answer = await ask(url)
  expect([answer.headers.get(KEPT_AT), await answer.json()]).toEqual(['2026-11-21T04:00:00.000Z', { code: '7K3MQ9TXV1' }])
})

test('a page never seen has nothing to fall back on', async () => {
  await expect(imaginedPhone(noNetwork).ask()).rejects.toThrow('Failed to fetch')
})

test.each([400, 403, 500, 503, 304])('status %i is passed on and never kept', async (status) => {
  const { ask, urls } = imaginedPhone(async () => new Response(null, { status }))
  expect((await ask()).status).toBe(status)
  expect(urls('pages')).toEqual([])
})

test.each([404, 410])('status %i drops what was kept', async (status) => {
  const { phone, ask, urls } = imaginedPhone(async () => html())
  await ask()
  phone.fetch = async () => new Response(null, { status })
  expect((await ask()).status).toBe(status)
  expect(urls('pages')).toEqual([])
})

test('an unchanged answer leaves the kept one where it is', async () => {
  const { phone, ask, urls } = imaginedPhone(async () => html())
  await ask()
  phone.fetch = async () => new Response(null, { status: 304 })
  expect((await ask()).status).toBe(304)
  expect(urls('pages')).toEqual([PAGE])
})

test('only the newest are kept', async () => {
  const { ask, urls } = imaginedPhone(async () => html())
  for (const name of ['A', 'B', 'A', 'C']) await ask(`https://tima.test/e/${name}`, 2)
  expect(urls('pages')).toEqual(['https://tima.test/e/A', 'https://tima.test/e/C'])
})

test('a file is fetched once; an error in its place is not kept', async () => {
  const file = new Request('https://tima.test/app/js/app.0123abcd.js')
  const fetch = jest.fn(async () => new Response('', { status: 500 }))
  const { phone } = imaginedPhone(fetch)
  await cacheFirst(phone, 'files', file)
  fetch.mockImplementation(async () => new Response('code'))
  await cacheFirst(phone, 'files', file)
  expect(await (await cacheFirst(phone, 'files', file)).text()).toBe('code')
  expect(fetch).toHaveBeenCalledTimes(2)
})

describe('which requests are the app’s business', () => {
  const room = (path: string, mode = 'cors', method = 'GET') => roomOf({ method, mode, url: new URL(path, 'https://tima.test').href }, 'https://tima.test')
  test.each([
    ['/e/7K3MQ9TXV1.A0123456789ABCDEF', 'navigate', 'elevator-page'],
    ['/', 'navigate', 'app-page'],
    ['/pages/home/index', 'navigate', 'app-page'],
    ['/openapi.json', 'navigate', null],
    ['/metrics', 'navigate', null],
    ['/app/js/app.0123abcd.js', 'no-cors', 'file'],
    ['/app/index.html', 'cors', null],
    ['/v1/elevators/7K3MQ9TXV1', 'cors', 'answer'],
    ['/v1/elevators/7K3MQ9TXV1/timeline?before=x', 'cors', 'answer'],
    ['/v1/elevators?q=x', 'cors', null],
    ['https://elsewhere.test/e/7K3MQ9TXV1', 'navigate', null],
  ])('%s (%s) → %s', (path, mode, expected) => expect(room(path, mode)).toBe(expected))
  test('what is sent is never answered from a copy', () => expect(room('/v1/elevators/7K3MQ9TXV1', 'cors', 'POST')).toBeNull())
})
