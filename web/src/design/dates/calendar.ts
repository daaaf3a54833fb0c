const DAY_MS = 86_400_000
const WEEK = 7

/** Dates are 2026-11-29; without a time of day, so no time zone shifts them. */
export const addDays = (day: string, days: number) => written(Date.parse(day) + days * DAY_MS)

/** The same day of another month, or its last one if that is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return written(last.getTime())
}

/** The weeks of a month; null for days outside of it. */
export function weeksOf(day: string, firstWeekday: number): (string | null)[][] {
  const first = `${day.slice(0, 7)}-01`
  const before = (weekdayOf(first) - firstWeekday + WEEK) % WEEK
  const count = Number(addDays(addMonths(first, 1), -1).slice(8))
  const cells = Array.from({ length: Math.ceil((before + count) / WEEK) * WEEK }, (_, n) =>
    n < before || n >= before + count ? null : addDays(first, n - before),
  )
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK))
}

/** Sunday is 0. */
export const weekdayOf = (day: string) => new Date(day).getUTCDay()

/** The first day of the week of a place; browsers have two forms, and Sunday as 7. */
export function firstWeekdayOf(locale: string): number {
  const place = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
    weekInfo?: { firstDay: number }
  }
  return ((place.getWeekInfo?.() ?? place.weekInfo)?.firstDay ?? 0) % WEEK
}

export const within = (day: string, min: string | undefined, max: string | undefined) =>
  max !== undefined && day > max ? max : min !== undefined && day < min ? min : day

const written = (moment: number) => new Date(moment).toISOString().slice(0, 10)
