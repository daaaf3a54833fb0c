// Events a second out of the outbox, beside the floor of bare publishing: `npm run bench:events -- --events 20000`. NATS where nats-server is on this machine.
import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as listenOn } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import pg from 'pg'

const { values } = parseArgs({
  options: { events: { type: 'string', default: '20000' }, customers: { type: 'string', default: '2000' } },
})
const [EVENTS, CUSTOMERS] = [Number(values.events), Number(values.customers)]
const WEBHOOK_EVENTS = Math.min(EVENTS, 4_000)
const AT_ONCE = 8
const COMMAND = new URL('../server/bin/kith.mjs', import.meta.url).pathname
const data = mkdtempSync(path.join(tmpdir(), 'kith-bench-events-'))
const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`
const children = []

const environment = (more = {}) => ({
  ...process.env,
  ...{ KITH_DATA: data, KITH_DEMO: 'off', LOG_LEVEL: 'silent', PORT: '0', KITH_GRPC_PORT: '0', PATH },
  KITH_INSIDE_NETWORKS: 'loopback',
  ...more,
})
const kith = (...args) =>
  JSON.parse(execFileSync(process.execPath, [COMMAND, '--json', ...args], { encoding: 'utf8', env: environment() }))

async function start(only, more) {
  const child = spawn(process.execPath, [COMMAND, '--json', 'start', '--only', only], {
    env: environment(more),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { ...JSON.parse(line), stop: () => stopped(child) }
}
async function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
async function freePort() {
  const server = listenOn().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** In transactions of 50, as changes come; each customer's in order. */
async function write(database, tenant, count) {
  const customers = Array.from({ length: CUSTOMERS }, () => randomUUID())
  for (let done = 0; done < count; done += 50) {
    const ids = Array.from({ length: Math.min(50, count - done) }, (_, n) => customers[(done + n) % CUSTOMERS])
    await database.query(
      `insert into events (tenant_id, id, type, customer_id, data, actor)
       select $1, gen_random_uuid(), 'CustomerUpdated', c, jsonb_build_object('customerId', c, 'fields', array['notes'], 'version', 2), 'bench'
         from unnest($2::uuid[]) as c`,
      [tenant, ids],
    )
  }
}

const perSecond = (count, milliseconds) => Math.round((count / milliseconds) * 1000)

async function throughNATS(database, tenant) {
  const port = await freePort()
  const store = mkdtempSync(path.join(tmpdir(), 'kith-bench-nats-'))
  const options = { env: { ...process.env, PATH }, stdio: 'ignore' }
  const broker = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', store], options)
  const isThere = await once(broker, 'spawn').then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  children.push(broker)
  await pause(500)
  const client = await connect({ servers: `127.0.0.1:${port}` })
  const manager = await jetstreamManager(client)
  await manager.streams.add({ name: 'FLOOR', subjects: ['floor.>'] })
  const body = JSON.stringify({
    id: `evt_${'0'.repeat(32)}`,
    type: 'CustomerUpdated',
    timestamp: new Date(),
    data: { customerId: `cust_${'0'.repeat(32)}`, fields: ['notes'], version: 2 },
  })
  const stream = jetstream(client)
  const begun = performance.now()
  let published = 0
  // As many at once as there are customers in one batch.
  const lane = async () => {
    while (published++ < EVENTS) await stream.publish('floor.event', body, { msgID: randomUUID() })
  }
  await Promise.all(Array.from({ length: 500 }, lane))
  const floor = perSecond(EVENTS, performance.now() - begun)

  await write(database, tenant, EVENTS)
  const jobs = await start('jobs', { NATS_URL: `nats://127.0.0.1:${port}` })
  let state
  do {
    await pause(100)
    state = await manager.streams.info('KITH').then(
      ({ state }) => state,
      () => null,
    )
  } while (!state || state.messages < EVENTS)
  const kept = perSecond(state.messages, Date.parse(state.last_ts) - Date.parse(state.first_ts))
  await jobs.stop()
  await client.close()
  await stopped(broker)
  rmSync(store, { recursive: true, force: true })
  return { events: EVENTS, perSecond: kept, barePublishing: floor, ofTheFloor: Math.round((kept / floor) * 100) / 100 }
}

async function throughWebhooks(database, tenant, headers, url) {
  let [got, first, last] = [0, 0, 0]
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(204).end()
      got += 1
      last = performance.now()
      first ||= last
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const to = `http://127.0.0.1:${receiver.address().port}/`
  let sent = 0
  const begun = performance.now()
  const post = async () => {
    while (sent++ < WEBHOOK_EVENTS) await (await fetch(to, { method: 'POST', body: 'x'.repeat(250) })).arrayBuffer()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, post))
  const floor = perSecond(WEBHOOK_EVENTS, performance.now() - begun)
  ;[got, first, last] = [0, 0, 0]
  const jobs = await start('jobs')
  await fetch(`${url}/api/v1/webhooks`, { method: 'POST', headers, body: JSON.stringify({ url: to }) })
  await pause(1_000)
  await jobs.stop()
  await write(database, tenant, WEBHOOK_EVENTS)
  const again = await start('jobs')
  while (got < WEBHOOK_EVENTS) await pause(100)
  await again.stop()
  receiver.close()
  const kept = perSecond(WEBHOOK_EVENTS, last - first)
  return {
    events: WEBHOOK_EVENTS,
    perSecond: kept,
    barePosts: floor,
    ofTheFloor: Math.round((kept / floor) * 100) / 100,
  }
}

try {
  kith('migrate')
  const { tenant, apiKey } = kith('tenant', 'create', 'bench', '--name', 'Bench')
  const http = await start('http')
  const [, , , port, socket] = readFileSync(path.join(data, 'pgdata/postmaster.pid'), 'utf8').split('\n')
  const database = new pg.Client({ host: socket.trim(), port: Number(port), user: 'postgres', database: 'kith' })
  await database.connect()
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const nats = await throughNATS(database, tenant.id)
  const webhooks = await throughWebhooks(database, tenant.id, headers, http.url)
  process.stdout.write(`${JSON.stringify({ nats: nats ?? 'no nats-server on this machine', webhooks }, null, 2)}\n`)
  await database.end()
} finally {
  for (const child of children.reverse()) await stopped(child)
  rmSync(data, { recursive: true, force: true })
}
