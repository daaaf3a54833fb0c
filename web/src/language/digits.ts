import type { FormatterModule } from 'i18next'

const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/g
const LATIN = '0123456789'

/** With Arabic and Persian digits converted to the API's. */
export const plainDigits = (typed: string): string =>
  typed.replace(EASTERN, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Only the digits of typed or pasted text. */
export const digitsOf = (typed: string): string => plainDigits(typed).replace(/\D/g, '')

/** Also before any business is known. */
export const FIRST_COUNTRY = 'OM'
let country: string = FIRST_COUNTRY
let language = 'en'

/** Texts are written outside of components, so they know the country of the business and the language from here. */
export function writeFor(of: string): void {
  country = of
}
export function writeIn(chosen: string): void {
  language = chosen
}

interface Signs {
  readonly digits: string
  readonly decimal: string
  readonly group: string
  readonly written: Intl.NumberFormat
  readonly plain: Intl.NumberFormat
}
const known = new Map<string, Signs>()

function signsOf(locale: string): Signs {
  const before = known.get(locale)
  if (before) return before
  const [written, plain] = [new Intl.NumberFormat(locale), new Intl.NumberFormat(locale, { useGrouping: false })]
  const parts = written.formatToParts(10_000.5)
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? ''
  const digits = [...LATIN].map((digit) => plain.format(Number(digit))).join('')
  const signs = { digits, decimal: sign('decimal'), group: sign('group'), written, plain }
  known.set(locale, signs)
  return signs
}

/** Numbers of the texts, in the digits of the reader: those passed, and those of the text itself, as `{{30}}`. */
export const numbersInTexts: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, _format, of, options) {
    const { written, plain } = signsOf(`${of ?? language}-${country}`)
    if (typeof value === 'number') return written.format(value)
    const key: unknown = options?.['interpolationkey']
    return value === undefined && typeof key === 'string' && /^\d+$/.test(key) ? plain.format(Number(key)) : value
  },
}

/** Numbers, but not those within ids, phones, dates, times, versions and addresses. */
const FIGURE = /(?<![\w.,:/+@#-])\d+(?:[.,]\d+)*(?![\w:/@-]|[.,]\w)/g

/** A sentence of the server, whose numbers have Latin digits, in the digits of the reader. */
export function inOwnDigits(sentence: string): string {
  const { digits, decimal, group } = signsOf(`${language}-${country}`)
  if (digits === LATIN) return sentence
  return sentence.replace(FIGURE, (figure) =>
    figure.replace(/[.,\d]/g, (sign) => (sign === '.' ? decimal : sign === ',' ? group : digits[Number(sign)]!)),
  )
}
