/** Calendar days and moments as the city counts them. Days are YYYY-MM-DD, moments RFC 3339. */

const two = (n: number) => String(n).padStart(2, '0')

const ownClock = (date: Date) =>
  [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate()), two(date.getHours()), two(date.getMinutes())] as const

/** A phone whose engine knows no time zones shows its own time, which is the city's for whoever stands there. */
function zonedClock(date: Date, zone: string) {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    }).formatToParts(date)
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
    return [part('year'), part('month'), part('day'), part('hour'), part('minute')] as const
  } catch {
    return ownClock(date)
  }
}

/** '2026-11-21T23:30:00Z' in Asia/Shanghai → { day: '2026-11-22', time: '07:30' }; a plain day has no time. */
export function inCity(text: string, zone: string): { day: string; time: string | null } {
  if (text.length <= 10) return { day: text, time: null }
  const [year, month, day, hour, minute] = zonedClock(new Date(text), zone)
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}` }
}

/** Whole days from one calendar day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Minutes between two moments, rounded. */
export const minutesBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** 0 is Sunday. */
export const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
