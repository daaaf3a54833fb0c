import type { z } from 'zod'
import { CARD_NUMBER } from './problems.ts'
import { latinDigits } from './text.ts'

/** Declared fields with numbers of other things, of which one in ten would pass for the number of a card. */
const EXEMPT =
  /^(?:id|ids|sku|ean|upc|gtin|isbn|imei|barcode|phone|mobile|whatsapp|at|time|.*(?:Id|Ids|_id|_ids|Phone|_phone|Barcode|_barcode|At|_at|Digest))$/
/** Below these a caller names keys at will: there only what is a barcode or a phone by its name and its length is exempt. */
const FREE = ['data', 'extra', 'config', 'features', 'ownFields']
const EXEMPT_BELOW_FREE =
  /^(?:sku|ean|upc|gtin|isbn|barcode|phone|mobile|whatsapp|.*(?:Phone|_phone|Barcode|_barcode))$/
const LONGEST_OF_THOSE = 14
/** A name that another system gave is refused from here on: shorter ones are often plain counts. */
const SHORTEST_IN_NAMES = 15

interface Scheme {
  readonly begins: RegExp
  readonly lengths: readonly number[]
}
const SCHEMES: readonly Scheme[] = [
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^(?:30[0-5]|309|36|3[89])/, lengths: [14, 16, 19] },
  { begins: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { begins: /^62/, lengths: [16, 17, 18, 19] },
  { begins: /^(?:50|5[6-9]|6304|67|60|81|82)/, lengths: [16, 18, 19] },
  { begins: /^220[0-4]/, lengths: [16, 17, 18, 19] },
]
const SHORTEST = 13
const LONGEST = 19

/** The path of the first card number in the input, at any depth and in any disguise; null: there is none. */
export function cardNumberIn(sent: unknown): string | null {
  const waiting: { readonly path: readonly string[]; readonly value: unknown }[] = [{ path: [], value: sent }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, value } = next
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
      if (hasCardNumber(String(value))) return path.join('.')
      continue
    }
    if (typeof value !== 'object' || value === null || value instanceof Date) continue
    // Four fields of four digits are one number, too.
    if (Array.isArray(value) && value.every(isShort) && hasCardNumber(value.join(' '))) return path.join('.')
    for (const [key, inner] of Object.entries(value)) {
      if (hasCardNumber(key)) return path.join('.')
      if (!isExempt(path, key, inner) || (typeof inner === 'object' && inner !== null)) {
        waiting.push({ path: [...path, key], value: inner })
      }
    }
  }
  return null
}

function isExempt(path: readonly string[], key: string, value: unknown): boolean {
  if (!path.some((above) => FREE.includes(above))) return EXEMPT.test(key)
  return EXEMPT_BELOW_FREE.test(key) && String(value).replace(/\D/g, '').length <= LONGEST_OF_THOSE
}

const isShort = (one: unknown) => (typeof one === 'string' && one.length <= 8) || typeof one === 'number'

/** Digits in groups, with what people and programs put between them. */
const GROUPS = /\d(?:[\s\p{Pd}\p{Cf}\p{Mn}.,_/\\|*'’·•+]{0,3}\d)*/gu

/** Whether the name that another system gave to something is the number of a card. */
export const isNamedByCard = (name: string): boolean => hasCardNumber(name, SHORTEST_IN_NAMES)

function hasCardNumber(text: string, shortest = SHORTEST): boolean {
  if (text.length < shortest) return false
  // Also digits of full width, in circles, and raised ones.
  const written = latinDigits(text.normalize('NFKC'))
  return Array.from(written.matchAll(GROUPS), ([run]) => run.match(/\d+/g)!).some((groups) =>
    groupsHold(groups, shortest),
  )
}

/** A number begins and ends where a group does. */
function groupsHold(groups: readonly string[], shortest: number): boolean {
  return groups.some((_, first) => {
    let number = ''
    for (const group of groups.slice(first, first + LONGEST)) {
      number += group
      if (number.length > LONGEST) return false
      if (number.length >= shortest && isCardNumber(number)) return true
    }
    return false
  })
}

function isCardNumber(number: string): boolean {
  if (!passesLuhn(number)) return false
  return SCHEMES.some(({ begins, lengths }) => lengths.includes(number.length) && begins.test(number))
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = place % 2 === 1 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** A body in which no number of a card stands. The refusal names the field and never the number. */
export const withoutCardNumbers = <S extends z.ZodType>(shape: S) =>
  shape.superRefine((value, ctx) => {
    const path = cardNumberIn(value)
    // A part of the body may have refused it already.
    if (path === null || ctx.issues.some((known) => known.path?.join('.') === path)) return
    ctx.addIssue({ code: 'custom', path: path.split('.'), params: { code: CARD_NUMBER } })
  })
