import { fastify } from 'fastify'
import { bareLoyalty, type LoyaltyFloor } from './bare.ts'

const bare = await bareLoyalty(JSON.parse(process.argv[2]!) as LoyaltyFloor)
const app = fastify({ logger: false, forceCloseConnections: true })
app.post('/redeem', async (_, reply) => reply.code(201).send(await bare.redeem()))
app.post('/quote', () => bare.quote())

const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await bare.end()
})
