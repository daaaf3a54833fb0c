import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SeenKeys } from './seen.ts'

const keyOf = (n: number) => ({ by: 'phone', value: '', digest: createHash('sha256').update(`${n}`).digest() }) as const

test('every key of a file of fifty thousand rows is found again with its first row, and no other', () => {
  const seen = new SeenKeys()
  for (let n = 1; n <= 50_000; n++) seen.note([keyOf(n)], n)
  for (let n = 1; n <= 50_000; n += 97) expect(seen.rowOf([keyOf(n)])).toBe(n)
  for (let n = 50_001; n <= 51_000; n++) expect(seen.rowOf([keyOf(n)])).toBeUndefined()
  seen.note([keyOf(5)], 70_000)
  expect(seen.rowOf([keyOf(60_000), keyOf(5)])).toBe(5)
})
