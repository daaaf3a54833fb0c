import { type Schedule, WEEKDAYS } from './schedule.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** A business that is closed or open for longer is not said to change. */
const DAYS_AHEAD = 31

interface Opening {
  readonly isOpen: boolean
  /** When that ends; null if not within a month. */
  readonly changesAt: Date | null
}

/** Whether a business is open now, in its time zone. */
export function openNow(schedule: Schedule, timeZone: string, now: Date): Opening {
  const at = now.getTime()
  const today = wallOf(at, timeZone).day
  let end = at
  // Since yesterday, whose hours may last past midnight.
  for (let n = -1; n <= DAYS_AHEAD; n++) {
    for (const { from, to } of spansOn(dayAfter(today, n), schedule, timeZone)) {
      // Spans that meet are one: no closing between them is told.
      if (from <= end) end = Math.max(end, to)
      else return end > at ? { isOpen: true, changesAt: new Date(end) } : { isOpen: false, changesAt: new Date(from) }
    }
  }
  const isOpen = end > at
  return {
    isOpen,
    changesAt: isOpen && end < momentOf(dayAfter(today, DAYS_AHEAD), '00:00', timeZone) ? new Date(end) : null,
  }
}

function spansOn(day: string, schedule: Schedule, timeZone: string) {
  if (schedule.closedOn.includes(day)) return []
  return [...schedule[weekdayOf(day)]]
    .sort((one, other) => (one.opens < other.opens ? -1 : 1))
    .map(({ opens, closes }) => ({
      from: momentOf(day, opens, timeZone),
      to: momentOf(closes > opens ? day : dayAfter(day, 1), closes, timeZone),
    }))
}

const weekdayOf = (day: string) => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7]!
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const before = clocks.get(timeZone)
  if (before) return before
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

function wallOf(at: number, timeZone: string): { readonly day: string; readonly time: string } {
  const part = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

function momentOf(day: string, time: string, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}Z`)
  // Daylight saving may change between the two, so the second lookup decides.
  return shown - ahead(shown - ahead(shown, timeZone), timeZone)
}

function ahead(at: number, timeZone: string): number {
  const { day, time } = wallOf(at, timeZone)
  return Date.parse(`${day}T${time}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}
