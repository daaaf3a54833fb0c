import { expect, test } from 'vitest'
import { doEach, type Outcome } from './each.ts'

const numbers = Array.from({ length: 20 }, (_, n) => n)

test('of each is told how it went, and one that fails does not keep the others', async () => {
  const outcomes: Outcome<number>[] = []
  const work = async (n: number) => {
    if (n === 7) throw new Error('no')
  }
  await doEach(numbers, work, (outcome) => outcomes.push(outcome), new AbortController().signal)
  expect(outcomes.map(({ item }) => item).sort((a, b) => a - b)).toEqual(numbers)
  expect(outcomes.filter(({ error }) => error !== null).map(({ item }) => item)).toEqual([7])
})

test('stopped, it finishes what it began and begins nothing more', async () => {
  const stop = new AbortController()
  const begun: number[] = []
  const told: number[] = []
  const work = async (n: number) => {
    begun.push(n)
    if (n === 5) stop.abort()
  }
  await doEach(numbers, work, ({ item }) => told.push(item), stop.signal)
  expect(told.sort()).toEqual(begun.sort())
  expect(begun.length).toBeLessThan(12)
})
