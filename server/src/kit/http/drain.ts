import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** A stream without an end ends with it. */
    closing: AbortSignal
  }
}

/** Lets the requests under way finish while new ones are refused, also on connections that stay open. */
export function addDraining(app: FastifyInstance) {
  const closing = new AbortController()
  app.decorate('closing', closing.signal)
  let underWay = 0
  let emptied: (() => void) | null = null
  app.addHook('onRequest', async (_, reply) => {
    underWay += 1
    if (emptied) {
      reply.header('connection', 'close')
      throw refusals.Overloaded({}, { 'retry-after': '2' })
    }
  })
  app.addHook('onResponse', async () => {
    underWay -= 1
    if (underWay === 0) emptied?.()
  })
  return {
    underWay: () => underWay,
    drain: (withinMs: number): Promise<void> =>
      new Promise((resolve) => {
        emptied = resolve
        closing.abort()
        if (underWay === 0) resolve()
        setTimeout(resolve, withinMs).unref()
      }),
  }
}
