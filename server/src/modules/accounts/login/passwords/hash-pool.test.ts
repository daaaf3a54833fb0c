import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { HASHES_AT_ONCE, hashPool } from './hash-pool.ts'

function work() {
  let finish = () => {}
  let fail = () => {}
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve
    fail = () => reject(new Error('broken'))
  })
  return { done, finish, fail }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('leaves a core and a thread to everything else, and never none to hashes', () => {
  expect(HASHES_AT_ONCE).toBeGreaterThanOrEqual(1)
  expect(HASHES_AT_ONCE).toBeLessThanOrEqual(Math.max(1, availableParallelism() - 1))
})

test('runs a number at once, the others in the order of arrival, and refuses the rest', async () => {
  const pool = hashPool(2, 3)
  const works = Array.from({ length: 5 }, work)
  const begun: number[] = []
  const results = works.map(({ done }, n) =>
    pool(() => {
      begun.push(n)
      return done
    }),
  )
  await turn()
  expect(begun).toEqual([0, 1])
  await expect(pool(async () => {})).rejects.toMatchObject({
    kind: { code: 'overloaded', status: 503 },
    headers: { 'retry-after': expect.stringMatching(/^[1-9]\d*$/) },
  })
  works[1]!.finish()
  await turn()
  expect(begun).toEqual([0, 1, 2])
  for (const { finish } of works) finish()
  await Promise.all(results)
  expect(begun).toEqual([0, 1, 2, 3, 4])
})

test('gets its place back from one that breaks', async () => {
  const pool = hashPool(1, 1)
  const broken = work()
  const first = pool(() => broken.done)
  const second = pool(async () => 'done')
  broken.fail()
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe('done')
  expect(await pool(async () => 'again')).toBe('again')
})
