import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onceReached } from './reach.ts'

let isThere = false
let asked = 0
const page = () => globalThis as unknown as { window: EventTarget }

beforeEach(() => {
  isThere = false
  asked = 0
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('fetch', async () => {
    asked += 1
    if (!isThere) throw new TypeError('refused')
    return new Response()
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a server that answers again is noticed within four seconds, though the browser says nothing', async () => {
  const work = vi.fn(async () => true)
  onceReached(work)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).not.toHaveBeenCalled()
  expect(asked).toBeLessThan(20)
  isThere = true
  await vi.advanceTimersByTimeAsync(4_000)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(1)
})

test('a browser that says that it is online is asked at once', async () => {
  const work = vi.fn(async () => true)
  onceReached(work)
  await vi.advanceTimersByTimeAsync(20_000)
  isThere = true
  page().window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(work).toHaveBeenCalledTimes(1)
})

test('what was not done is tried again, until it is stopped', async () => {
  isThere = true
  const work = vi.fn(async () => false)
  const stop = onceReached(work)
  await vi.advanceTimersByTimeAsync(10_000)
  const before = work.mock.calls.length
  expect(before).toBeGreaterThan(2)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(before)
})
