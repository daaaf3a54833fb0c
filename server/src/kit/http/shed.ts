import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

const LOOKS = 3
const MANY = 50

/**
 * Answers 503 while the event loop has been late for as long as three late looks take and many requests are under way: one slow
 * moment, or one person at a slow machine, is no overload. Where a single turn of the loop takes longer than that, its
 * requests are refused within it. With 0 it never does.
 */
export function addShedding(app: FastifyInstance, mostDelayMs: number, underWay: () => number): void {
  if (mostDelayMs === 0) return
  const everyMs = mostDelayMs / 2
  const mostMs = LOOKS * (everyMs + mostDelayMs)
  let lookedAt = performance.now()
  let onTimeAt = lookedAt
  const clock = setInterval(() => {
    const now = performance.now()
    if (now - lookedAt - everyMs <= mostDelayMs) onTimeAt = now
    lookedAt = now
  }, everyMs)
  clock.unref()
  app.addHook('onClose', async () => clearInterval(clock))
  app.addHook('onRequest', async () => {
    if (performance.now() - onTimeAt > mostMs && underWay() >= MANY)
      throw refusals.Overloaded({}, { 'retry-after': '2' })
  })
}
