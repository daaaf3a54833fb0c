import { expect, test } from 'vitest'
import { namesFit } from './names-fit.ts'

test.each([
  [{ firstName: 'Salma' }, { firstName: 'Salma' }],
  [{ firstName: 'Salma', lastName: 'Al Balushi' }, { firstName: 'Salma' }],
  [
    { firstName: 'Saeed', lastName: 'Al-Harthy' },
    { firstName: 'سعيد', lastName: 'الحارثي' },
  ],
  [
    { firstName: 'سعيد', lastName: 'الحارثي' },
    { firstName: 'Said', lastName: 'Alharthi' },
  ],
  [
    { firstName: 'Muhammad', lastName: 'Ali' },
    { firstName: 'Mohammed', lastName: 'bin Ali' },
  ],
  [
    { firstName: 'Abdul', lastName: 'Rahman Khan' },
    { firstName: 'Abdulrahman', lastName: 'Khan' },
  ],
  [
    { firstName: 'Al Balushi', lastName: 'Salma' },
    { firstName: 'Salma', lastName: 'Al Balushi' },
  ],
  [
    { firstName: 'Mai', lastName: 'Said', name2: null },
    { firstName: 'مي', lastName: 'سعيد' },
  ],
  [
    { firstName: 'Rahul', lastName: 'Nair', name2: 'سلمى البلوشي' },
    { firstName: 'Salma', lastName: 'Al Balushi' },
  ],
  [
    { firstName: 'Salma', lastName: 'Balushi' },
    { firstName: 'Walk-in', name2: 'سلمى البلوشي' },
  ],
])('%o may be %o', (given, known) => {
  expect(namesFit(given, known)).toBe(true)
})

test.each([
  [
    { firstName: 'Rahul', lastName: 'Nair' },
    { firstName: 'Salma', lastName: 'Al Balushi' },
  ],
  [{ firstName: 'Mohammed' }, { firstName: 'Mohammed', lastName: 'Al Balushi' }],
  [
    { firstName: 'Mohammed', lastName: 'Mohammed' },
    { firstName: 'Mohammed', lastName: 'Ali' },
  ],
  [
    { firstName: 'Mohammed', lastName: 'Al Harthy' },
    { firstName: 'Mohammed', lastName: 'Al Balushi' },
  ],
  [{ firstName: 'Mona' }, { firstName: 'Mai' }],
  [{ firstName: '-' }, { firstName: 'Salma' }],
  [{ firstName: 'Salma' }, { firstName: '…' }],
  [{}, { firstName: 'Salma' }],
])('%o is not %o', (given, known) => {
  expect(namesFit(given, known)).toBe(false)
})
