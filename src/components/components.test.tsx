import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Ride } from '@tima/contract/elevator.ts'
import type { ReactNode } from 'react'
import { speechFor, SpeechProvider, type Field } from '../i18n/index.ts'
import { elevatorPage, missing, now } from '../test/fixtures/elevator-page.ts'
import { Actions, Dock } from './actions.tsx'
import { Chips } from './chips.tsx'
import { FactRow } from './fact-row.tsx'
import { FactSheet } from './fact-sheet.tsx'
import { NumberLamp } from './number-lamp.tsx'
import { Press } from './press.tsx'
import { Rail } from './rail.tsx'
import { RideCard } from './ride-card.tsx'

// The browser's way: roles are read as a screen reader finds them.
beforeAll(() => { process.env.TARO_ENV = 'h5' })
afterAll(() => { process.env.TARO_ENV = 'weapp' })

const say = (language: 'zh-CN' | 'en' = 'zh-CN') => speechFor(language, 'Asia/Shanghai', now.moment)
const draw = (children: ReactNode, language?: 'zh-CN' | 'en') => render(<SpeechProvider value={say(language)}>{children}</SpeechProvider>)
const facts = elevatorPage().facts

describe('fit to ride', () => {
  const states: [Ride['state'], string, string][] = [
    ['fit', '可乘用', 'i-ok'], ['care', '请注意', 'i-care'], ['serviced', '维保中', 'i-pause'],
    ['stopped', '停用', 'i-stop'], ['rescue', '救援中', 'i-live'], ['unknown', '未知', 'i-none'],
  ]
  test.each(states)('%s is a word and a shape of its own', (state, word, shape) => {
    const { container } = draw(<RideCard ride={{ state, reasons: [] }} at={now.moment} />)
    expect(screen.getByRole('status').textContent).toContain(word)
    expect(container.querySelector(`.ride-head .${shape}`)).not.toBeNull()
  })

  test('shape and colour of no two states are the same', () => {
    const looks = states.map(([state]) => draw(<RideCard ride={{ state, reasons: [] }} at={now.moment} />).container.querySelector('.ride-head .i')!.className)
    expect(new Set(looks).size).toBe(6)
  })

  test('it rests on the records of a moment, and one sentence speaks for both examinations', () => {
    draw(<RideCard ride={elevatorPage().ride} at={now.moment} />)
    expect(screen.getByText('按现有记录·今天 07:30')).toBeTruthy()
    expect(screen.getByText('检验检测在期内，下次检验 2027 年 5 月')).toBeTruthy()
    expect(screen.getByText('7 天前做过维保，下次 11 月 29 日前')).toBeTruthy()
  })

  test('a stop says since when, until when, why and who', () => {
    const notice = { kind: 'stopped' as const, startsAt: '2026-11-20T22:50:00Z', expectedEnd: '2026-11-22T10:00:00Z', reason: '层门门锁触点损坏，正在更换', organization: '匠衡维保站' }
    draw(<RideCard ride={elevatorPage({ basis: { notices: [notice] } }).ride} at={now.moment} />)
    expect(screen.getByText('今天 06:50 起，预计明天 18:00 恢复')).toBeTruthy()
    expect(screen.getByText('层门门锁触点损坏，正在更换（匠衡维保站）')).toBeTruthy()
  })

  test('what is missing is said, and is not safe', () => {
    draw(<RideCard ride={elevatorPage({ basis: { useStatus: null, lastInspection: null, lastTest: null, lastVisits: [], inspectionBase: null } }).ride} at={now.moment} />)
    expect(screen.getByText('未知')).toBeTruthy()
    expect(screen.getByText('缺记录，不等于安全')).toBeTruthy()
    expect(screen.queryByText('没有登记状态，应由登记机关提供')).toBeNull()
    fireEvent.click(screen.getByText('还有 1 条'))
    expect(screen.getByText('没有登记状态，应由登记机关提供')).toBeTruthy()
  })

  test('in English', () => {
    draw(<RideCard ride={elevatorPage().ride} at={now.moment} />, 'en')
    expect(screen.getByText('On record · today 07:30')).toBeTruthy()
    expect(screen.getByText('Serviced 7 days ago; next by 29 Nov')).toBeTruthy()
  })
})

