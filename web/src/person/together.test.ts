import { expect, test } from 'vitest'
import { together } from './together.ts'

const reader = () => {
  const calls: (readonly string[])[] = []
  const read = together(async (ids: readonly string[]) => {
    calls.push(ids)
    return ids.filter((id) => id !== 'unknown').map((id) => ({ id, name: id.toUpperCase() }))
  })
  return { calls, read }
}

test('ids of one moment are read in one call, each once', async () => {
  const { calls, read } = reader()
  const found = await Promise.all([read('a'), read('b'), read('a'), read('unknown')])
  expect(found.map((one) => one?.name)).toEqual(['A', 'B', 'A', undefined])
  expect(calls).toEqual([['a', 'b', 'unknown']])
})

test('those of a later moment, and those beyond 100, in the next', async () => {
  const { calls, read } = reader()
  await read('a')
  await Promise.all(Array.from({ length: 101 }, (_, n) => read(`id ${n}`)))
  expect(calls.map((ids) => ids.length)).toEqual([1, 100, 1])
})

test('a failed call fails its ids only', async () => {
  let fails = true
  const read = together(async (ids: readonly string[]) => {
    if (fails) throw new Error('away')
    return ids.map((id) => ({ id }))
  })
  await expect(read('a')).rejects.toThrow('away')
  fails = false
  expect(await read('a')).toEqual({ id: 'a' })
})
