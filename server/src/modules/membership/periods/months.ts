/** A date and a time of day, as a clock on the wall shows them. */
interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Since the start of the day. */
  readonly ms: number
}

const DAY_MS = 86_400_000
const written = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = written.get(zone)
  if (known) return known
  const digits = '2-digit'
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    ...{ month: digits, day: digits, hour: digits, minute: digits, second: digits },
  })
  written.set(zone, made)
  return made
}

export function wallOf(at: Date, zone: string): Wall {
  const parts = clockIn(zone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)!.value)
  const seconds = (part('hour') * 60 + part('minute')) * 60 + part('second')
  const fraction = ((at.getTime() % 1_000) + 1_000) % 1_000
  return { year: part('year'), month: part('month'), day: part('day'), ms: seconds * 1_000 + fraction }
}

const asUtc = ({ year, month, day, ms }: Wall) => Date.UTC(year, month - 1, day) + ms
const offsetAt = (at: number, zone: string) => asUtc(wallOf(new Date(at), zone)) - at

/** When the clock shows this: the first time where it does so twice, and as much later where it never does. */
export function whenIn(zone: string, wall: Wall): Date {
  const wanted = asUtc(wall)
  const before = wanted - offsetAt(wanted - DAY_MS, zone)
  const after = wanted - offsetAt(wanted + DAY_MS, zone)
  const fitting = [before, after].sort((one, other) => one - other).find((at) => at + offsetAt(at, zone) === wanted)
  return new Date(fitting ?? before)
}

/** A date is the start of that day. */
export function momentIn(zone: string, meant: Date | string): Date {
  if (typeof meant !== 'string') return meant
  const [year = 0, month = 1, day = 1] = meant.split('-').map(Number)
  return whenIn(zone, { year, month, day, ms: 0 })
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** So many months after a start, at the same time of day, or at the start of this day; in a shorter month on its last. */
export function monthsLater(start: Date, months: number, zone: string, anchorDay: number | null = null): Date {
  const from = wallOf(start, zone)
  const counted = from.year * 12 + (from.month - 1) + months
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1]
  const day = Math.min(anchorDay ?? from.day, daysIn(year, month))
  return whenIn(zone, { year, month, day, ms: anchorDay === null ? from.ms : 0 })
}
