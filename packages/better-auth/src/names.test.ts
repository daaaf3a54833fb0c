import { expect, test } from 'vitest'
import { namesOf } from './names.ts'

test.each([
  ['Aisha', { firstName: 'Aisha' }],
  ['  Aisha  Al Balushi ', { firstName: 'Aisha', lastName: 'Al Balushi' }],
  ['عائشة البلوشي', { firstName: 'عائشة', lastName: 'البلوشي' }],
  ['+96890123456', {}],
  ['aisha@example.com', {}],
  ['', {}],
  [null, {}],
])('the name “%s” is read as %o', (name, expected) => {
  expect(namesOf({ name })).toEqual(expected)
})
