import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duration } from './durations.ts'
import { countSegments } from './segments.ts'

describe('a text makes', () => {
  test.each([
    ['one of 160 letters', 'a'.repeat(160), 1],
    ['two of 161', 'a'.repeat(161), 2],
    ['two of 306, joined', 'a'.repeat(306), 2],
    ['three of 307', 'a'.repeat(307), 3],
    ['one of 80 euro signs, each an escape and a letter', '€'.repeat(80), 1],
    ['two of 81', '€'.repeat(81), 2],
    ['two of 152 and an escape that fits', `${'a'.repeat(151)}€${'b'.repeat(153)}`, 2],
    ['three when the escape must not be cut', `${'a'.repeat(152)}€${'b'.repeat(152)}`, 3],
    ['one of 70 Arabic letters', 'م'.repeat(70), 1],
    ['two of 71', 'م'.repeat(71), 2],
    ['two of 134', 'م'.repeat(134), 2],
    ['three of 135', 'م'.repeat(135), 3],
    ['one of 35 faces, two units each', '😀'.repeat(35), 1],
    ['two of 36', '😀'.repeat(36), 2],
    ['three when a face must not be cut', `${'م'.repeat(66)}${'😀'.repeat(34)}`, 3],
    ['two when one letter of 160 is not in the alphabet', `${'a'.repeat(99)}ç`, 2],
    ['one of nothing', '', 1],
  ])('%s', (_, text, segments) => {
    expect(countSegments(text)).toBe(segments)
  })

  test('never fewer by one letter more', () => {
    const letter = fc.constantFrom('a', '€', 'م', '😀', '\n', '[')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 400 }), letter, (letters, more) => {
        const text = letters.join('')
        expect(countSegments(text + more)).toBeGreaterThanOrEqual(countSegments(text))
      }),
    )
  })
})

test.each([
  ['minutes', '1', '1 minute', 'دقيقة واحدة'],
  ['minutes', '2', '2 minutes', 'دقيقتين'],
  ['minutes', '5', '5 minutes', '5 دقائق'],
  ['minutes', '30', '30 minutes', '30 دقيقة'],
  ['hours', '1', '1 hour', 'ساعة واحدة'],
  ['hours', '24', '24 hours', '24 ساعة'],
  ['hours', '103', '103 hours', '103 ساعات'],
  ['code', '5', '5', '5'],
  ['minutes', 'some', 'some', 'some'],
])('%s: %s is written with its unit', (name, value, en, ar) => {
  expect(duration(name, value, 'en')).toBe(en)
  expect(duration(name, value, 'ar')).toBe(ar)
})
