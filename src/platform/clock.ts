import dayjs from 'dayjs'

/** The phone's moment, RFC 3339. */
export const moment = (): string => new Date().toISOString()

/**
 * The calendar day YYYY-MM-DD of a moment in a time zone. Where the phone knows no time zones (some mini program
 * engines carry no Intl) it is the phone's own day.
 */
export function dayIn(timeZone: string, at: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(new Date(at))
    const part = (type: string) => parts.find((one) => one.type === type)!.value
    return `${part('year')}-${part('month')}-${part('day')}`
  } catch {
    return dayjs(at).format('YYYY-MM-DD')
  }
}
