import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ElevatorPage, Neighbours } from '@tima/contract/elevator.ts'
import { makeCode } from '@tima/domain/code.ts'
import { useCities } from '../stores/cities.store.ts'
import { useElevator } from '../stores/elevator.store.ts'
import { useNeighbours } from '../stores/neighbours.store.ts'
import { useSearch } from '../stores/search.store.ts'
import { useSettings } from '../stores/settings.store.ts'
import { elevatorPage, foreignPage, missing, now } from '../test/fixtures/elevator-page.ts'
import { phone, type Reply } from '../test/phone.ts'
import Elevator from './elevator/index.tsx'
import Emergency from './emergency/index.tsx'
import Home from './home/index.tsx'

const code = makeCode('7K3MQ9TX')

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(now.moment), doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] })
  useElevator.setState({ views: {} })
  useNeighbours.setState({ views: {} })
  useCities.setState({ items: [] })
  useSearch.setState({ view: { at: 'idle' } })
  useSettings.setState({ size: 'normal', theme: 'light', language: 'zh-CN' })
  phone.params = { entry: code }
})
afterEach(() => jest.useRealTimers())

const json = (statusCode: number, body: unknown): Reply => ({ statusCode, data: JSON.parse(JSON.stringify(body)), header: {} })
const others: Neighbours = { items: [
  { code: makeCode('EAST0000'), city: 'qingyu', place: '汀洲区 月桥里', title: '3 幢 2 单元 东侧电梯', car: '东侧电梯', ride: 'fit' },
] }

const cities = { items: [{ key: 'qingyu', names: { zh: '青屿市', en: 'Qingyu' }, demo: true, hotline: '96333', otherNumbers: ['110', '119'] }] }
const askedOfElevators = () => phone.sent.filter(({ url }) => url.includes('/v1/elevators'))

function answer(page: ElevatorPage | Reply) {
  phone.answer = ({ url }) => {
    if (url.endsWith('/v1/cities')) return json(200, cities)
    if (url.includes('/neighbours')) return json(200, others)
    if (url.includes('/timeline')) return json(200, { items: page && 'timeline' in page ? page.timeline.items.map((item) => ({ ...item, at: item.at.replace('2026', '2025') })) : [], next: null })
    return 'statusCode' in page ? page : json(200, { ...page, code })
  }
}

const problem = (kind: string, status: number, more: object = {}) =>
  json(status, { type: `/problems/${kind}`, title: kind, status, detail: { zh: '', en: '' }, next: { zh: '', en: '' }, ...more })

async function open(Page: () => JSX.Element) {
  const drawn = render(<Page />)
  await act(async () => { for (let i = 0; i < 20; i++) await Promise.resolve() })
  return drawn
}
const tap = async (words: string | RegExp) => {
  fireEvent.click(screen.getAllByText(words)[0]!)
  await act(async () => { for (let i = 0; i < 20; i++) await Promise.resolve() })
}
const text = () => document.body.textContent!

