import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, eventually, type World } from '../../../test/harness.ts'
import { change, create } from '../customers/contract.ts'
import { listEvents } from '../webhooks/contract.ts'
import { STREAM, SUBJECTS } from './connection.ts'
import { republish } from './index.ts'
import { aBroker, type Broker, brokerVersion } from './nats.harness.ts'

let world: World
let broker: Broker

describe.skipIf(brokerVersion === null)(
  `a real broker (${brokerVersion ?? 'no nats-server on this machine: skipped'})`,
  () => {
    beforeAll(async () => {
      broker = await aBroker()
      world = await aWorld({ NATS_URL: broker.url })
      await world.startBackground()
    })
    afterAll(async () => {
      await world.close()
      await broker.close()
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
      await eventually(async () => (await broker.stored(shop.id)).length === 6)
      await broker.stop('SIGKILL')
      await write('while it is away')
      await write('and again')
      await broker.start()
      const found = await eventually(async () => {
        const all = await broker.stored(shop.id)
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
      await eventually(async () => (await broker.stored(shop.id)).length === 1)
      await (await broker.manager()).streams.delete(STREAM)
      await broker.stop('SIGTERM')
      await broker.start()
      await shop.run((ctx) => republish(ctx, begun))
      await eventually(async () => (await broker.stored(shop.id)).length === 1)
    })

    test('gets those of some types alone again, per customer in order, and then what is new', async () => {
      const shop = await aTenant(world)
      const begun = new Date(Date.now() - 60_000)
      const { id } = (await shop.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body
      for (const notes of ['1', '2']) await shop.call(change, { customerId: id, notes })
      const before = await eventually(async () => {
        const all = await broker.stored(shop.id)
        return all.length === 3 && all
      })
      await (await broker.manager()).streams.delete(STREAM)
      await broker.stop('SIGTERM')
      await broker.start()
      await shop.run((ctx) => republish(ctx, begun, ['CustomerUpdated']))
      await eventually(async () => (await broker.stored(shop.id)).length === 2)
      await shop.call(change, { customerId: id, notes: '3' })
      const found = await eventually(async () => {
        const all = await broker.stored(shop.id)
        return all.length === 3 && all
      })
      expect(found.slice(0, 2)).toEqual(before.slice(1))
      expect(found.map(({ event }: Body) => [event.type, event.data.version])).toEqual(
        [2, 3, 4].map((version) => ['CustomerUpdated', version]),
      )
      const { rows } = await world.owner.query('select from event_holds where tenant_id = $1', [shop.id])
      expect(rows).toEqual([])
    })
  },
)
