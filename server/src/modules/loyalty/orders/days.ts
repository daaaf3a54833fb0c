const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

const clocks = new Map<string, Intl.DateTimeFormat>()
/** The date of a moment where the business is. */
export function dateIn(at: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  clocks.set(timeZone, clock)
  return clock.format(at)
}

/** The year of the birthday that is not a week before or after; null: there is none. */
export function birthdayNear(birthDate: string | null, at: Date): number | null {
  if (birthDate === null) return null
  const [, month = 1, day = 1] = birthDate.split('-').map(Number)
  const years = [-1, 0, 1].map((off) => at.getUTCFullYear() + off)
  return years.find((year) => Math.abs(Date.UTC(year, month - 1, day) - at.getTime()) < WEEK_MS / 2) ?? null
}
