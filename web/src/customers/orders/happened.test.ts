import { expect, test } from 'vitest'
import { isByCustomer, isKnownReason } from './happened.ts'

test('what a signed-in customer ordered is said to be theirs, and no act of staff is', () => {
  const placed = { what: 'placed', actor: 'account:0198c0de' } as const
  expect(isByCustomer({ source: 'web' }, placed)).toBe(true)
  expect(isByCustomer({ source: 'till' }, placed)).toBe(false)
  expect(isByCustomer({ source: 'web' }, { ...placed, what: 'paid' })).toBe(false)
  expect(isByCustomer({ source: 'web' }, { ...placed, actor: 'visitor' })).toBe(false)
})

test('a reason of another system is shown as it is', () => {
  expect(isKnownReason('refused_at_door')).toBe(true)
  expect(isKnownReason('wrong_size')).toBe(false)
})
