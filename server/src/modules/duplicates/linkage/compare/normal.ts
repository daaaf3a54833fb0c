import { plain } from '../../../customers/search/index.ts'
import { KINDS, type KindName, type Measure } from './kinds.ts'

/** A text as it is compared; empty where it says nothing. */
export function normal(kind: KindName, text: string): string {
  return kind === 'number' ? codeOf(text) : NORMAL[KINDS[kind].measure](text)
}

const codeOf = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '')

const NORMAL: Readonly<Record<Measure, (text: string) => string>> = {
  name: (text) => {
    const read = plain(text).trim()
    return NOTHING.test(read) ? '' : read
  },
  words: (text) => (plain(text).match(WORD) ?? []).join(' '),
  code: codeOf,
  date: dateOf,
  phone: (text) => (text.startsWith(FORMERLY) ? FORMERLY : '') + plain(text).replace(/\D/g, '').replace(/^00/, ''),
  email: (text) => plain(text).replace(/\s/g, ''),
  category: codeOf,
}

/** Before a phone that is no longer the record's. */
export const FORMERLY = '~'

const NOTHING = /^(?:[^\p{L}\p{N}]*|n\/?a|null|none|nan|unknown)$/u
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Year, month and day however they are written; the day comes before the month unless it cannot. */
export function dateOf(text: string): string {
  const read = plain(text).trim()
  const parts = read.match(/\d+/g) ?? []
  if (parts.length === 1 && parts[0]!.length === 8) return parts[0]!
  const named = MONTHS.findIndex((month) => read.includes(month))
  if (parts.length === 2 && named >= 0) return written(...sortYear(parts[0]!, parts[1]!), String(named + 1))
  const [one, two, three] = parts
  if (one === undefined) return ''
  if (two === undefined || three === undefined) return one.length === 4 ? `${one}0000` : ''
  if (one.length === 4) return written(one, three, two)
  return Number(two) > 12 ? written(century(three), two, one) : written(century(three), one, two)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const sortYear = (one: string, two: string): [string, string] => (one.length === 4 ? [one, two] : [century(two), one])
const century = (year: string) => (year.length === 2 ? `${Number(year) > 30 ? 19 : 20}${year}` : year.padStart(4, '0'))
const written = (year: string, day: string, month: string) => year + month.padStart(2, '0') + day.padStart(2, '0')
