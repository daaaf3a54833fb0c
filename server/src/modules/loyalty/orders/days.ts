const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

/** The moment at which the day of a moment began, where the business is. */
export function dayBegins(at: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const [hours = 0, minutes = 0, seconds = 0] = parts.format(at).split(':').map(Number)
  const ofDay = ((hours * 60 + minutes) * 60 + seconds) * 1_000 + at.getUTCMilliseconds()
  return new Date(at.getTime() - ofDay)
}

/** The year of the birthday that is not a week before or after; null: there is none. */
export function birthdayNear(birthDate: string | null, at: Date): number | null {
  if (birthDate === null) return null
  const [, month = 1, day = 1] = birthDate.split('-').map(Number)
  const years = [-1, 0, 1].map((off) => at.getUTCFullYear() + off)
  return years.find((year) => Math.abs(Date.UTC(year, month - 1, day) - at.getTime()) < WEEK_MS / 2) ?? null
}
