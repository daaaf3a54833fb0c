import { expect, test } from 'vitest'
import { personFrom } from './typed.ts'

test.each([
  ['90123456', { firstName: '', lastName: '', phone: '90123456' }],
  ['+968 9012 3456', { firstName: '', lastName: '', phone: '+968 9012 3456' }],
  ['٩٠١٢٣٤٥٦', { firstName: '', lastName: '', phone: '٩٠١٢٣٤٥٦' }],
  ['Salim Al Harthy', { firstName: 'Salim', lastName: 'Al Harthy', phone: '' }],
  ['Salim 9012 3456', { firstName: 'Salim', lastName: '', phone: '9012 3456' }],
  ['9012 3456 سالم الحارثي', { firstName: 'سالم', lastName: 'الحارثي', phone: '9012 3456' }],
  ['عبد الله الحارثي', { firstName: 'عبد الله', lastName: 'الحارثي', phone: '' }],
  ['Salim 2', { firstName: 'Salim', lastName: '2', phone: '' }],
])('%s', (typed, person) => {
  expect(personFrom(typed)).toEqual(person)
})
