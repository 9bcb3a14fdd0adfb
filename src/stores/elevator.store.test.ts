import type { ElevatorPage } from '@tima/contract/elevator.ts'
import type { Problem, ProblemKind } from '@tima/contract/problem.ts'
import { CODE, elevatorPage } from '../test/elevator-page.ts'
import { phone, type Reply } from '../test/phone.ts'
import { useElevator, viewKey } from './elevator.store.ts'
import { keepElevator, keptElevator, seenElevators } from './kept-elevators.ts'

const plate = { path: `/e/${CODE}.A0123456789ABCDEF` }
const typed = { typed: '7k3m q9tx v1' }
const { open, retry } = useElevator.getState()
const view = (input: Parameters<typeof viewKey>[0] = plate) => useElevator.getState().views[viewKey(input)]

const answers = (statusCode: number, body: unknown, header: Record<string, string> = {}): Reply => ({
  statusCode, header, data: body === undefined ? '' : JSON.stringify(body),
})
const offline = () => Promise.reject({ errMsg: 'request:fail ' })
const problem = (kind: ProblemKind, status: number): Problem => ({
  type: `/problems/${kind}`, title: kind, status, detail: { zh: '不行', en: 'No' }, next: { zh: '打电话', en: 'Call' },
})
/** Every state the view went through while the work was done, in order. */
async function seenDuring(work: () => Promise<void>, input: Parameters<typeof viewKey>[0] = plate) {
  const seen: (string | undefined)[] = []
  const stop = useElevator.subscribe(() => {
    const at = view(input)?.at
    if (at !== seen.at(-1)) seen.push(at)
  })
  await work()
  stop()
  return seen
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-21T04:00:00Z'), doNotFake: ['nextTick', 'queueMicrotask'] })
  useElevator.setState({ views: {} })
})
afterEach(() => jest.useRealTimers())

describe('a network', () => {
  test('a first scan loads, then shows what the city side says, and keeps it', async () => {
    phone.answer = () => answers(200, elevatorPage(), { ETag: '"a1"' })
    expect(await seenDuring(() => open(plate))).toEqual(['loading', 'shown'])
    expect(phone.sent[0]!.url).toBe(`https://tima.test/v1/elevators/${CODE}.A0123456789ABCDEF`)
    expect(view()).toMatchObject({ at: 'shown', code: CODE, ride: { state: 'fit' }, fetchedAt: '2026-11-21T04:00:00.000Z' })
    expect(keptElevator(CODE)).toMatchObject({ etag: '"a1"', fetchedAt: '2026-11-21T04:00:00.000Z' })
  })

  test('a typed code is asked for without a tag', async () => {
    phone.answer = () => answers(200, elevatorPage())
    await open(typed)
    expect(phone.sent[0]!.url).toBe(`https://tima.test/v1/elevators/${CODE}`)
  })

  test('a seen elevator stands there at once, and is the same when the city side says so', async () => {
    keepElevator({ page: elevatorPage(), etag: '"a1"', fetchedAt: '2026-11-20T04:00:00.000Z' })
    let whileAsking: unknown
    phone.answer = () => {
      whileAsking = view()
      return answers(304, undefined, { ETag: '"a1"' })
    }
    await open(plate)
    expect(whileAsking).toMatchObject({ at: 'loading', kept: { code: CODE, fetchedAt: '2026-11-20T04:00:00.000Z' } })
    expect(phone.sent[0]!.header['If-None-Match']).toBe('"a1"')
    expect(view()).toMatchObject({ at: 'shown', fetchedAt: '2026-11-21T04:00:00.000Z' })
    expect(keptElevator(CODE)).toMatchObject({ etag: '"a1"', fetchedAt: '2026-11-21T04:00:00.000Z' })
  })

  test('opening a shown elevator again refreshes it without taking it away', async () => {
    phone.answer = () => answers(200, elevatorPage())
    await open(plate)
    expect(await seenDuring(() => open(plate))).toEqual(['shown'])
    expect(phone.sent).toHaveLength(2)
  })

  test('an older answer that comes late does not replace a newer one', async () => {
    let first: (reply: Reply) => void = () => undefined
    phone.answer = () => new Promise<Reply>((resolve) => (first = resolve))
    const slow = open(plate)
    await Promise.resolve()
    phone.answer = () => answers(410, problem('plate-revoked', 410))
    await open(plate)
    first(answers(200, elevatorPage()))
    await slow
    expect(view()).toMatchObject({ at: 'refused' })
  })
})

