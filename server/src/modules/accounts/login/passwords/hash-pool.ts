import { availableParallelism } from 'node:os'
import { Overloaded } from '../../../../kit/refusal.ts'

/** libuv's default; signing tokens and reading files share these threads and must not wait for hashes. */
const THREADS = Number(process.env['UV_THREADPOOL_SIZE']) || 4
export const HASHES_AT_ONCE = Math.max(1, Math.min(availableParallelism(), THREADS) - 1)
const WAITING_MOST = HASHES_AT_ONCE * 16
const RETRY_AFTER_SECONDS = 3

export type Pool = <T>(work: () => Promise<T>) => Promise<T>

/** This many at once and this many waiting; further calls are refused with Retry-After. */
export function hashPool(runningMost: number, waitingMost: number): Pool {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < runningMost) running += 1
    else {
      if (waiting.length >= waitingMost) throw Overloaded({}, { 'retry-after': String(RETRY_AFTER_SECONDS) })
      // The finished hash passes its place on, so `running` stays the same.
      await new Promise<void>((turn) => waiting.push(turn))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

export const inHashPool = hashPool(HASHES_AT_ONCE, WAITING_MOST)
