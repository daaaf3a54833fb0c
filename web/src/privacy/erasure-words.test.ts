import { expect, test } from 'vitest'
import { goesOf, staysOf } from './erasure-words.ts'

const counts = [
  { table: 'customer_identifiers', rows: 2, fate: 'erased' },
  { table: 'addresses', rows: 1, fate: 'erased' },
  { table: 'messages', rows: 3, fate: 'kept' },
  { table: 'customer_search', rows: 1, fate: 'erased' },
  { table: 'cart_lines', rows: 0, fate: 'erased' },
  { table: 'orders', rows: 4, fate: 'kept' },
  { table: 'order_lines', rows: 9, fate: 'kept' },
] as const

test('an erasure is told by what a reader knows of', () => {
  expect(goesOf(counts)).toEqual([
    ['contacts', 2],
    ['addresses', 1],
    ['messages', 3],
  ])
  expect(staysOf(counts)).toEqual([['orders', 4]])
})
