import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, eventually, type World } from '../../../test/harness.ts'
import { change, create } from '../customers/contract.ts'
import { listEvents } from '../webhooks/contract.ts'
import { STREAM, SUBJECTS } from './connection.ts'
import { republish } from './index.ts'

/** The version of the broker, where this machine has one. */
const version = (() => {
  try {
    return execFileSync('nats-server', ['--version'], { encoding: 'utf8', env: withSbin() }).trim()
  } catch {
    return null
  }
})()
function withSbin() {
  return { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` }
}

let world: World
let folder: string
let port: number
let broker: ChildProcess
let client: NatsConnection

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
async function startBroker(): Promise<void> {
  broker = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder], {
    env: withSbin(),
    stdio: 'ignore',
  })
  client = await eventually(() => connect({ servers: `127.0.0.1:${port}`, timeout: 500 }).catch(() => null))
}
async function stopBroker(signal: NodeJS.Signals): Promise<void> {
  await client.close()
  const gone = new Promise((resolve) => broker.once('exit', resolve))
  broker.kill(signal)
  await gone
}
async function stored(tenant: string): Promise<Body[]> {
  const manager = await jetstreamManager(client)
  const info = await manager.streams.info(STREAM).catch(() => null)
  if (!info || info.state.messages === 0) return []
  const found: Body[] = []
  // One by one: consumers that filter need a newer server than Debian has.
  for (let seq = info.state.first_seq; seq <= info.state.last_seq; seq++) {
    const message = await manager.streams.getMessage(STREAM, { seq })
    if (!message?.subject.startsWith(`${SUBJECTS}.${tenant}.`)) continue
    found.push({ id: message.header.get('Nats-Msg-Id'), subject: message.subject, event: message.json() })
  }
  return found
}

describe.skipIf(version === null)(`a real broker (${version ?? 'no nats-server on this machine: skipped'})`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kith-nats-'))
    port = await freePort()
    await startBroker()
    world = await aWorld({ NATS_URL: `nats://127.0.0.1:${port}` })
    await world.startBackground()
  })
  afterAll(async () => {
    await world.close()
    await stopBroker('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })

  test('gets every event once, with its id, per customer in order, also after a kill -9', async () => {
    const shop = await aTenant(world)
    const person = { type: 'stub', firstName: 'Salim' } as const
    const customers = await Promise.all(
      [1, 2, 3].map(async () => (await shop.call(create, { ...person, phone: aPhone() } as never)).body.id),
    )
    const write = (notes: string) =>
      Promise.all(customers.map((customerId) => shop.call(change, { customerId, notes })))
    await write('before')
    await eventually(async () => (await stored(shop.id)).length === 6)
    await stopBroker('SIGKILL')
    await write('while it is away')
    await write('and again')
    await startBroker()
    const found = await eventually(async () => {
      const all = await stored(shop.id)
      return all.length >= 12 && all
    })
    const { items } = (await shop.call(listEvents, {})).body
    expect(found.map(({ id }: Body) => id).sort()).toEqual(items.map(({ id }: Body) => id).sort())
    for (const { id, subject, event } of found)
      expect([event.id, subject]).toEqual([id, `${SUBJECTS}.${shop.id}.${event.type}`])
    for (const id of customers) {
      const versions = found
        .filter(({ event }: Body) => event.data.customerId === id)
        .map(({ event }: Body) => event.data.version ?? 1)
      expect(versions).toEqual([1, 2, 3, 4])
    }
  })

  test('gets those since a time again after it has lost its disk', async () => {
    const shop = await aTenant(world)
    const begun = new Date(Date.now() - 60_000)
    await shop.call(create, {})
    await eventually(async () => (await stored(shop.id)).length === 1)
    await (await jetstreamManager(client)).streams.delete(STREAM)
    await stopBroker('SIGTERM')
    await startBroker()
    await shop.run((ctx) => republish(ctx, begun))
    await eventually(async () => (await stored(shop.id)).length === 1)
  })
})
