/** A wall clock: a date as 2026-11-29, a time as 22:55. */
export interface Wall {
  readonly day: string
  readonly time: string
}

/** The wall clock of a time zone at a time, independent of the browser's zone. */
export function wallOf(moment: number, timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

/** The time at which a wall clock of the time zone shows this. */
export function momentOf({ day, time }: Wall, timeZone: string): number {
  const shown = Date.parse(`${day}T${time}Z`)
  // Daylight saving may change between the two, so the second lookup decides.
  return shown - ahead(shown - ahead(shown, timeZone), timeZone)
}

function ahead(moment: number, timeZone: string): number {
  const { day, time } = wallOf(moment, timeZone)
  return Date.parse(`${day}T${time}Z`) - Math.floor(moment / 60_000) * 60_000
}

/** For days written in digits alone: `Intl` gives English of most countries the order of the United States. */
export const numericLocale = (locale: string): string => (/^en-(?!US|PH)/.test(locale) ? 'en-GB' : locale)
