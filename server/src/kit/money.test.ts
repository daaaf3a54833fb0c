import { describe, expect, test } from 'vitest'
import { convert, decimalText, digitsOf, isCurrency, proRata, toThousandths } from './money.ts'

describe('money', () => {
  test('has the decimals of its currency', () => {
    expect(['OMR', 'USD', 'JPY', 'IQD', 'YER', 'LBP', 'CLF'].map(digitsOf)).toEqual([3, 2, 0, 3, 2, 2, 4])
    expect(decimalText(1_400, 'OMR')).toBe('1.400')
    expect(decimalText(1_250, 'USD')).toBe('12.50')
    expect(decimalText(300, 'JPY')).toBe('300')
    expect(decimalText(5, 'OMR')).toBe('0.005')
    expect(decimalText(-5, 'USD')).toBe('-0.05')
    expect(isCurrency('XXQ')).toBe(false)
    expect(() => digitsOf('XXQ')).toThrow()
  })

  test('is converted exactly, halves to the even neighbour', () => {
    expect(convert(1_250, { from: 'USD', to: 'OMR', rate: '0.3845' })).toBe(4_806)
    expect(convert(300, { from: 'JPY', to: 'OMR', rate: '0.0025' })).toBe(750)
    expect(convert(1_000_000_000_000, { from: 'OMR', to: 'JPY', rate: '1' })).toBe(1_000_000_000)
    expect([5, 15, 25].map((minor) => convert(minor, { from: 'OMR', to: 'USD', rate: '1' }))).toEqual([0, 2, 2])
    expect([toThousandths(1_250, 'USD'), toThousandths(300, 'JPY')]).toEqual([12_500, 300_000])
  })

  test('is divided so that the parts of the whole are the whole', () => {
    expect(proRata(1_000, 300, 300)).toBe(1_000)
    expect(proRata(1_000, 100, 300)).toBe(333)
    expect(proRata(0, 0, 0)).toBe(0)
  })
})
