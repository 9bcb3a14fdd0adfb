import { show, spell, speechFor } from './index.ts'
import { daysBetween, inCity } from './when.ts'

/** 07:30 on 21 November 2026 in the city. */
const now = '2026-11-20T23:30:00Z'
const zh = speechFor('zh-CN', 'Asia/Shanghai', now)
const en = speechFor('en', 'Asia/Shanghai', now)

describe('days and moments are the city’s', () => {
  test('a moment late in the evening of Greenwich is the next day there', () => {
    expect(inCity(now, 'Asia/Shanghai')).toEqual({ day: '2026-11-21', time: '07:30' })
    expect(inCity(now, 'America/New_York')).toEqual({ day: '2026-11-20', time: '18:30' })
    expect(inCity('2026-11-21', 'America/New_York')).toEqual({ day: '2026-11-21', time: null })
  })

  test('midnight is 00:00, not 24:00', () => {
    expect(inCity('2026-11-20T16:00:00Z', 'Asia/Shanghai')).toEqual({ day: '2026-11-21', time: '00:00' })
  })

  test('where the phone knows no zones its own clock counts', () => {
    expect(inCity(now, 'Nowhere/AtAll').time).toMatch(/^\d\d:\d\d$/)
  })

  test('days between do not mind the change of the clocks', () => {
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
    expect(daysBetween('2026-11-21', '2026-11-14')).toBe(-7)
  })
})

describe('dates in words', () => {
  test.each([
    ['2026-11-14', '11 月 14 日', '14 Nov'],
    ['2027-05-12', '2027 年 5 月 12 日', '12 May 2027'],
    ['2018-02', '2018 年 2 月', 'Feb 2018'],
    ['2009', '2009 年', '2009'],
    ['九十年代', '九十年代', '九十年代'],
  ])('%s', (day, chinese, english) => {
    expect(zh.day(day)).toBe(chinese)
    expect(en.day(day)).toBe(english)
  })

  test.each([
    ['2026-11-20T22:50:00Z', '今天 06:50', 'today 06:50'],
    ['2026-11-20T10:00:00Z', '昨天 18:00', 'yesterday 18:00'],
    ['2026-11-22T10:00:00Z', '明天 18:00', 'tomorrow 18:00'],
    ['2026-11-25T06:00:00Z', '11 月 25 日 14:00', '25 Nov 14:00'],
  ])('%s', (moment, chinese, english) => {
    expect(zh.moment(moment)).toBe(chinese)
    expect(en.moment(moment)).toBe(english)
  })

  test('captions are short, and other years carry the year', () => {
    expect([zh.short('2026-11-14'), zh.short('2015-03-05'), en.short('2026-11-04'), en.short('2015-03-05')]).toEqual(['11-14', '2015-03-05', '4 Nov', '5 Mar 2015'])
  })
})

describe('values in words', () => {
  test('codes are written in the groups they are read in', () => {
    expect(spell('310427')).toBe('310 427')
    expect(spell('7K3MQ9TX4D')).toBe('7K3M Q9TX 4D')
  })

  test('a visit says its day in the city, what was done and for how long', () => {
    const visit = { kind: 'half-month' as const, startedAt: '2026-11-13T17:10:00Z', endedAt: '2026-11-13T17:56:00Z', itemsDone: 31, workers: ['周*'] }
    expect(show('lastVisit', visit, zh)).toEqual(['11 月 14 日 半月维保', '31 项，在场 46 分钟，作业人员 周\u2060*'])
  })

  test('a visit of which only the day is known says no more', () => {
    const visit = { kind: 'year' as const, startedAt: '2026-11-13T17:10:00Z', endedAt: null, itemsDone: null, workers: [] }
    expect(show('lastVisit', visit, zh)).toEqual(['11 月 14 日 年度维保'])
  })

  test('an inspection without a conclusion does not pass for one that was passed', () => {
    const inspection = { performedOn: '2026-05-12', conclusion: null, reportNo: null, nextInspectionOn: null, nextTestOn: null }
    expect(show('lastInspection', inspection, zh)).toEqual(['没写结论·5 月 12 日'])
  })

  test('a policy that has run out says so', () => {
    const policy = { insurer: '青屿互助保险', number: null, kind: null, startsOn: '2025-04-01', endsOn: '2026-03-31', limitCny: null }
    expect(show('policy', policy, zh)[0]).toBe('3 月 31 日已到期')
    expect(show('policy', { ...policy, endsOn: '2026-11-21' }, zh)[0]).toBe('有效至 11 月 21 日')
  })

  test('English readers get pounds and feet beside the metric value', () => {
    expect(show('ratedLoadKg', 1134, en)).toEqual(['1,134 kg (2,500 lb)'])
    expect(show('ratedSpeed', 1.016, en)).toEqual(['1.016 m/s (200 ft/min)'])
    expect(show('ratedLoadKg', 1000, zh)).toEqual(['1000 kg'])
  })
})
