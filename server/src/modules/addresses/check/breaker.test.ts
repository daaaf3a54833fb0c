import { expect, test } from 'vitest'
import { Breaker } from './breaker.ts'

const fails = async () => {
  throw new Error('down')
}
const works = async () => 'well'

test('after three failures in a row no call is kept waiting for half a minute; then one tries for all', async () => {
  let now = 0
  const breaker = new Breaker(() => now)
  for (let n = 0; n < 3; n++) {
    expect(breaker.isOpen).toBe(false)
    expect(await breaker.call(fails)).toBeNull()
  }
  expect(breaker.isOpen).toBe(true)
  expect(await breaker.call(works)).toBeNull()

  now = 30_001
  expect(breaker.isOpen).toBe(false)
  let answer: (value: string) => void = () => {}
  const trying = breaker.call(() => new Promise<string>((resolve) => (answer = resolve)))
  expect(await breaker.call(works)).toBeNull()
  answer('well')
  expect(await trying).toBe('well')
  expect(await breaker.call(works)).toBe('well')
})

test('one success forgets the failures before it', async () => {
  const breaker = new Breaker(() => 0)
  for (const work of [fails, fails, works, fails, fails]) await breaker.call(work)
  expect(breaker.isOpen).toBe(false)
})

test('when the one that tries fails too, it stays open for as long again', async () => {
  let now = 0
  const breaker = new Breaker(() => now)
  for (let n = 0; n < 3; n++) await breaker.call(fails)
  now = 30_001
  await breaker.call(fails)
  now = 60_000
  expect(breaker.isOpen).toBe(true)
  now = 60_002
  expect(await breaker.call(works)).toBe('well')
})
