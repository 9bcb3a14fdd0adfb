/** A calendar day 'YYYY-MM-DD', without a clock or a time zone. Days compare as text. */
export type Day = string

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Days since 1970-01-01 of year, month 1-12 and day, in the Gregorian calendar with years that begin in March. */
function dayCount(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function dayOf(count: number): Day {
  const shifted = count + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((fromMarch + 2) % 12) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

const parts = (day: Day): [number, number, number] => [+day.slice(0, 4), +day.slice(5, 7), +day.slice(8, 10)]

/** Months since January of year 0; the day is left out. */
export const monthCount = (day: Day): number => +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1

/** The last day of a month counted by monthCount. */
export function lastDay(months: number): Day {
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${days}`
}

/** True for a day that exists: 2024-02-29 but not 2023-02-29. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(dayCount(...parts(text))) === text

export const daysBetween = (from: Day, to: Day): number => dayCount(...parts(to)) - dayCount(...parts(from))

export const addDays = (day: Day, days: number): Day => dayOf(dayCount(...parts(day)) + days)

export const endOfMonth = (day: Day, monthsLater = 0): Day => lastDay(monthCount(day) + monthsLater)

/** The same day of the month some months later, or that month's last day: 2024-01-31 and one month is 2024-02-29. */
export function addMonths(day: Day, months: number): Day {
  const last = endOfMonth(day, months)
  return day.slice(8) < last.slice(8) ? last.slice(0, 8) + day.slice(8) : last
}

/** Seconds since 1970 of an RFC 3339 moment; NaN when it is none. A moment without an offset is none. */
export function seconds(moment: string): number {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-])(\d\d):?(\d\d)?)$/i.exec(moment)
  if (!match) return NaN
  const [, day, hour, minute, second, sign, offsetHours, offsetMinutes] = match
  const offset = (+(offsetHours ?? 0) * 60 + +(offsetMinutes ?? 0)) * (sign === '-' ? -60 : 60)
  return dayCount(...parts(day!)) * 86400 + +hour! * 3600 + +minute! * 60 + +(second ?? 0) - offset
}