describe('the elevator page', () => {
  test('everything stands in the order a visitor needs it', async () => {
    answer(elevatorPage())
    await open(Elevator)
    const order = ['演示城市', '青屿市·汀洲区·月桥里', '3 幢 2 单元', '310 427', '不是这部', '可乘用', '困在电梯里了', '报事', '打电话', '停梯', '上次维保', '下次维保', '定期检验', 'QY2026FTC02004', '自行检测', '保险', '证书与编号', '7K3M Q9TX', '使用登记证', '物业', '打 0000 555 0132', '安全员', '额定载重', '用了多久', '经历', '半月维保']
    let from = 0
    for (const words of order) {
      const at = text().indexOf(words, from)
      expect([words, at]).not.toEqual([words, -1])
      from = at
    }
  })

  test('a planned stop is announced with its day, hours and reason', async () => {
    answer(elevatorPage())
    await open(Elevator)
    expect(screen.getByText('11 月 25 日（周三）14:00–15:30 停梯')).toBeTruthy()
  })

  test('trapped: the hotline is dialled and the card opens', async () => {
    answer(elevatorPage())
    await open(Elevator)
    await tap('困在电梯里了')
    expect(phone.calls).toEqual(['96333'])
    expect(phone.opened).toEqual([`to /pages/emergency/index?entry=${code}`])
  })

  test('call: the property', async () => {
    answer(elevatorPage())
    await open(Elevator)
    await tap('打电话')
    expect(phone.calls).toEqual(['00005550132'])
  })

  test('report says that it is a telephone call until reports can be sent, and what to say', async () => {
    answer(elevatorPage())
    await open(Elevator)
    await tap('报事')
    expect(screen.getByText(/网上报事还没开通/)).toBeTruthy()
    expect(screen.getByText('接通后说：月桥路 8 号，3 幢 2 单元，西侧电梯')).toBeTruthy()
    await tap('打给物业（24 小时）')
    expect(phone.calls).toEqual(['00005550132'])
  })

  test('without a property number the page says so and offers the others', async () => {
    answer(elevatorPage({ facts: { useUnit: missing() } }))
    await open(Elevator)
    await tap('打电话')
    expect(phone.calls).toEqual([])
    expect(screen.getByText(/没有物业的电话/)).toBeTruthy()
    await tap('打给维保单位（24 小时）')
    expect(phone.calls).toEqual(['00005550177'])
  })

  test('stopped: the other car stands before the actions', async () => {
    answer(elevatorPage({ basis: { notices: [{ kind: 'sealed', startsAt: '2026-11-20T22:50:00Z', expectedEnd: null, reason: '门锁失效', organization: '青屿市场监管局' }] } }))
    await open(Elevator)
    expect(text()).toMatch(/停用.*青屿市场监管局查封：门锁失效.*请走 3 幢 2 单元 东侧电梯，可乘用.*困在电梯里了/)
  })

  test('not this one: the other cars here, each with its own answer', async () => {
    answer(elevatorPage())
    await open(Elevator)
    await tap('不是这部？')
    expect(screen.getByText('你站在哪一部前面？')).toBeTruthy()
    await tap('3 幢 2 单元 东侧电梯')
    expect(phone.opened).toEqual([`to /pages/elevator/index?entry=${makeCode('EAST0000')}`])
  })

  test('what nobody says is named together, with who should', async () => {
    answer(elevatorPage())
    await open(Elevator)
    await tap('产品编号、安装单位、设计年限')
    expect(screen.getByText('这些没有记录')).toBeTruthy()
    expect(screen.getByText('厂家给这一台的编号。')).toBeTruthy()
  })

  test('the history goes on', async () => {
    answer(elevatorPage())
    await open(Elevator)
    expect(screen.getByText('更正：层站')).toBeTruthy()
    await tap('看更早的')
    expect(screen.getAllByText('更正：层站')).toHaveLength(2)
    expect(screen.queryByText('看更早的')).toBeNull()
  })

  test('a city in another language, without rules, hotline or rescue code', async () => {
    useSettings.setState({ language: 'en' })
    answer(foreignPage())
    await open(Elevator)
    for (const words of ['New York City · Manhattan', '1614 Broadway', 'Not known', '1D10028', '1,134 kg (2,500 lb)', 'This city’s inspection rules aren’t loaded, so we don’t judge']) {
      expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    }
    expect(text()).not.toMatch(/Demo city|null|undefined|NaN/)
    await tap('I’m trapped inside')
    expect(phone.calls).toEqual([])
  })

  test('out of use: no service is due, and the page says why instead of missing it', async () => {
    answer(elevatorPage({ basis: { useStatus: 'out-of-use', outOfUseSince: '2026-06-15' } }))
    await open(Elevator)
    expect(text()).toMatch(/停用.*登记为停用（6 月 15 日）.*下次维保停用了，不用做/)
    await tap('停用了，不用做')
    expect(text()).not.toContain('应由按规则推算')
  })

  test('长辈版 is one class on the root, and one press away', async () => {
    answer(elevatorPage())
    const { container } = await open(Elevator)
    await tap('长辈版')
    expect(container.querySelector('.tima')!.className).toBe('tima elder')
    expect(screen.getByText('电梯坏了，我要报修')).toBeTruthy()
  })
})

describe('without luck', () => {
  test('a seen elevator without a network: the kept record and its age', async () => {
    answer(elevatorPage())
    const { unmount } = await open(Elevator)
    unmount()
    useElevator.setState({ views: {} })
    phone.answer = () => Promise.reject({ errMsg: 'request:fail ' })
    await open(Elevator)
    expect(screen.getByText('没有网络。以下是今天 07:30 的记录')).toBeTruthy()
    expect(screen.getAllByText('310 427').length).toBeGreaterThan(0)
  })

  test.each([
    ['no network', () => Promise.reject({ errMsg: 'request:fail ' }), '没有网络'],
    ['too slow', () => Promise.reject({ errMsg: 'request:fail timeout' }), '网络太慢'],
    ['our trouble', () => json(500, {}), '我们这边出了问题'],
  ])('%s, nothing kept: what happened, numbers, and another try', async (_, reply, title) => {
    phone.answer = reply
    await open(Elevator)
    expect(screen.getByText(title)).toBeTruthy()
    await tap('110')
    expect(phone.calls).toEqual(['110'])
    answer(elevatorPage())
    await tap('再试一次')
    expect(screen.getByText('可乘用')).toBeTruthy()
  })

  test('while it loads: the code of the link, and the way to help', async () => {
    phone.answer = () => new Promise(() => undefined)
    await open(Elevator)
    expect(screen.getByText(code.replace(/(.{4})(?=.)/g, '$1 '))).toBeTruthy()
    await tap('困在电梯里了')
    expect(phone.opened).toEqual([`to /pages/emergency/index?entry=${code}`])
  })
})

