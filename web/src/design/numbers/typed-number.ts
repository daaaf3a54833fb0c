import { plainDigits } from '../../language/digits.ts'

const OTHERS = /[^\d\u0660-\u0669\u06f0-\u06f9.,\u066b]/g
const SIGNS = /[.,\u066b]/g
const MINUS = /^[^\d\u0660-\u0669\u06f0-\u06f9]*[-\u2212]/

export interface Kind {
  readonly allowDecimal?: boolean | undefined
  readonly allowNegative?: boolean | undefined
  /** Of the reader's language. */
  readonly decimalSign?: string | undefined
}

const DIGIT = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9]'
/** A comma before just three digits parts thousands, where it is not the decimal sign; there a point does. */
const THOUSANDS = Object.fromEntries(
  [',', '.'].map((group) => [group, new RegExp(`^${DIGIT}+(?:[${group}]${DIGIT}{3})+(?!${DIGIT}|[${group}])`)]),
)

/** What belongs to a number of what was typed, in the digits in which it was typed. */
export function cleanNumber(
  typed: string,
  { allowDecimal = true, allowNegative = false, decimalSign = '.' }: Kind,
): string {
  const minus = allowNegative && MINUS.test(typed) ? '-' : ''
  const group = decimalSign === ',' ? '.' : ','
  const kept = typed.replace(OTHERS, '').replace(THOUSANDS[group]!, (whole) => whole.replaceAll(group, ''))
  const sign = allowDecimal ? kept.search(SIGNS) : -1
  if (sign === -1) return minus + kept.replace(SIGNS, '')
  return minus + kept.slice(0, sign + 1) + kept.slice(sign + 1).replace(SIGNS, '')
}

/** The number of a cleaned text; empty if there is no digit yet. */
export function numberOf(clean: string): number | '' {
  const plain = plainDigits(clean).replace(SIGNS, '.')
  return /\d/.test(plain) ? Number(plain) : ''
}
