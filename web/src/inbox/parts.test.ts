import { expect, test } from 'vitest'
import { codeIn, partsOf } from './parts.ts'

const MAIL =
  'Confirm:\n\nhttp://localhost:4000/account/verify-email#tenant=1&token=123456\n\nOr enter this code: 654321\n\nBye'

test('a link in a message can be followed, and nothing else can', () => {
  expect(
    partsOf(MAIL)
      .filter(({ isLink }) => isLink)
      .map(({ part }) => part),
  ).toEqual(['http://localhost:4000/account/verify-email#tenant=1&token=123456'])
  expect(partsOf('javascript:alert(1) data:text/html,x').some(({ isLink }) => isLink)).toBe(false)
})

test('the code of a message is found, not the digits of a link or a phone', () => {
  expect(codeIn('verify_email', MAIL)).toBe('654321')
  expect(codeIn('otp_code', 'رمزك لدى مرحبا: 012345\nصالح')).toBe('012345')
  expect(codeIn('otp_code', 'Call 96891234567')).toBeNull()
  expect(codeIn('password_changed', '123456')).toBeNull()
})