describe('not an elevator', () => {
  test.each([
    ['plate-forged', 403, '这张码不是我们印的'], ['code-unknown', 404, '没有这部电梯'], ['plate-blank', 409, '这张码还没装到电梯上'],
  ])('%s has a page of its own, with the hotline', async (kind, status, title) => {
    answer(problem(kind, status))
    await open(Elevator)
    expect(screen.getByText(title)).toBeTruthy()
    await tap('96333')
    expect(phone.calls).toEqual(['96333'])
  })

  test('a revoked plate: why, and the new one', async () => {
    const successor = makeCode('NEW00000')
    answer(problem('plate-revoked', 410, { reason: '码被刮花', successor }))
    await open(Elevator)
    expect(screen.getByText('原因：码被刮花')).toBeTruthy()
    await tap(/^看新的码/)
    expect(phone.opened).toEqual([`instead /pages/elevator/index?entry=${successor}`])
  })

  test('mistyped: what was read, the sign to look at, and typing again', async () => {
    phone.params = { entry: '7K3MQ9TX4U' }
    const { container } = await open(Elevator)
    expect(askedOfElevators()).toEqual([])
    expect(container.querySelector('.read')!.textContent).toBe('7K3M Q9TX 4U')
    expect(container.querySelector('.suspect')!.textContent).toBe('U')
    expect(screen.getByText('请核对第 10 位“U”')).toBeTruthy()
    fireEvent.input(screen.getByPlaceholderText(/7K3M/), { target: { value: code } })
    await tap('查')
    expect(phone.opened).toEqual([`instead /pages/elevator/index?entry=${code}`])
  })

  test('a link of another host is named and never opened', async () => {
    phone.params = { q: encodeURIComponent('https://elsewhere.example/e/7K3MQ9TX4D') }
    await open(Elevator)
    expect(screen.getByText(/elsewhere\.example/)).toBeTruthy()
    expect([askedOfElevators(), phone.opened]).toEqual([[], []])
  })
})

describe('the emergency card', () => {
  test('where, hotline, digits, property, what to do, other numbers: in this order', async () => {
    answer(elevatorPage())
    await open(Emergency)
    expect(text()).toMatch(/3 幢 2 单元.*月桥路 8 号.*打救援电话96333.*接通后念这 6 个数字310 427.*打给物业（24 小时）0000 555 0132.*没信号.*不扒门.*打不通 96333，就打 110 或 119.*打 110.*打 119/)
  })

  test('without rescue code and hotline the code is read aloud, and the city’s other number comes first', async () => {
    answer(foreignPage())
    await open(Emergency)
    expect(text()).toMatch(/没有登记救援电话，就打这个911.*接通后念这个码7K3M Q9TX.*没有物业的电话/)
    expect(screen.getByText('打 311')).toBeTruthy()
  })

  test('with nothing known and no network there are still numbers and the code', async () => {
    await open(Emergency)
    expect(text()).toMatch(/公安110.*消防119.*接通后念这个码7K3M Q9TX.*没信号/)
  })
})

describe('home', () => {
  const type = (value: string) => fireEvent.input(screen.getByPlaceholderText(/7K3M/), { target: { value } })

  test('a code opens its elevator', async () => {
    await open(Home)
    type(code.toLowerCase())
    await tap('查')
    expect(phone.opened).toEqual([`to /pages/elevator/index?entry=${code}`])
  })

  test('other words are searched for', async () => {
    phone.answer = () => json(200, { items: others.items, next: null })
    await open(Home)
    type('月桥里')
    await tap('查')
    await tap('3 幢 2 单元 东侧电梯')
    expect(phone.opened).toEqual([`to /pages/elevator/index?entry=${makeCode('EAST0000')}`])
  })

  test('nothing found says how to try again', async () => {
    phone.answer = () => json(200, { items: [], next: null })
    await open(Home)
    type('火星')
    await tap('查')
    expect(screen.getByText(/换个写法试试/)).toBeTruthy()
  })

  test('one letter is too little to search for', async () => {
    await open(Home)
    type('月')
    await tap('查')
    expect(screen.getByText('至少写两个字')).toBeTruthy()
    expect(phone.sent).toEqual([])
  })

  test('a foreign code is explained in place', async () => {
    phone.scan = async () => ({ result: 'https://elsewhere.example/e/7K3MQ9TX4D' })
    await open(Home)
    await tap('扫码')
    expect(screen.getByText('这不是本市的电梯码')).toBeTruthy()
    expect(phone.opened).toEqual([])
  })

  test('a scan that is given up says what else can be done', async () => {
    await open(Home)
    await tap('扫码')
    expect(screen.getByText('没扫到码。可以把码下面的字输进来')).toBeTruthy()
  })

  test('seen elevators are kept, and what is chosen in the settings takes effect', async () => {
    answer(elevatorPage())
    const { unmount } = await open(Elevator)
    unmount()
    const { container } = await open(Home)
    expect(screen.getByText(/^汀洲区 月桥里·今天 \d\d:\d\d 看过$/)).toBeTruthy()
    await tap('深色')
    await tap('English')
    expect(container.querySelector('.tima')!.className).toBe('tima dark en')
    expect(screen.getByText('Seen before')).toBeTruthy()
  })
})
