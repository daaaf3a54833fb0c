import { expect, test } from 'vitest'
import { maskedPerson } from './shown.ts'

const AISHA = {
  type: 'stub',
  firstName: 'Aisha',
  preferredName: null,
  name2: 'عائشة الحارثي',
  phone: '+96890123457',
  locale: 'en',
} as const

test('the other window hears a first name and four digits', () => {
  const masked = maskedPerson(AISHA)
  expect(masked).toEqual({ greeted: 'Aisha', phone: '•••• 3457' })
  expect(JSON.stringify(masked)).not.toMatch(/9012|الحارثي/)
})

test.each([
  [{ locale: 'ar' }, { greeted: 'عائشة' }],
  [{ preferredName: 'Umm Salim' }, { greeted: 'Umm Salim' }],
  [
    { type: 'guest', phone: null },
    { greeted: null, phone: null },
  ],
  [{ phone: '+968 •••• 3457' }, { phone: '•••• 3457' }],
] as const)('%o is greeted as %o', (person, greeted) => {
  expect(maskedPerson({ ...AISHA, ...person })).toMatchObject(greeted)
})