describe('no luck', () => {
  test.each([
    ['no network', offline, 'offline'],
    ['no answer in time', () => Promise.reject({ errMsg: 'request:fail timeout' }), 'timeout'],
    ['trouble on the other side', () => answers(500, problem('server-trouble', 500)), 'server'],
    ['too many requests', () => answers(429, problem('too-many-requests', 429)), 'busy'],
  ])('%s: a seen elevator is kept, with its age; another is trouble', async (_, answer, trouble) => {
    phone.answer = answer
    await open(plate)
    expect(view()).toEqual({ at: 'trouble', code: CODE, trouble })
    keepElevator({ page: elevatorPage(), etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })
    await open(plate)
    expect(view()).toMatchObject({ at: 'kept', trouble, code: CODE, fetchedAt: '2026-11-20T04:00:00.000Z' })
  })

  test('a kept page is judged by today: maintenance fell due since it was fetched', async () => {
    keepElevator({ page: elevatorPage(), etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })
    phone.answer = offline
    await open(plate)
    expect(view()).toMatchObject({ at: 'kept', ride: { state: 'fit' } })
    jest.setSystemTime(new Date('2026-11-29T16:30:00Z'))
    await open(plate)
    expect(view()).toMatchObject({ at: 'kept', ride: { state: 'care', reasons: [{ kind: 'maintenance-overdue' }] } })
  })

  test('an answer from the offline copy is kept, not fresh, and the newer of both copies counts', async () => {
    phone.answer = () => answers(200, elevatorPage(), { 'tima-kept-at': '2026-11-19T04:00:00.000Z' })
    await open(plate)
    expect(view()).toMatchObject({ at: 'kept', trouble: 'offline', fetchedAt: '2026-11-19T04:00:00.000Z' })
    keepElevator({ page: elevatorPage(), etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })
    await open(plate)
    expect(view()).toMatchObject({ at: 'kept', fetchedAt: '2026-11-20T04:00:00.000Z' })
  })

  test('when the network is back, what had no luck is asked again', async () => {
    phone.answer = offline
    await open(typed)
    keepElevator({ page: elevatorPage(), etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })
    await open(plate)
    expect([view(typed)?.at, view()?.at]).toEqual(['trouble', 'kept'])
    phone.answer = () => answers(200, elevatorPage())
    await retry()
    expect([view(typed)?.at, view()?.at]).toEqual(['shown', 'shown'])
    await retry()
    expect(phone.sent).toHaveLength(4)
  })

  test('a full phone shows the page all the same', async () => {
    phone.writesLeft = 0
    phone.answer = () => answers(200, elevatorPage())
    await open(plate)
    expect(view()).toMatchObject({ at: 'shown' })
  })
})

describe('refusals', () => {
  test.each([
    ['plate-forged', 403, true],
    ['code-unknown', 404, false],
    ['plate-blank', 409, false],
    ['plate-revoked', 410, false],
  ] as const)('%s is shown with its words; a copy kept before stays: %s', async (kind, status, stays) => {
    keepElevator({ page: elevatorPage(), etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })
    phone.answer = () => answers(status, problem(kind, status))
    await open(plate)
    expect(view()).toEqual({ at: 'refused', code: CODE, problem: problem(kind, status) })
    expect(keptElevator(CODE) !== null).toBe(stays)
  })
})

describe('what is not the code of an elevator asks nobody', () => {
  test.each([
    [{ path: '/e/7K3MQ9TXV2' }, { kind: 'mistyped', text: '7K3MQ9TXV2', suspect: 9 }],
    [{ q: 'https%3A%2F%2Felsewhere.test%2Fe%2F7K3MQ9TXV1' }, { kind: 'foreign', host: 'elsewhere.test' }],
    [{ typed: '370285' }, { kind: 'alias', value: '370285' }],
    [{ path: '/e' }, { kind: 'empty' }],
  ])('%p', async (input, entry) => {
    await open(input)
    expect(view(input)).toEqual({ at: 'unread', entry })
    expect(phone.sent).toEqual([])
  })
})

describe('kept elevators', () => {
  const CODES = Array.from({ length: 60 }, (_, i) => `CODE${String(i).padStart(6, '0')}`)
  const keep = (code: string, page: ElevatorPage = elevatorPage(code)) => keepElevator({ page, etag: null, fetchedAt: '2026-11-20T04:00:00.000Z' })

  test('the last 50 are kept, newest first, each named by place, building and car', () => {
    for (const code of CODES) keep(code)
    expect(seenElevators()).toHaveLength(50)
    expect(seenElevators()[0]).toMatchObject({ code: CODES[59], place: '阳光里', title: '3 栋 西梯' })
    expect([keptElevator(CODES[9]!), keptElevator(CODES[10]!)?.page.code]).toEqual([null, CODES[10]])
  })

  test('one seen again moves to the front and is there once', () => {
    for (const code of [CODES[0]!, CODES[1]!, CODES[0]!]) keep(code)
    expect(seenElevators().map(({ code }) => code)).toEqual([CODES[0], CODES[1]])
  })

  test('an elevator nobody named goes by its address, else by its code', () => {
    keep(CODES[0]!, elevatorPage(CODES[0], { address: '1614 Broadway' }))
    keep(CODES[1]!, elevatorPage(CODES[1], {}))
    expect(seenElevators()).toMatchObject([{ place: '青屿市', title: CODES[1] }, { place: '1614 Broadway', title: '1614 Broadway' }])
  })

  test('when storage is full the oldest make room for the newest', () => {
    for (const code of CODES.slice(0, 3)) keep(code)
    const write = phone.storage.set.bind(phone.storage)
    phone.storage.set = (key, value) => {
      if (/elevator\//.test(key) && [...phone.storage.keys()].filter((one) => /elevator\//.test(one)).length >= 3) throw new Error('full')
      return write(key, value)
    }
    keep(CODES[3]!)
    expect(seenElevators().map(({ code }) => code)).toEqual([CODES[3], CODES[2], CODES[1]])
    expect([keptElevator(CODES[3]!)?.page.code, keptElevator(CODES[0]!)]).toEqual([CODES[3], null])
  })
})
