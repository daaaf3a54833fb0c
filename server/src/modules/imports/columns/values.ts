import { latinDigits } from '../../../kit/text.ts'
import { fitsOwn, type OwnField } from '../../customers/contract.ts'
import type { Plan } from './plan.ts'

/** A spreadsheet would run these as formulas; an export puts an apostrophe before them, which is no part of the value. */
const GUARDED = /^'(?=[=+\-@＝＋－＠\t\r])/

export const plainCell = (cell: string): string => cell.replace(GUARDED, '').trim()

const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  '✓',
  'on',
  'subscribed',
  'granted',
  'opted in',
  'opted_in',
  'نعم',
  'موافق',
  'صح',
  'اي',
])
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  '-',
  'off',
  'unsubscribed',
  'not subscribed',
  'not_subscribed',
  'withdrawn',
  'none',
  'never subscribed',
  'لا',
  'غير موافق',
  'خطأ',
])

export function yesOrNo(cell: string): boolean | null {
  const word = latinDigits(cell).toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : null
}

export function languageIn(cell: string): 'en' | 'ar' | null {
  const word = cell.toLowerCase()
  if (/^en\b|^english|^الإنجليزية|^انجليزي|^إنجليزي/.test(word)) return 'en'
  return /^ar\b|^arabic|^العربية|^عربي/.test(word) ? 'ar' : null
}

/** A day as 2026-01-31, however it is written. */
export function dayIn(cell: string, order: Plan['dates']): string | null {
  const written = latinDigits(cell)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(written)
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!)
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ,].*)?$/.exec(written)
  if (!local) return null
  const [, one, other, year] = local
  return order === 'day-first' ? dayOf(year!, other!, one!) : dayOf(year!, one!, other!)
}

function dayOf(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

/** A value of a field of the business; a choice by its value or by what it is called. Null: it does not fit. */
export function ownValueIn(field: OwnField, cell: string, order: Plan['dates']): string | number | boolean | null {
  const word = cell.toLowerCase()
  const written = latinDigits(cell).replaceAll(/[,\u066c](?=\d{3})/g, '')
  const number = /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null
  const choices = field.type === 'choice' ? field.choices : []
  const chosen = choices.find(({ value, label }) =>
    [value, label.en, label.ar].some((one) => one.toLowerCase() === word),
  )
  const value = {
    text: cell,
    number,
    date: dayIn(cell, order),
    boolean: yesOrNo(cell),
    choice: chosen?.value ?? null,
  }[field.type]
  return value !== null && fitsOwn(field, value) ? value : null
}

/** `2024-01-03 10:00:00 +0400` and the like; a day alone is its beginning in UTC. */
export function momentIn(cell: string, order: Plan['dates']): string | null {
  const written = latinDigits(cell)
  const time = /[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(written)
  const day = dayIn(written, order)
  if (day === null) return null
  const clock = (time?.[1] ?? '00:00').padStart(5, '0')
  const zone = time?.[2] ?? 'Z'
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2') : 'Z'
  const moment = new Date(`${day}T${clock}${offset}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

const countries = new Map<string, string>()
for (const language of ['en', 'ar']) {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  for (let one = 65; one <= 90; one++)
    for (let other = 65; other <= 90; other++) {
      const code = String.fromCharCode(one, other)
      const name = names.of(code)
      if (name !== undefined) countries.set(name.toLowerCase(), code)
    }
}

/** A code, or the name of a country in either language. */
export const countryIn = (cell: string): string | null =>
  /^[a-z]{2}$/i.test(cell) ? cell.toUpperCase() : (countries.get(cell.toLowerCase()) ?? null)

/** The first word is the first name; a name in one word has no last name. */
export function namesIn(fullName: string): { firstName: string; lastName?: string } {
  const [firstName = '', ...rest] = fullName.split(/\s+/)
  return rest.length === 0 ? { firstName } : { firstName, lastName: rest.join(' ') }
}
