import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, eventually, type Shop, type World } from '../../../../test/harness.ts'
import { openLog } from '../../../kit/log.ts'
import { Connections } from '../../../kit/outside-fetch.ts'
import { change, create } from '../../customers/contract.ts'
import { deliverEvents } from '../../events/index.ts'
import * as api from '../contract.ts'
import { webhookSubscriber } from '../deliveries/hear.ts'
import { contents } from '../endpoints/endpoint-row.ts'
import { sql } from '../tables.ts'
import { aReceiver, aWebhook, deliveriesOf, settled } from '../webhooks.harness.ts'
import { claim, stillToSend } from './claim.ts'
import { Lane, type Report } from './lane.ts'
import { giveBack, note } from './note.ts'
import { type Parcel, pack } from './parcel.ts'
import type { Answer } from './post.ts'
import { deliver } from './send.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('what waits for one of the eight connections to a webhook', () => {
  const parcel = (n: number): Parcel => ({
    ...{ webhookId: 'hook', eventId: `event ${n}`, customerId: null, attempts: 1, version: 1, isFull: false },
    lease: new Date(),
    ...{ url: 'https://example.com/', headers: {}, body: '{}' },
  })
  const answered = (outcome: Answer['outcome']): Answer => ({
    ...{ outcome, status: 204, tookMs: 1, headers: {}, body: null, retryAfterMs: null },
  })
  /** With twenty in hand. */
  function aLane(options: { waitsAtMostMs?: number } = {}) {
    const sent: ((answer: Answer) => void)[] = []
    const reports: Report[] = []
    const lane = {
      sent,
      stillToSend: async (parcels: readonly Parcel[]): Promise<readonly Parcel[]> => parcels,
      unsent: () => reports.flatMap(({ unsent }) => unsent.map(({ eventId }) => eventId)),
    }
    const errands = {
      stillToSend: (parcels: readonly Parcel[]) => lane.stillToSend(parcels),
      send: () => new Promise<Answer>((answer) => sent.push(answer)),
      report: async (report: Report) => void reports.push(report),
    }
    const begun = new Lane(new Connections(1), errands, new AbortController().signal, () => {}, options)
    begun.add(Array.from({ length: 20 }, (_, n) => parcel(n)))
    return lane
  }
  const waiting = (from: number) => Array.from({ length: 20 - from }, (_, n) => `event ${from + n}`)

  test('is sent when one is free, and given back once it is not to be sent as it was packed', async () => {
    const lane = aLane()
    expect(lane.sent).toHaveLength(8)
    lane.sent[0]!(answered('delivered'))
    await eventually(async () => lane.sent.length === 9)
    lane.stillToSend = async () => []
    lane.sent[1]!(answered('delivered'))
    await eventually(async () => lane.unsent().length === 11)
    expect([lane.sent.length, lane.unsent()]).toEqual([9, waiting(9)])
  })

  test('is not sent either when another fails while it is looked at', async () => {
    const lane = aLane()
    let look = () => {}
    lane.stillToSend = (parcels) =>
      new Promise((resolve) => {
        look = () => resolve(parcels)
      })
    lane.sent[0]!(answered('delivered'))
    lane.sent[1]!(answered('gone'))
    await eventually(async () => lane.unsent().length === 11)
    look()
    await eventually(async () => lane.unsent().length === 12)
    expect([lane.sent.length, lane.unsent().sort()]).toEqual([8, waiting(8).sort()])
  })

  test('is given back after a while, although none of the eight has answered', async () => {
    const lane = aLane({ waitsAtMostMs: 1 })
    await eventually(async () => lane.unsent().length === 12)
    expect([lane.sent.length, lane.unsent()]).toEqual([8, waiting(8)])
  })
})

describe('what was packed for a webhook', () => {
  const everything = { roomFor: () => 100, roomOf: () => 100 }
  const taken = (shop: Shop) => shop.run(async (ctx) => pack(ctx, await claim(ctx, everything)))
  async function packed(count: number) {
    const shop = await aTenant(world)
    const hook = await aWebhook(shop, 'https://example.com/old')
    for (let n = 0; n < count; n++) await shop.call(create, {})
    await shop.run((ctx) => deliverEvents(ctx, [webhookSubscriber], openLog('silent')))
    const parcels = await taken(shop)
    expect(parcels).toHaveLength(count)
    return { shop, hook, parcels, still: () => shop.run((ctx) => stillToSend(ctx, parcels)) }
  }

  test('is to be sent in its order, by its own business alone', async () => {
    const { parcels, still } = await packed(3)
    expect(await still()).toEqual(parcels)
    const neighbour = await aTenant(world)
    expect(await neighbour.run((ctx) => stillToSend(ctx, parcels))).toEqual([])
  })

  test('is not sent once the webhook leads elsewhere: it is packed anew, and that is no attempt', async () => {
    const { shop, hook, parcels, still } = await packed(3)
    await shop.call(api.change, { webhookId: hook.id, url: 'https://example.com/new' } as never)
    expect(await still()).toEqual([])
    await shop.run((ctx) => giveBack(ctx, hook.id, parcels))
    const again = await taken(shop)
    expect(again.map(({ url, attempts }) => [url, attempts])).toEqual(parcels.map(() => ['https://example.com/new', 1]))
  })

  test('is not sent once the webhook has another secret, is disabled, or is removed', async () => {
    const rotated = await packed(1)
    await rotated.shop.call(api.rotateSecret, { webhookId: rotated.hook.id, keepHours: 0 } as never)
    expect(await rotated.still()).toEqual([])
    const disabled = await packed(1)
    await disabled.shop.call(api.disable, { webhookId: disabled.hook.id })
    expect(await disabled.still()).toEqual([])
    await disabled.shop.call(api.enable, { webhookId: disabled.hook.id })
    expect(await disabled.still()).toEqual([])
    const removed = await packed(1)
    await removed.shop.call(api.remove, { webhookId: removed.hook.id })
    expect(await removed.still()).toEqual([])
  })

  test('by a process that has died is sent by another: that was no attempt, and what the first still reports counts for nothing', async () => {
    const { shop, hook, parcels, still } = await packed(3)
    for (let death = 0; death < 12; death++) {
      await world.owner.query(
        `update webhook_deliveries set due_at = now() - interval '1 second' where tenant_id = $1 and status = 'sending'`,
        [shop.id],
      )
      const again = await taken(shop)
      expect(again.map(({ eventId, attempts }) => `${eventId} ${attempts}`).sort()).toEqual(
        parcels.map(({ eventId }) => `${eventId} 1`).sort(),
      )
    }
    const deliveries = async () => (await deliveriesOf(shop, hook.id)).map(({ status, attempts }) => [status, attempts])
    const before = await deliveries()
    expect(before).toEqual(parcels.map(() => ['sending', 1]))
    expect(await still()).toEqual([])
    const refused: Answer = {
      ...{ outcome: 'refused', status: 500, tookMs: 1, headers: {}, body: null, retryAfterMs: null },
    }
    await shop.run((ctx) => giveBack(ctx, hook.id, parcels.slice(0, 1)))
    await shop.run((ctx) =>
      note(
        ctx,
        hook.id,
        parcels.map((parcel) => ({ parcel, answer: refused })),
      ),
    )
    expect(await deliveries()).toEqual(before)
  })
})

