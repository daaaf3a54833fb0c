import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { isIn, type Networks } from '../network.ts'
import * as refusals from '../refusal.ts'
import { comesByProxy } from './loopback.ts'
import { answerError, answerRefusal } from './refuse.ts'

export interface OperationsOptions {
  readonly log: Log
  readonly metrics: Metrics
  /** Whether the work can be done, and what is, or will soon be, in its way. */
  readonly readiness: () => Promise<{
    readonly ready: boolean
    readonly trouble: readonly string[]
    readonly lag: object | null
  }>
  /** From where the metrics may be read, and what `readiness` has to say. */
  readonly metricsFor: Networks
}

/** What a load balancer or an orchestrator asks: the status is for all, what is the matter for the operator. */
export function addHealth(app: FastifyInstance, { readiness, metricsFor }: OperationsOptions): void {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    const { ready, trouble, lag } = await readiness()
    if (!ready) reply.code(503).header('retry-after', '2')
    const status = ready ? 'ready' : 'not_ready'
    if (!isOfOperator(request, metricsFor)) return reply.send({ status })
    return reply.send({ status, ...(trouble.length > 0 && { trouble }), ...(lag && { lag }) })
  })
}

export function addMetrics(app: FastifyInstance, { metrics, metricsFor }: OperationsOptions): void {
  app.get('/metrics', async (request, reply) => {
    if (!isOfOperator(request, metricsFor)) throw refusals.NotFound()
    return reply.type(metrics.contentType).send(await metrics.text())
  })
}

/** Who asks without a proxy: behind one, the whole world would look like this machine. */
function isOfOperator({ headers, socket, raw }: FastifyRequest, networks: Networks): boolean {
  // A proxy that adds no header speaks the HTTP of 1996, if it was left as it came.
  const isProxied = comesByProxy(headers) || raw.httpVersion === '1.0'
  return !isProxied && isIn(socket.remoteAddress ?? '', networks)
}

/** Both on a port of their own, and nothing else. */
export async function serveOperations(options: OperationsOptions, at: { host: string; port: number }) {
  const app = fastify({ logger: false, forceCloseConnections: true })
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, options.log))
  app.setNotFoundHandler((request, reply) => answerRefusal(refusals.NotFound(), request, reply))
  addHealth(app, options)
  addMetrics(app, options)
  return { url: await app.listen(at), stop: () => app.close() }
}
