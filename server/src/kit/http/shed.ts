import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

const LOOKS = 3
const MANY = 50

/**
 * Answers 503 while the event loop has been late at three looks in a row and many requests are under way: one slow
 * moment, or one person at a slow machine, is no overload. With 0 it never does.
 */
export function addShedding(app: FastifyInstance, mostDelayMs: number, underWay: () => number): void {
  if (mostDelayMs === 0) return
  const everyMs = mostDelayMs / 2
  let late = 0
  let lookedAt = performance.now()
  const clock = setInterval(() => {
    const now = performance.now()
    late = now - lookedAt - everyMs > mostDelayMs ? late + 1 : 0
    lookedAt = now
  }, everyMs)
  clock.unref()
  app.addHook('onClose', async () => clearInterval(clock))
  app.addHook('onRequest', async () => {
    if (late >= LOOKS && underWay() >= MANY) throw refusals.Overloaded({}, { 'retry-after': '2' })
  })
}
