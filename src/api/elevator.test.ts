import type { Problem } from '@tima/contract/problem.ts'
import { phone, type Reply } from '../test/phone.ts'
import { getElevator, getNeighbours, getTimeline, searchElevators } from './elevator.ts'
import { problemKind, Refusal, Trouble } from './failure.ts'

const answers = (statusCode: number, body: unknown, header: Record<string, string> = {}) => {
  const reply: Reply = { statusCode, data: body === null ? '' : JSON.stringify(body), header }
  phone.answer = () => reply
}

const revoked: Problem = {
  type: '/problems/plate-revoked', title: 'Plate revoked', status: 410,
  detail: { zh: '这张码已停用', en: 'This plate is no longer in use' },
  next: { zh: '请告诉物业', en: 'Tell the property' },
  successor: null,
}

test('each operation asks its own address', async () => {
  answers(200, { items: [], next: null })
  await getElevator('7K3MQ9TX4D.A0123456789ABCDEF', '"a1"')
  await searchElevators('阳光', 'qingyu', 'c2')
  await getTimeline('7K3MQ9TX4D', '2026-01-01', 'visit')
  await getNeighbours('7K3MQ9TX4D')
  expect(phone.sent.map(({ url }) => url.replace('https://tima.test', ''))).toEqual([
    '/v1/elevators/7K3MQ9TX4D.A0123456789ABCDEF',
    '/v1/elevators?q=%E9%98%B3%E5%85%89&city=qingyu&after=c2',
    '/v1/elevators/7K3MQ9TX4D/timeline?before=2026-01-01&kind=visit',
    '/v1/elevators/7K3MQ9TX4D/neighbours',
  ])
  expect(phone.sent[0]!.header['If-None-Match']).toBe('"a1"')
})

test('an entry cannot leave its place in the address', async () => {
  answers(200, {})
  await getElevator('../keys?x=1#')
  expect(phone.sent[0]!.url).toBe('https://tima.test/v1/elevators/..%2Fkeys%3Fx%3D1%23')
})

test('a fresh page comes with its tag, an unchanged one without a body', async () => {
  answers(200, { code: '7K3MQ9TX4D' }, { ETag: '"a1"' })
  expect(await getElevator('7K3MQ9TX4D')).toEqual({ unchanged: false, page: { code: '7K3MQ9TX4D' }, etag: '"a1"', keptAt: null })
  answers(304, null)
  expect(await getElevator('7K3MQ9TX4D', '"a1"')).toEqual({ unchanged: true, etag: '"a1"' })
})

test('a page from the offline copy says when it was fetched', async () => {
  answers(200, { code: '7K3MQ9TX4D' }, { 'tima-kept-at': '2026-11-20T08:00:00.000Z' })
  expect(await getElevator('7K3MQ9TX4D')).toMatchObject({ keptAt: '2026-11-20T08:00:00.000Z' })
})

test("a problem of the city side is a Refusal with the city side's words", async () => {
  answers(410, revoked)
  const failure: unknown = await getElevator('7K3MQ9TX4D').catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(Refusal)
  expect((failure as Refusal).problem).toEqual(revoked)
  expect(problemKind((failure as Refusal).problem)).toBe('plate-revoked')
})

test.each([
  [500, revoked, 'server'],
  [503, null, 'server'],
  [429, { ...revoked, status: 429 }, 'busy'],
  [404, '<html>not ours</html>', 'server'],
  [200, '<html>a hotel wants a login</html>', 'server'],
  [200, null, 'server'],
])('%i with %p is trouble: %s', async (status, body, kind) => {
  answers(status, body)
  await expect(getElevator('7K3MQ9TX4D')).rejects.toEqual(new Trouble(kind as Trouble['kind']))
})

test.each([
  [{ errMsg: 'request:fail timeout' }, 'timeout'],
  [{ errMsg: 'request:fail ' }, 'offline'],
])('%p is trouble: %s', async (thrown, kind) => {
  phone.answer = () => Promise.reject(thrown)
  const failure: unknown = await getNeighbours('7K3MQ9TX4D').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Trouble)
  expect(failure).toMatchObject({ kind })
})
