import { expect, test } from 'vitest'
import { addressFrom, emptyAddress } from './typed-address.ts'

test('what was typed goes to the field of its script, and what was not typed is not sent', () => {
  const typed = { ...emptyAddress('OM'), street: ' Al Noor St ', area: 'القرم', subdivision: 'MA', isDefault: true }
  expect(addressFrom(typed)).toEqual({
    street: 'Al Noor St',
    area2: 'القرم',
    subdivision: 'MA',
    country: 'OM',
    type: 'home',
    isDefault: true,
  })
  expect(addressFrom(emptyAddress('AE'))).toEqual({ country: 'AE', type: 'home' })
})
