import { expect, test } from 'vitest'
import { decimalOf, minorFrom } from './money.ts'

test('an amount is read as it is typed, in the decimals of its currency', () => {
  expect(['1.4', '1.400', '1,400', '٢٫٥', '12', '.5'].map((typed) => minorFrom(typed, 'OMR'))).toEqual([
    1_400, 1_400, 1_400, 2_500, 12_000, 500,
  ])
  expect(['300', '12.50', '0'].map((typed) => minorFrom(typed, 'USD'))).toEqual([30_000, 1_250, 0])
  expect(minorFrom('300', 'JPY')).toBe(300)
})

test('what is no amount, or finer than the currency, is none', () => {
  for (const typed of ['', '.', 'abc', '-1', '1.2.3', '1.4005']) expect(minorFrom(typed, 'OMR'), typed).toBeNull()
  expect(minorFrom('0.5', 'JPY')).toBeNull()
})

test('minor units are written with the decimals of their currency', () => {
  expect([decimalOf(1_400, 'OMR'), decimalOf(5, 'USD'), decimalOf(300, 'JPY')]).toEqual(['1.400', '0.05', '300'])
  expect([decimalOf(1_400, 'IQD'), decimalOf(140, 'LBP')]).toEqual(['1.400', '1.40'])
})
