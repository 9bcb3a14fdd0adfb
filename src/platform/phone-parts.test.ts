import { phone } from '../test/phone.ts'
import { onSystemTheme, systemFontScale, systemLanguage, systemTheme } from './appearance.ts'
import { call } from './call.ts'
import { dayIn } from './clock.ts'
import { onOnline } from './network.ts'
import { goBack, openElevator } from './places.ts'
import { readStored, removeStored, writeStored } from './storage.ts'

describe('storage', () => {
  test('gives back what was written, and null for what never was', () => {
    expect(writeStored('tima/1/x', { a: [1] })).toBe(true)
    expect([readStored('tima/1/x'), readStored('tima/1/y')]).toEqual([{ a: [1] }, null])
    removeStored('tima/1/x')
    expect(readStored('tima/1/x')).toBeNull()
  })
  test('a full phone is told, not thrown', () => {
    phone.writesLeft = 0
    expect(writeStored('tima/1/x', 1)).toBe(false)
  })
})

describe('clock', () => {
  test("a city's day is not the phone's day", () => {
    expect(dayIn('Asia/Shanghai', '2026-11-20T16:30:00Z')).toBe('2026-11-21')
    expect(dayIn('America/New_York', '2026-11-20T03:30:00Z')).toBe('2026-11-19')
  })
  test('an engine that knows no time zones gives a day all the same', () => {
    expect(dayIn('Nowhere/At-all', '2026-11-20T12:00:00Z')).toMatch(/^2026-11-(20|21)$/)
  })
})

describe('call', () => {
  test('dials the figures only', async () => {
    await call('0532-8888 6333')
    expect(phone.calls).toEqual(['053288886333'])
  })
})

describe('network', () => {
  test('tells of a network that is back, until nobody listens', () => {
    const told = jest.fn()
    const stop = onOnline(told)
    const change = (isConnected: boolean) => phone.networkListeners.forEach((listener) => listener({ isConnected }))
    change(false)
    expect(told).toHaveBeenCalledTimes(0)
    change(true)
    expect(told).toHaveBeenCalledTimes(1)
    stop()
    change(true)
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('appearance', () => {
  test("reads the phone's own settings", () => {
    phone.info = { theme: 'dark', language: 'en', fontSizeSetting: 20 }
    expect([systemTheme(), systemLanguage(), systemFontScale()]).toEqual(['dark', 'en', 1.25])
  })
  test('an older phone that says nothing is light, Chinese and usual', () => {
    phone.info = {}
    expect([systemTheme(), systemLanguage(), systemFontScale()]).toEqual(['light', 'zh-CN', 1])
  })
  test('tells when the phone turns dark', () => {
    const told = jest.fn()
    onSystemTheme(told)
    phone.themeListeners.forEach((listener) => listener({ theme: 'dark' }))
    expect(told).toHaveBeenCalledWith('dark')
  })
})

describe('places', () => {
  test('an elevator opens by its entry', async () => {
    await openElevator('7K3MQ9TX4D')
    await openElevator('7K3MQ9TX4D', 'instead')
    expect(phone.opened).toEqual(['to /pages/elevator/index?entry=7K3MQ9TX4D', 'instead /pages/elevator/index?entry=7K3MQ9TX4D'])
  })
  test('back is one page, or home when there is none', async () => {
    await goBack()
    phone.pages = 2
    await goBack()
    expect(phone.opened).toEqual(['only /pages/home/index', 'back'])
  })
})
