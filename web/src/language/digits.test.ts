import { expect, test } from 'vitest'
import { digitsOf } from './digits.ts'

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['Your code is 004209.', '004209'],
  ['٠٠٤٢٠٩', '004209'],
  ['۱۲۳۴۵۶', '123456'],
  ['رمزك ١٢٣-456', '123456'],
  ['none', ''],
])('%s is the code %s', (typed, code) => {
  expect(digitsOf(typed)).toBe(code)
})
