import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('of a name only the first letters of its first and last word are said, in either script', () => {
  expect(initialsOf('Noora Al Balushi')).toBe('N.\u00a0B.')
  expect(initialsOf('noora al-balushi')).toBe('N.\u00a0B.')
  expect(initialsOf('نورة بنت سالم البلوشية')).toBe('ن.\u00a0ب.')
  expect(initialsOf('Alia')).toBe('A.')
  expect(initialsOf('  ')).toBeNull()
})
