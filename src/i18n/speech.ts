import { daysBetween, inCity } from './when.ts'
import { en } from './en.ts'
import { zh, type Words } from './zh.ts'

/** A language together with the city's today: everything a component needs to put a date or a fact into words. */
export type Speech = {
  language: 'zh-CN' | 'en'
  words: Words
  zone: string
  today: string
  /** '2026-11-14' → 11 月 14 日; with the year when it is another one. Also takes '2009' and '2009-05' as registers write them. */
  day(text: string): string
  /** For tables and captions: 11-14. */
  short(text: string): string
  /** A moment with its time, by the nearest name: 今天 07:30. A plain day comes without a time. */
  moment(text: string): string
  /** The calendar day of a moment in the city. */
  dayOf(text: string): string
  /** How many days ago a day was, in words. */
  ago(text: string): string
}

/** @param now the moment it is, RFC 3339 */
export function speechFor(language: 'zh-CN' | 'en', zone: string, now: string): Speech {
  const words = language === 'en' ? en : zh
  const today = inCity(now, zone).day
  const dayOf = (text: string) => inCity(text, zone).day

  const day = (text: string): string => {
    const [y, m, d] = text.split('-').map(Number)
    if (!/^\d{4}(-\d\d){0,2}$/.test(text) || !y) return text
    if (!m) return words.when.year(y)
    if (!d) return words.when.month(y, m)
    return words.when.day(y, m, d, text.slice(0, 4) === today.slice(0, 4))
  }
  const short = (text: string): string => {
    const on = dayOf(text)
    return words.when.short(Number(on.slice(0, 4)), on.slice(5, 7), on.slice(8, 10), on.slice(0, 4) === today.slice(0, 4))
  }
  const moment = (text: string): string => {
    const { day: on, time } = inCity(text, zone)
    const name = words.when.near[String(daysBetween(today, on))] ?? day(on)
    return time ? words.when.at(name, time) : name
  }
  return { language, words, zone, today, day, short, moment, dayOf, ago: (text) => words.when.ago(daysBetween(dayOf(text), today)) }
}
