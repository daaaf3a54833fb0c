import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cleanNumber, numberOf } from './typed-number.ts'

test.each([
  ['30', 30],
  ['٣٠', 30],
  ['۳۰', 30],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['١٫٥', 1.5],
  ['1.', 1],
  ['.5', 0.5],
  ['1.2.3', 1.23],
  ['٣٠ يومًا', 30],
  ['1 250', 1250],
  ['١٬٢٥٠', 1250],
  ['1,250', 1250],
  ['1,250.50', 1250.5],
  ['1,250,000', 1250000],
  ['1250,000', 1250000],
  ['١,٢٥٠', 1250],
  ['1,25', 1.25],
  ['1.250', 1.25],
  ['-5', 5],
  ['', ''],
  ['.', ''],
  ['abc', ''],
])('%s is the number %s', (typed, number) => {
  expect(numberOf(cleanNumber(typed, {}))).toBe(number)
})

test('where the comma is the decimal sign, the point parts thousands', () => {
  const french = (typed: string) => numberOf(cleanNumber(typed, { decimalSign: ',' }))
  expect(['1,250', '1.250', '1.250,5', '1,5', '1.5'].map(french)).toEqual([1.25, 1250, 1250.5, 1.5, 1.5])
})

test('a number that may be negative has its minus before it, also while only that is typed', () => {
  const negative = { allowNegative: true }
  expect(cleanNumber('-', negative)).toBe('-')
  expect(numberOf('-')).toBe('')
  expect(numberOf(cleanNumber('-٥', negative))).toBe(-5)
  // As Arabic writes it: with a mark of direction first.
  expect(numberOf(cleanNumber(new Intl.NumberFormat('ar-OM').format(-5), negative))).toBe(-5)
  expect(numberOf(cleanNumber('5-3', negative))).toBe(53)
})

test('a whole number takes no decimal sign, and what was typed keeps its digits', () => {
  expect(cleanNumber('1.5', { allowDecimal: false })).toBe('15')
  expect(cleanNumber('١٢٫٥', {})).toBe('١٢٫٥')
})

test('what is written in a language is read again', () => {
  for (const locale of ['en-OM', 'ar-OM', 'ar-MA'])
    for (const number of [0, 7, 1.4, 1250, 0.001]) {
      const written = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(number)
      const decimalSign = new Intl.NumberFormat(locale).format(1.5).replace(/[^.,\u066b]/g, '')
      expect(numberOf(cleanNumber(written, { decimalSign })), written).toBe(number)
    }
})

test('no screen asks for a number or a time by a field of the browser or the library, whose digits are their own', () => {
  const own = /type=\{?['"](date|time|month|week|datetime-local|number)['"]|\b(NumberInput|DateInput|TimeInput)\b/
  const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  expect(files.filter((file) => own.test(readFileSync(`web/src/${file}`, 'utf8')))).toEqual([])
})
