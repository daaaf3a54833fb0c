import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBroker, brokerVersion } from '../../src/modules/nats/nats.harness.ts'
import { aReceiver } from '../../src/modules/webhooks/webhooks.harness.ts'
import { figure } from '../drills/figures.ts'
import { type Body, eventually } from '../harness.ts'
import { TEST_MS } from '../patience.ts'
import { ended, inMigratedFolder, kith, ownFolder, startServer } from './in-folder.ts'

/** `npm run drill -- delivery`: ten thousand events. */
const DRILL = 'KITH_DRILL_ROUNDS' in process.env
const EVENTS = DRILL ? 10_000 : 240
const ROUNDS = 3
const CUSTOMERS = DRILL ? 200 : 12
const OWN_NETWORK = { KITH_INSIDE_NETWORKS: 'loopback' }

inMigratedFolder()

let receiver: Awaited<ReturnType<typeof aReceiver>>
beforeAll(async () => {
  receiver = await aReceiver()
})
afterAll(() => receiver.close())

const broken =
  brokerVersion === null
    ? 'server and database (no nats-server here)'
    : `server, database and broker (${brokerVersion})`

test(`through three kill -9 of ${broken} no event is lost, one that comes twice has the same id, and each customer’s are in order`, {
  timeout: DRILL ? 1_800_000 : TEST_MS,
}, async () => {
  const broker = brokerVersion === null ? null : await aBroker()
  const settings = { ...OWN_NETWORK, ...(broker && { NATS_URL: broker.url }) }
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
  const post = (url: string, where: string, body: object, method = 'POST') =>
    fetch(`${url}/api/v1/${where}`, { method, headers, body: JSON.stringify(body) }).then(
      async (answer) => (answer.ok ? ((await answer.json()) as Body) : null),
      () => null,
    )
  const customers: string[] = []
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startServer(settings)
    if (round === 0) expect(await post(server.url, 'webhooks', { url: receiver.url })).toBeTruthy()
    while (customers.length < CUSTOMERS) customers.push((await post(server.url, 'customers', {}))!.id)
    let written = 0
    const goal = EVENTS / ROUNDS
    const lane = async (n: number) => {
      for (let turn = n; written < goal; turn += 8) {
        const id = customers[turn % customers.length]!
        if (await post(server.url, `customers/${id}`, { notes: `${round} ${turn}` }, 'PATCH')) written++
        else if (server.child.exitCode !== null || server.child.signalCode !== null) return
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => lane(n)))
    acknowledged += written
    const database = Number(readFileSync(path.join(ownFolder(), 'pgdata/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(database, 'SIGKILL')
    await ended(server.child, 'SIGKILL')
    await broker?.stop('SIGKILL')
    await broker?.start()
  }
  const server = await startServer(settings)
  const published = await eventually(async () => {
    const all = await everyEvent(server.url, headers)
    return all.length >= acknowledged && all
  })
  const wanted = published.filter(({ type }) => type.startsWith('Customer'))
  const ids = () => new Set(receiver.got.map(({ body }) => body.id))
  await eventually(async () => {
    const got = ids()
    return wanted.every(({ id }) => got.has(id))
  })
  inOrder(
    receiver.got.map(({ body }) => body),
    customers,
  )
  if (broker) {
    const stored = await eventually(async () => {
      const all = await broker.stored(made.tenant.id)
      return new Set(all.map(({ id }) => id)).size >= published.length && all
    })
    inOrder(
      stored.map(({ event }) => event),
      customers,
    )
  }
  const again = receiver.got.length - ids().size
  figure(
    'events',
    `${published.length} written, ${ids().size} received, ${again} times one that was there`,
    'none lost',
  )
  await ended(server.child, 'SIGTERM')
  await broker?.close()
})

test.skipIf(brokerVersion === null)(
  '`kith events republish --types` gives a broker that has lost its disk those types again, and knows which there are',
  async () => {
    const broker = await aBroker()
    const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
    const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
    const server = await startServer({ NATS_URL: broker.url })
    const send = async (where: string, method: string, body: object) => {
      const answer = await fetch(`${server.url}/api/v1/${where}`, { method, headers, body: JSON.stringify(body) })
      return (await answer.json()) as Body
    }
    const { id } = await send('customers', 'POST', {})
    await send(`customers/${id}`, 'PATCH', { notes: 'a change' })
    const whole = await eventually(async () => {
      const all = await broker.stored(made.tenant.id)
      return all.length === 2 && all
    })
    await (await broker.manager()).streams.delete('KITH')
    await broker.stop('SIGTERM')
    await broker.start()
    const republish = (types: string) =>
      kith(['events', 'republish', '--since', '2026-01-01T00:00:00Z', '--types', types])
    const unknown = await republish('CustomerRegistered,CustomerGone')
    expect([unknown.code, unknown.stderr]).toEqual([64, expect.stringContaining('there are no events CustomerGone\n')])
    expect(await republish('CustomerRegistered')).toMatchObject({ code: 0 })
    const found = await eventually(async () => {
      const all = await broker.stored(made.tenant.id)
      return all.length > 0 && all
    })
    expect(found).toEqual(whole.filter(({ event }) => event.type === 'CustomerRegistered'))
    await ended(server.child, 'SIGTERM')
    await broker.close()
  },
)

test('`kith events rewind` gives a webhook what was there before it, nothing twice, and says what cannot be set back', async () => {
  const made = JSON.parse((await kith(['--json', 'tenant', 'create', 'shop', '--name', 'Shop'])).stdout)
  const headers = { authorization: `Bearer ${made.apiKey}`, 'content-type': 'application/json' }
  const server = await startServer({ KITH_INSIDE_NETWORKS: 'loopback' })
  const receiver = await aReceiver()
  try {
    const send = async (where: string, method: string, body?: object) => {
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      return (await (await fetch(`${server.url}/api/v1/${where}`, init)).json()) as Body
    }
    const person = async () => ({
      data: expect.objectContaining({ customerId: (await send('customers', 'POST', {})).id }),
    })
    const first = await person()
    await eventually(async () => (await send('events?since=0&types=CustomerRegistered', 'GET'))['items'].length === 1)
    await send('webhooks', 'POST', { url: receiver.url, types: ['CustomerRegistered'] })
    const rewind = (...more: string[]) => kith(['--json', 'events', 'rewind', ...more])
    const since = ['--since', '2026-01-01T00:00:00Z']
    const done = await rewind('webhooks', ...since)
    expect(done).toMatchObject({ code: 0 })
    expect(JSON.parse(done.stdout)).toMatchObject({ subscriber: 'webhooks', types: null, tenants: [{ slug: 'shop' }] })
    await eventually(async () => receiver.got.length === 1)
    expect(await rewind('webhooks', '--types', 'CustomerRegistered')).toMatchObject({ code: 0 })
    const second = await person()
    await eventually(async () => receiver.got.length === 2)
    expect(receiver.got.map(({ body }) => body)).toMatchObject([first, second])

    const refused = async (...args: string[]) => {
      const { code, stderr } = await rewind(...args)
      return [code, JSON.parse(stderr).message]
    }
    expect(await refused('tell-officers-of-deadlines', ...since)).toEqual([1, expect.stringContaining('a second time')])
    expect(await refused('statistics', ...since)).toEqual([64, expect.stringContaining('kith stats rebuild')])
    expect(await refused('webhooks')).toEqual([64, 'say which events: --since, --types, or both'])
    expect(await refused('webhooks', '--types', 'CustomerGone')).toEqual([64, 'there are no events CustomerGone'])
    expect(await refused('webhooks', '--since', 'yesterday')).toEqual([64, expect.stringMatching(/^since: /)])
    const help = await kith(['events', 'rewind', '--help'])
    expect([help.code, help.stdout]).toEqual([0, expect.stringMatching(/webhooks +does nothing twice\n/)])
    await ended(server.child, 'SIGTERM')
  } finally {
    await receiver.close()
  }
})

/** What comes again has the same id; without those that came before, each customer's are in order. */
function inOrder(events: readonly Body[], customers: readonly string[]): void {
  for (const id of customers) {
    const own = events.filter(({ data }) => data.customerId === id)
    const first = [...new Map(own.map((event) => [event.id, event])).values()]
    const versions = first.map(({ data }) => data.version ?? 1)
    expect(versions, id).toEqual([...versions].sort((a, b) => a - b))
    expect(new Set(versions).size, id).toBe(versions.length)
  }
}

async function everyEvent(url: string, headers: Record<string, string>): Promise<Body[]> {
  const all: Body[] = []
  for (let [since, more] = [0, true]; more; ) {
    const answer = await fetch(`${url}/api/v1/events?since=${since}`, { headers })
    const page = (await answer.json()) as Body
    all.push(...page.items)
    ;({ next: since, more } = page)
  }
  return all
}
