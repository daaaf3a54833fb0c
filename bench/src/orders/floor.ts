import { fastify } from 'fastify'
import type { BareSource } from '../bare.ts'
import { bareOrders } from './bare.ts'

/** The same rows written and read bare, behind the same framework and driver. */
const bare = await bareOrders(JSON.parse(process.argv[2]!) as BareSource)
const app = fastify({ logger: false, forceCloseConnections: true })

app.post('/order', async (_, reply) => {
  await bare.order()
  return reply.code(201).send({ done: true })
})
app.post<{ Params: { count: string } }>('/orders/:count', async ({ params }, reply) => {
  await bare.batch(Number(params.count))
  return reply.code(201).send({ done: true })
})
app.get<{ Params: { column: string } }>('/page/:column', async ({ params }) => bare.page(params.column))

const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await bare.end()
})
