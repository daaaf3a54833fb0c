import { fastify } from 'fastify'
import pg from 'pg'
import { uuidv7 } from '../../server/src/kit/uuid.ts'
import { bareCreates } from './bare.ts'
import type { FloorSettings } from './processes.ts'

/**
 * The floor: what the same framework and driver cost when there is nothing but one statement behind them. No
 * validation, no tenants, no sealing, no history, no search. Its table is made by floor-table.ts.
 */
const { host, port, width, bare } = JSON.parse(process.argv[2]!) as FloorSettings
const bareTables = await bareCreates(bare)
const pool = new pg.Pool({ host, port, user: 'postgres', database: 'floor', max: 16 })
const app = fastify({ logger: false, forceCloseConnections: true })
const filling = 'x'.repeat(width)
let number = 1_000_000_000

app.post('/rows', async (_, reply) => {
  const client = await pool.connect()
  try {
    const row = { id: uuidv7(), number: ++number, created_at: new Date(), filling }
    await client.query('begin')
    await client.query({
      name: 'insert',
      text: 'insert into rows (id, number, created_at, filling) values ($1, $2, $3, $4)',
      values: Object.values(row),
    })
    await client.query('commit')
    return reply.code(201).send(row)
  } finally {
    client.release()
  }
})

app.post('/bare', async (_, reply) => reply.code(201).send(await bareTables.create()))

app.get<{ Params: { id: string } }>('/rows/:id', async (request, reply) => {
  const { rows } = await pool.query({
    name: 'select',
    text: 'select id, number, created_at, filling from rows where id = $1',
    values: [request.params.id],
  })
  return rows.length === 0 ? reply.code(404).send({}) : reply.send(rows[0])
})

const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.once('SIGTERM', async () => {
  await app.close()
  await Promise.all([pool.end(), bareTables.end()])
})
