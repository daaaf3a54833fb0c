import { plainDigits } from '../../language/digits.ts'
import { numericLocale } from '../../language/zone.ts'

const FROM_YEAR = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})$/
const TO_YEAR = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/
/** The number pads of phones have no stroke. */
const DIGITS_ALONE = /^(\d{2})(\d{2})(\d{4})$/
/** No customer was born before: the year stands first. */
const FIRST_DAY = '1900-01-01'

/** `23/10/1958`, `1958-10-23`, `23101958`, `٢٣/١٠/١٩٥٨` → `1958-10-23`; null if it is no day. The place decides whether day or month is first. */
export function typedDay(typed: string, locale: string): string | null {
  // The written form of a language may contain direction marks.
  const plain = plainDigits(typed)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .trim()
  const [, year, month, day] = FROM_YEAR.exec(plain) ?? []
  if (year) return dayOf(year, month!, day!)
  const [, first, second, last] = TO_YEAR.exec(plain) ?? []
  if (last) return isMonthFirst(locale) ? dayOf(last, first!, second!) : dayOf(last, second!, first!)
  const [, begin, middle, end] = DIGITS_ALONE.exec(plain) ?? []
  if (!end) return null
  const there = typedDay(`${begin}/${middle}/${end}`, locale)
  return there && there >= FIRST_DAY ? there : dayOf(`${begin}${middle}`, end.slice(0, 2), end.slice(2))
}

const isMonthFirst = (locale: string) =>
  new Intl.DateTimeFormat(numericLocale(locale), {
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .formatToParts(0)
    .find(({ type }) => type === 'day' || type === 'month')?.type === 'month'

function dayOf(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}

/** A day that is in the calendar, as 2026-11-29. */
export function isDay(written: string): boolean {
  const at = Date.parse(`${written}T00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
}
