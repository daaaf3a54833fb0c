import type { Language } from '../../../kit/refusal.ts'
import { type Schedule, type Span, WEEKDAYS, type Weekday } from './schedule.ts'

/** A Monday, to name the weekdays. */
const MONDAY = Date.parse('2024-01-01')
const DAY_MS = 86_400_000

const WORDS = {
  en: { closed: 'closed', always: '24 hours', every: 'Every day', comma: ', ' },
  ar: { closed: 'مغلق', always: 'على مدار الساعة', every: 'كل يوم', comma: '، ' },
} as const

/** One line for neighbouring days with the same hours, in the digits of the country. The longest row of days comes first. */
export function hoursInWords(schedule: Schedule, language: Language, country: string): string {
  const locale = `${language}-${country}`
  const words = WORDS[language]
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
  const named = (day: Weekday) => weekday.format(MONDAY + WEEKDAYS.indexOf(day) * DAY_MS)
  const timed = (time: string) => clock.format(new Date(`2000-01-01T${time}Z`))
  const spanned = ({ opens, closes }: Span) => (opens === closes ? words.always : `${timed(opens)} – ${timed(closes)}`)
  return rowsOf(schedule)
    .map(([first, last, spans]) => {
      const days = first === last ? named(first) : `${named(first)} – ${named(last)}`
      const hours = spans.length === 0 ? words.closed : spans.map(spanned).join(words.comma)
      return `${isWholeWeek(first, last) ? words.every : days}: ${hours}`
    })
    .join('\n')
}

type Row = readonly [first: Weekday, last: Weekday, spans: readonly Span[]]

/** The week is a circle: Saturday to Thursday are neighbours. */
function rowsOf(schedule: Schedule): readonly Row[] {
  const same = (one: Weekday, other: Weekday) => JSON.stringify(schedule[one]) === JSON.stringify(schedule[other])
  const before = (at: number) => WEEKDAYS[(at + 6) % 7]!
  const firsts = WEEKDAYS.filter((day, at) => !same(day, before(at)))
  if (firsts.length === 0) return [['mon', 'sun', schedule.mon]]
  const rows = firsts.map((first, n): Row => {
    const next = firsts[(n + 1) % firsts.length]!
    return [first, before(WEEKDAYS.indexOf(next)), schedule[first]]
  })
  const longest = rows.reduce((most, row) => (lengthOf(row) > lengthOf(most) ? row : most))
  const at = rows.indexOf(longest)
  return [...rows.slice(at), ...rows.slice(0, at)]
}

const lengthOf = ([first, last]: Row) => ((WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) + 7) % 7) + 1
const isWholeWeek = (first: Weekday, last: Weekday) => lengthOf([first, last, []]) === WEEKDAYS.length