test('a replayed event goes before what waits of the same customer, and before that of no other', async () => {
  const shop = await aTenant(world)
  const hook = await aWebhook(shop, 'https://example.com/', { types: ['CustomerRegistered', 'CustomerUpdated'] })
  for (const notes of ['given up', 'waits']) {
    const { id } = (await shop.call(create, {})).body
    await shop.call(change, { customerId: id, notes })
  }
  await shop.run((ctx) => deliverEvents(ctx, [webhookSubscriber], openLog('silent')))
  const set = (nth: number, change: string) =>
    world.owner.query(
      `update webhook_deliveries set ${change} where tenant_id = $1 and position = (
         select (array_agg(position order by position))[$2] from webhook_deliveries where tenant_id = $1)`,
      [shop.id, nth],
    )
  // The first is given up, what follows it failed once, and so did the first of the other customer.
  await set(1, `status = 'dead', due_at = null, finished_at = now()`)
  await set(2, `attempts = 1, due_at = now() + interval '1 hour'`)
  await set(3, `attempts = 1, due_at = now() + interval '1 hour'`)
  const again = { webhookId: hook.id, since: '2026-01-01T00:00:00Z', types: ['CustomerRegistered'] }
  expect((await shop.call(api.replay, again as never)).body).toEqual({ events: 1 })
  const { rows } = await world.owner.query(
    `select attempts, due_at <= now() as due from webhook_deliveries where tenant_id = $1 order by position`,
    [shop.id],
  )
  expect(rows.map(({ attempts, due }) => [attempts, due])).toEqual([
    [0, true],
    [1, null],
    [1, false],
    [0, null],
  ])
})

describe('a round', () => {
  const receivers: Awaited<ReturnType<typeof aReceiver>>[] = []
  afterAll(async () => {
    await deliver.settle!(world.kith.db)
    await Promise.all(receivers.map((one) => one.close()))
  })
  const receiver = async () => {
    const made = await aReceiver()
    receivers.push(made)
    return made
  }
  const round = (shop: Shop) => deliver.run(world.kith.db, shop.id)

  test('that has sent something leaves the turn to other businesses, until that has landed', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const hook = await aWebhook(shop, to.url, { types: ['CustomerRegistered'] })
    for (let n = 0; n < 20; n++) await shop.call(create, {})
    await shop.run((ctx) => deliverEvents(ctx, [webhookSubscriber], openLog('silent')))
    expect(await round(shop)).toBe(false)
    await eventually(async () => {
      await round(shop)
      return to.got.length === 20
    })
    await settled(shop, hook.id, 'delivered', 1)
  })

  test('sends the rest where something cannot be packed, and tries that again after its lease', async () => {
    const [shop, to] = [await aTenant(world), await receiver()]
    const types = ['CustomerRegistered']
    const [bad, good] = [await aWebhook(shop, to.url, { types }), await aWebhook(shop, to.url, { types })]
    const unfit = { secret: 'whsec_', createdAt: new Date().toISOString(), expiresAt: null }
    await shop.run(async (ctx) => {
      const sealed = contents.seal(ctx, { id: bad.id }, { url: to.url, description: null, secrets: [unfit] })
      await sql(ctx)
        .updateTable('webhook_endpoints')
        .set({ sealed })
        .where('tenant_id', '=', ctx.tenant)
        .where('id', '=', bad.id)
        .execute()
    })
    for (let n = 0; n < 3; n++) await shop.call(create, {})
    await shop.run((ctx) => deliverEvents(ctx, [webhookSubscriber], openLog('silent')))
    await round(shop)
    await settled(shop, good.id, 'delivered', 1)
    expect(to.got).toHaveLength(3)
    await settled(shop, bad.id, 'sending', 1)
  })
})
