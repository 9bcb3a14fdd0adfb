import { narrow } from '@tima/domain/code.ts'

export type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }
export type DateReader = (text: string) => WallTime | null

const tokens: Record<string, [keyof WallTime, string]> = {
  YYYY: ['year', '(\\d{4})'],
  MM: ['month', '(\\d{2})'],
  M: ['month', '(\\d{1,2})'],
  DD: ['day', '(\\d{2})'],
  D: ['day', '(\\d{1,2})'],
  HH: ['hour', '(\\d{2})'],
  H: ['hour', '(\\d{1,2})'],
  mm: ['minute', '(\\d{2})'],
  ss: ['second', '(\\d{2})'],
}

/** A reader of one form of date. Throws RangeError when the form names no year, month or day. */
export function dateForm(form: string): DateReader {
  if (form === 'spreadsheet') return spreadsheetDay
  const parts: (keyof WallTime)[] = []
  const pattern = form.replace(/YYYY|MM?|DD?|HH?|mm|ss|[^YMDHms]+/g, (piece) => {
    const token = tokens[piece]
    if (!token) return piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    parts.push(token[0])
    return token[1]
  })
  if (!['year', 'month', 'day'].every((part) => parts.some((one) => one === part))) {
    throw new RangeError(`the form of a date "${form}" needs YYYY, MM or M, and DD or D`)
  }
  const shape = new RegExp(`^${pattern}$`)
  return (text) => {
    const match = shape.exec(narrow(text))
    if (!match) return null
    const time: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
    parts.forEach((part, index) => { time[part] = Number(match[index + 1]) })
    return exists(time) ? time : null
  }
}

/** Day numbers of spreadsheets count from 1899-12-30. */
function spreadsheetDay(text: string): WallTime | null {
  if (!/^\d{4,6}(\.\d+)?$/.test(text)) return null
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(text) * 86_400) * 1000)
  return {
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
    hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(),
  }
}

function exists({ year, month, day, hour, minute, second }: WallTime): boolean {
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day &&
    hour < 24 && minute < 60 && second < 60
}

const two = (part: number) => String(part).padStart(2, '0')
export const dayText = ({ year, month, day }: WallTime): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** A wall time of the city as RFC 3339 with the offset that holds there then. */
export function momentText(time: WallTime, timeZone: string): string {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
  // The offset at the wall time read as UTC is right except within hours of a clock change; asking twice settles it
  const offset = offsetAt(wall - offsetAt(wall, timeZone) * 60_000, timeZone)
  const sign = offset < 0 ? '-' : '+'
  const size = Math.abs(offset)
  return `${dayText(time)}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes east of UTC in `timeZone` at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })))
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0
}
