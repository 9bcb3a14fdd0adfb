import { phone, type Reply } from '../test/phone.ts'
import { useNeighbours } from './neighbours.store.ts'
import { useSearch } from './search.store.ts'
import { useTimeline } from './timeline.store.ts'

const json = (body: unknown, statusCode = 200): Reply => ({ statusCode, data: JSON.stringify(body) })
const offline = () => Promise.reject({ errMsg: 'request:fail ' })
const line = (code: string) => ({ code, city: 'qingyu', place: '阳光里', title: '3 栋', car: '西梯' })
const stop = (at: string) => ({ kind: 'visit', type: 'half-month', at, source: { kind: 'maintenance', name: '维保站' }, corrected: false, detail: {} }) as const

describe('search', () => {
  const { search, more } = useSearch.getState()
  const view = () => useSearch.getState().view

  test('finds, then brings the next page when asked', async () => {
    phone.answer = ({ url }) => (url.includes('after=c2') ? json({ items: [line('B')], next: null }) : json({ items: [line('A')], next: 'c2' }))
    await search(' 阳光 ')
    expect(view()).toMatchObject({ at: 'found', text: '阳光', items: [{ code: 'A' }], next: 'c2' })
    await more()
    await more()
    expect(view()).toMatchObject({ at: 'found', items: [{ code: 'A' }, { code: 'B' }], next: null })
    expect(phone.sent).toHaveLength(2)
  })

  test('what was found stays when the next page has no luck', async () => {
    phone.answer = () => json({ items: [line('A')], next: 'c2' })
    await search('阳光')
    phone.answer = offline
    await more()
    expect(view()).toMatchObject({ at: 'found', items: [{ code: 'A' }], next: 'c2', waiting: false, trouble: 'offline' })
  })

  test('an older search that answers late is dropped', async () => {
    let late: (reply: Reply) => void = () => undefined
    phone.answer = () => new Promise<Reply>((resolve) => (late = resolve))
    const first = search('阳')
    await Promise.resolve()
    phone.answer = () => json({ items: [], next: null })
    await search('阳光')
    late(json({ items: [line('A')], next: null }))
    await first
    expect(view()).toMatchObject({ at: 'found', text: '阳光', items: [] })
  })

  test('empty text clears without asking; no network is trouble; a refusal keeps its words', async () => {
    await search('  ')
    expect([view(), phone.sent]).toEqual([{ at: 'idle' }, []])
    phone.answer = offline
    await search('阳光')
    expect(view()).toEqual({ at: 'trouble', text: '阳光', trouble: 'offline' })
    const no = { type: '/problems/input-invalid', title: 'No', status: 400, detail: { zh: '太短', en: 'Too short' }, next: { zh: '多写点', en: 'Write more' } }
    phone.answer = () => json(no, 400)
    await search('a')
    expect(view()).toEqual({ at: 'refused', text: 'a', problem: no })
  })
})

describe('timeline', () => {
  const { start, more } = useTimeline.getState()
  const view = () => useTimeline.getState().views['C']

  test('goes on from what came with the page, once at a time, to its end', async () => {
    start('C', { items: [stop('2026-11-14')], next: 'c2' })
    phone.answer = () => json({ items: [stop('2026-10-30')], next: null })
    await Promise.all([more('C'), more('C')])
    await more('C')
    expect(view()).toMatchObject({ items: [{ at: '2026-11-14' }, { at: '2026-10-30' }], next: null, waiting: false })
    expect(phone.sent.map(({ url }) => url)).toEqual(['https://tima.test/v1/elevators/C/timeline?before=c2'])
  })

  test('no luck keeps the stops and the place to go on from', async () => {
    start('C', { items: [stop('2026-11-14')], next: 'c2' })
    phone.answer = offline
    await more('C')
    expect(view()).toMatchObject({ items: [{ at: '2026-11-14' }], next: 'c2', waiting: false, trouble: 'offline' })
  })
})

describe('neighbours', () => {
  const { load } = useNeighbours.getState()
  const view = () => useNeighbours.getState().views['C']

  test('trouble, then found', async () => {
    phone.answer = offline
    await load('C')
    expect(view()).toEqual({ at: 'trouble', trouble: 'offline' })
    phone.answer = () => json({ items: [{ ...line('A'), ride: 'fit' }] })
    await load('C')
    expect(view()).toMatchObject({ at: 'found', items: [{ code: 'A', ride: 'fit' }] })
  })
})