describe('a fact', () => {
  const row = <F extends Field>(field: F, fact: Parameters<typeof FactRow<F>>[0]['fact'], why?: string) => {
    const opened: Field[] = []
    const drawn = draw(<FactRow field={field} fact={fact} supplier="registry" why={why} onOpen={(name) => opened.push(name)} />)
    return { opened, row: screen.getByRole('button'), ...drawn }
  }

  test('known to two parties: a solid seal, and who agrees', () => {
    const { row: { textContent }, container } = row('lastVisit', facts.lastVisit)
    expect(textContent).toContain('匠衡维保站·物业已确认')
    expect(container.querySelector('.seal.two')!.textContent).toBe('维')
  })

  test('said by one party: an outlined seal and its date', () => {
    const { row: { textContent }, container } = row('ratedLoadKg', facts.ratedLoadKg)
    expect(textContent).toContain('1000 kg')
    expect(textContent).toContain('青屿市场监管局，06-02')
    expect(container.querySelector('.seal.two')).toBeNull()
  })

  test('checked by an authority: solid, with the day', () => {
    const { row: { textContent } } = row('category', facts.category)
    expect(textContent).toContain('青屿市场监管局·11-02 核对')
  })

  test('stale: how long it was not updated', () => {
    const { row: { textContent } } = row('policy', facts.policy)
    expect(textContent).toContain('62 天没更新')
  })

  test('contradicting: every account with its seal, none preferred', () => {
    const { row: button, container } = row('floors', facts.floors)
    expect(button.textContent).toContain('说法不一')
    expect([...container.querySelectorAll('.said')].map((said) => said.textContent)).toEqual(['17 层 17 站登青屿市场监管局，10-09', '18 层 18 站物月桥里物业服务中心，03-15'])
  })

  test('missing: dashed, and who should supply it', () => {
    const { row: { textContent }, container } = row('motorKw', missing())
    expect(textContent).toContain('没有记录')
    expect(textContent).toContain('应由登记机关提供')
    expect(container.querySelector('.missing')).not.toBeNull()
  })

  test('a press asks for its explanation, also from a keyboard', () => {
    const { row: button, opened } = row('model', facts.model)
    fireEvent.click(button)
    expect(opened).toEqual(['model'])
  })

  test('the explanation: plain words, who, as of when, who checked', () => {
    draw(<FactSheet field="lastVisit" fact={facts.lastVisit} supplier="maintenance" onClose={() => undefined} />)
    const dialog = within(screen.getByRole('dialog'))
    for (const words of ['上次维保', /物业确认过才更可靠/, /实心印/, '匠衡维保站', '11 月 14 日', '月桥里物业服务中心，11 月 15 日']) {
      expect(dialog.getByText(words)).toBeTruthy()
    }
  })

  test('the explanation of what nobody says', () => {
    draw(<FactSheet field="runningCosts" fact={missing<string>()} supplier="property" onClose={() => undefined} />)
    expect(screen.getByText('没有人填过。没有记录不等于没有问题。')).toBeTruthy()
    expect(screen.getByText('应由物业（使用单位）提供')).toBeTruthy()
  })
})

describe('what a person can do', () => {
  const nothing = { onTrapped: () => undefined, onReport: () => undefined, onCall: () => undefined }

  test('trapped says which number it dials', () => {
    draw(<Actions hotline="96333" hasPhone plain={false} {...nothing} />)
    expect(screen.getByText('马上打 96333，再告诉你念什么')).toBeTruthy()
  })

  test('a property without a number is not hidden behind a dead button', () => {
    draw(<Actions hotline={null} hasPhone={false} plain={false} {...nothing} />)
    expect(screen.getByText('没有物业电话')).toBeTruthy()
    expect(screen.getByText('打给谁、念什么、怎么做')).toBeTruthy()
  })

  test('长辈版 calls first and says less', () => {
    draw(<Actions hotline="96333" hasPhone plain {...nothing} />)
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['困在电梯里了马上打电话求救', '打电话给物业', '电梯坏了，我要报修'])
  })

  test('the dock holds the same three', () => {
    const pressed: string[] = []
    draw(<Dock up onTrapped={() => pressed.push('help')} onReport={() => pressed.push('report')} onCall={() => pressed.push('call')} />)
    screen.getAllByRole('button').forEach((button) => fireEvent.click(button))
    expect(pressed).toEqual(['help', 'report', 'call'])
  })

  test('Enter and the space bar press, other keys do not', () => {
    let presses = 0
    const { container } = draw(<Press onPress={() => presses++}>开</Press>)
    for (const key of ['Enter', ' ', 'a', 'Tab']) fireEvent.keyDown(container.firstElementChild!, { key })
    expect(presses).toBe(2)
  })

  test('one of a few is chosen, and a screen reader hears which', () => {
    const chosen: string[] = []
    draw(<Chips label="字大小" names={{ normal: '标准', elder: '长辈版' }} chosen="normal" onChoose={(value) => chosen.push(value)} />)
    expect(screen.getByRole('radio', { name: '标准' }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: '长辈版' }))
    expect(chosen).toEqual(['elder'])
  })
})

test('a code to read aloud is spelled sign by sign to a screen reader', () => {
  draw(<NumberLamp label="接通后念这 6 个数字" code="310 427" />)
  expect(screen.getByRole('img', { name: '接通后念这 6 个数字 3 1 0 4 2 7' })).toBeTruthy()
})

test('the rail ends at its last stop', () => {
  const stop = (key: string) => ({ key, title: key, when: '11-14', detail: null, look: 'past' as const })
  const { container } = draw(<Rail stops={[stop('一'), stop('二')]} />)
  expect(screen.getAllByRole('listitem').map((item) => item.className)).toEqual(['stop-row past', 'stop-row past last'])
  expect(container.querySelectorAll('.last')).toHaveLength(1)
})
