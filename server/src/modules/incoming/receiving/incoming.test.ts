import { CloudEvent, HTTP } from 'cloudevents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { lookup } from '../../customers/contract.ts'
import * as merging from '../../merging/contract.ts'
import * as orders from '../../orders/contract.ts'
import { compareTotals } from '../../orders/index.ts'
import { eraseCustomer } from '../../privacy/contract.ts'
import * as api from '../contract.ts'
import { replayWaiting } from '../parked/replay.ts'
import { forgetEvents } from './forget.ts'
import { aCustomer, anEvent, SOURCE, send, sendBatch } from './incoming.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

let count = 0
const fresh = (name: string) => `${name}-${count++}`
const placed = (orderId: string, customer: object, more: object = {}) => ({
  id: fresh('placed'),
  type: 'OrderPlaced',
  data: { orderId, customer, total: 1_000, ...more },
})
const ordersOf = async (customerId: string) =>
  (await shop.call(orders.listOfCustomer, { customerId } as never)).body.items as orders.Order[]
const results = ({ body }: { body: { results: { result: string; reason: { code: string } | null }[] } }) =>
  body.results.map(({ result, reason }) => (reason ? `${result} ${reason.code}` : result))

describe('the three forms of CloudEvents, as the official library writes them', () => {
  const event = (data: object) =>
    new CloudEvent({
      source: SOURCE,
      id: fresh('sdk'),
      type: 'com.example.OrderPlaced',
      time: '2026-11-10T08:00:00.000Z',
      data,
    })
  const sent = async (message: { headers: unknown; body: unknown }) =>
    shop.request('POST', '/api/v1/events', message.body as string, {
      headers: Object.fromEntries(
        Object.entries(message.headers as Record<string, string>).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    })

  test.each(['structured', 'binary'] as const)('%s', async (form) => {
    const { customerId } = await aCustomer(shop)
    const one = event({ orderId: fresh('order'), customer: { id: customerId }, total: 900, note: 'Übung · تجربة' })
    expect(results(await sent(HTTP[form](one)))).toEqual(['done'])
    expect(await ordersOf(customerId)).toMatchObject([{ total: '0.900', source: SOURCE, note: 'Übung · تجربة' }])
    expect(results(await sent(HTTP[form](one)))).toEqual(['already'])
    expect(await ordersOf(customerId)).toHaveLength(1)
  })

  test('batched, one that is no event keeping none of the others back', async () => {
    const { customerId } = await aCustomer(shop)
    const batch = [
      anEvent(placed(fresh('order'), { id: customerId })),
      { specversion: '1.0', id: 'x' },
      anEvent({ id: fresh('odd'), type: 'OrderDreamt', data: {} }),
      anEvent(placed(fresh('order'), { id: customerId }, { note: 'Card 4111 1111 1111 1111' })),
      anEvent(placed(fresh('order'), { id: customerId })),
    ]
    const answer = await sendBatch(shop, batch)
    expect(results(answer)).toEqual([
      'done',
      'refused invalid',
      'refused event.type_unknown',
      'refused invalid',
      'done',
    ])
    expect(await ordersOf(customerId)).toHaveLength(2)
    const kept = await world.owner.query('select count(*)::int as n from incoming_events where reason is not null')
    expect(kept.rows[0].n).toBe(0)
  })

  test('other content types, and what is no event, are refused', async () => {
    const plain = await shop.request('POST', '/api/v1/events', '{}', { headers: { 'content-type': 'text/plain' } })
    expect(plain.status).toBe(415)
    expect((await shop.request('POST', '/api/v1/events', { hello: 1 })).status).toBe(422)
    const elsewhere = await shop.request(
      'POST',
      '/api/v1/orders',
      {},
      {
        headers: { 'content-type': 'application/cloudevents+json' },
      },
    )
    expect(elsewhere.status).toBe(415)
  })
})

test('the same id with other content is refused, and another key burns no ids', async () => {
  const { customerId } = await aCustomer(shop)
  const source = '/till/7'
  const one = { ...placed(fresh('order'), { id: customerId }), source }
  expect(results(await send(shop, one))).toEqual(['done'])
  const changed = await send(shop, { ...one, data: { ...one.data, total: 9 } })
  expect(changed).toMatchObject({ status: 409, body: { code: 'event.content_changed' } })
  const another = await shop.with('orders:write')
  expect((await send(another, { ...one, id: fresh('new') })).body.code).toBe('order.source_taken')
  // In another business the same source and id are another event.
  const { customerId: theirs } = await aCustomer(rival)
  expect(results(await send(rival, { ...one, data: { ...one.data, customer: { id: theirs } } }))).toEqual(['done'])
  expect(results(await send(rival, { ...placed(fresh('order'), { id: customerId }), source }))).toEqual([
    'parked customer.not_found',
  ])
})

test('one that is sent many times at once is carried out once', async () => {
  const { customerId } = await aCustomer(shop)
  const one = placed(fresh('order'), { id: customerId })
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(shop, one)))
  expect(answers.flatMap(results).sort()).toEqual([...Array(5).fill('already'), 'done'])
  expect(await ordersOf(customerId)).toHaveLength(1)
})

test('who is unknown becomes a customer by the phone, and a merged one is the survivor', async () => {
  const phone = aPhone()
  await send(shop, placed(fresh('order'), { phone, firstName: 'Rahma' }))
  const { body } = await shop.call(lookup, { phone })
  expect(body).toMatchObject({ type: 'stub', firstName: 'Rahma', totalOrders: 1 })
  const { customerId: into } = await aCustomer(shop)
  await shop.call(merging.merge, { from: body.id, into, reason: 'one person' })
  expect(results(await send(shop, placed(fresh('order'), { id: body.id })))).toEqual(['done'])
  expect(await ordersOf(into)).toHaveLength(2)
})

test('paid, delivered and refunded before the order came wait for it', async () => {
  const { customerId } = await aCustomer(shop)
  const orderId = fresh('early')
  const at = (day: string) => `2026-11-${day}T00:00:00Z`
  expect(
    results(await send(shop, { id: fresh('paid'), type: 'OrderPaid', time: at('12'), data: { orderId } })),
  ).toEqual(['waiting order.not_found'])
  await send(shop, { id: fresh('back'), type: 'OrderRefunded', time: at('14'), data: { orderId, amount: 300 } })
  await send(shop, { id: fresh('there'), type: 'OrderDelivered', time: at('13'), data: { orderId } })
  expect((await shop.call(api.listParked, { state: 'waiting' } as never)).body.total).toBe(3)
  await send(shop, placed(orderId, { id: customerId }))
  expect(await ordersOf(customerId)).toMatchObject([
    {
      state: 'delivered',
      paidAt: '2026-11-12T00:00:00.000Z',
      deliveredAt: '2026-11-13T00:00:00.000Z',
      refunded: '0.300',
    },
  ])
  expect((await shop.call(api.listParked, { state: 'waiting' } as never)).body.total).toBe(0)
})

test('events about an order that came through the API are carried out by the errand', async () => {
  const { customerId } = await aCustomer(shop)
  const orderId = fresh('by-api')
  await send(shop, { id: fresh('paid'), type: 'OrderPaid', data: { orderId } })
  const order = { customerId, source: SOURCE, externalId: orderId, total: 1_400 }
  expect((await shop.call(orders.place, order as never)).status).toBe(201)
  await replayWaiting(world.kith.db, shop.id)
  expect(await ordersOf(customerId)).toMatchObject([{ state: 'paid' }])
})

test('what cannot be carried out is parked with its reason, corrected, replayed, or dropped', async () => {
  const own = await aTenant(world)
  const orderId = fresh('wrong')
  const bad = await send(own, {
    id: fresh('bad'),
    type: 'OrderPlaced',
    data: { orderId, customer: { phone: '123' }, total: -1 },
  })
  expect(results(bad)).toEqual(['parked invalid'])
  expect(bad.body.results[0].errors.map(({ path }: { path: string }) => path)).toContain('total')
  const unknown = await send(own, {
    id: fresh('mail'),
    type: 'ProductReviewed',
    data: { customer: { email: 'a@example.com' }, rating: 5 },
  })
  expect(results(unknown)).toEqual(['parked event.customer_unknown'])
  const { body: listed } = await own.call(api.listParked, {} as never)
  expect(listed).toMatchObject({
    total: 2,
    items: [{ source: SOURCE, type: 'OrderPlaced', reason: { code: 'invalid' } }, {}],
  })
  const [parked, other] = listed.items
  expect((await own.call(api.getParked, { parkedId: parked.id })).body).toMatchObject({
    data: { orderId },
    errors: expect.arrayContaining([expect.objectContaining({ path: 'total' })]),
  })
  expect((await rival.call(api.getParked, { parkedId: parked.id })).status).toBe(404)
  const stored = await world.owner.query('select * from incoming_events where tenant_id = $1', [own.id])
  expect(JSON.stringify(stored.rows)).not.toContain(orderId)

  const data = { orderId, customer: { phone: aPhone() }, total: 100 }
  const refused = await own.call(api.correctParked, { parkedId: parked.id, data: { ...data, total: 0.5 } } as never)
  expect(refused.body.errors).toMatchObject([{ path: 'data.total' }])
  expect((await own.call(api.correctParked, { parkedId: parked.id, data } as never)).body.result).toBe('done')
  expect((await own.call(api.replayParked, { parkedId: parked.id } as never)).body.code).toBe('event.parked_not_found')

  expect((await own.call(api.replayAll, {} as never)).body).toEqual({ done: 0, left: 1 })
  expect((await own.call(api.dropParked, { parkedId: other.id, reason: 'a test of theirs' } as never)).status).toBe(200)
  expect((await own.call(api.listParked, {} as never)).body.total).toBe(0)
})

test('an erasure finds what an event says of the person, wherever it says so', async () => {
  const own = await aTenant(world)
  const { customerId, phone } = await aCustomer(own, { email: 'noor.erased@example.com' })
  const orderId = fresh('parked')
  const order = { customerId, source: SOURCE, externalId: orderId, total: 1_400 }
  expect((await own.call(orders.place, order as never)).status).toBe(201)
  const events = [
    { type: 'ProductReviewed', data: { customer: { phone: Number(phone.slice(1)) }, rating: 9 } },
    { type: 'ProductReviewed', data: { from: 'Noor <Noor.Erased@example.com>', rating: 9 } },
    { type: 'ProductReviewed', data: { more: [{ whatsapp: phone.slice(4) }], rating: 9 } },
    { type: 'OrderRefunded', data: { orderId, amount: -1, note: 'says nothing of a customer' } },
    { type: 'ProductReviewed', data: { customer: { phone: aPhone() }, rating: 9 } },
  ]
  for (const one of events) expect(results(await send(own, { id: fresh('odd'), ...one }))).toEqual(['parked invalid'])
  expect((await own.call(eraseCustomer, { customerId, reason: 'requested' })).status).toBe(201)
  expect((await own.call(api.listParked, {} as never)).body.total).toBe(1)
  await world.owner.query(`update incoming_events set received_at = now() - interval '401 days' where tenant_id = $1`, [
    own.id,
  ])
  await own.run(forgetEvents)
  expect((await own.call(api.listParked, {} as never)).body.total).toBe(0)
})

test('who corrects and replays events may record orders, and who reads what a person wrote may read notes', async () => {
  const own = await aTenant(world)
  const data = { customer: { email: 'a@example.com' }, rating: 9, text: 'Call me on 91234567' }
  await send(own, { id: fresh('odd'), type: 'ProductReviewed', data })
  await send(own, { id: fresh('early'), type: 'OrderPaid', data: { orderId: fresh('none') } })
  const [review, paid] = (await own.call(api.listParked, {} as never)).body.items
  const manager = await own.with('events:manage')
  const parkedId = paid.id
  const refused = { status: 403, body: { code: 'forbidden', needs: 'orders:write' } }
  expect(await manager.call(api.replayParked, { parkedId } as never)).toMatchObject(refused)
  expect(await manager.call(api.correctParked, { parkedId, data } as never)).toMatchObject(refused)
  expect(await manager.call(api.replayAll, {} as never)).toMatchObject(refused)
  expect((await manager.call(api.getParked, { parkedId: review.id })).body).toMatchObject({ data: null })
  expect((await own.call(api.getParked, { parkedId: review.id })).body.data).toEqual(data)
  expect((await manager.call(api.getParked, { parkedId })).body.data).toMatchObject({ orderId: expect.any(String) })
})

test('a damaged event keeps none of the others back, and those are carried out by the server itself', async () => {
  const own = await aTenant(world)
  const { customerId } = await aCustomer(own)
  const orderId = fresh('damaged')
  for (const day of ['12', '13'])
    await send(own, { id: fresh('paid'), type: 'OrderPaid', time: `2026-11-${day}T00:00:00Z`, data: { orderId } })
  await world.owner.query(
    `update incoming_events set sealed = '\\x00' where tenant_id = $1 and happened_at < '2026-11-12T12:00:00Z'`,
    [own.id],
  )
  const order = { customerId, source: SOURCE, externalId: orderId, total: 1_400 }
  const placed = await own.call(orders.place, order as never)
  expect(placed.status).toBe(201)
  await replayWaiting(world.kith.db, own.id)
  const { body } = await own.call(orders.get, { orderId: placed.body.id })
  expect(body).toMatchObject({ state: 'paid', paidAt: '2026-11-13T00:00:00.000Z' })
  expect(body.history.find(({ what }: { what: string }) => what === 'paid').actor).not.toMatch(/^key:/)
  expect((await own.call(api.listParked, {} as never)).body).toMatchObject({
    ...{ total: 1, items: [{ state: 'parked', reason: { code: 'event.damaged' } }] },
  })
})

test('a review is an interest, a ticket has a sentiment, and it is said who says so', async () => {
  const { customerId } = await aCustomer(shop)
  const customer = { id: customerId }
  const review = (category: string, rating: number, more: object = {}) =>
    send(shop, {
      id: fresh('review'),
      type: 'ProductReviewed',
      data: { customer, sku: 'A1', category, rating, ...more },
    })
  await review('thobes', 5, { tags: ['linen'], text: 'Lovely, and so clean' })
  await review('carpets', 2)
  const ticket = (more: object) =>
    send(shop, {
      id: fresh('ticket'),
      type: 'CustomerSupportTicketCreated',
      data: { customer, channel: 'whatsapp', ...more },
    })
  await ticket({ text: 'الطلب متأخر والخدمة سيئة' })
  await ticket({ text: 'Not bad at all, thanks' })
  await ticket({ subject: 'A question', sentiment: 'negative' })
  await ticket({})
  const { items } = (await shop.call(api.listInteractions, { customerId } as never)).body
  expect(
    items
      .map((one: api.Interaction) => `${one.kind} ${one.sentiment?.value ?? '-'} ${one.sentiment?.by ?? '-'}`)
      .sort(),
  ).toEqual([
    'review - -',
    'review positive words',
    'ticket - -',
    'ticket negative given',
    'ticket negative words',
    'ticket positive words',
  ])
  expect((await shop.call(api.listInterests, { customerId })).body.items).toMatchObject([
    { interest: 'linen', rating: 5, reviews: 1 },
    { interest: 'thobes', rating: 5, reviews: 1 },
    { interest: 'carpets', rating: 2, reviews: 1 },
  ])
  expect((await rival.call(api.listInteractions, { customerId } as never)).status).toBe(404)
  const stored = await world.owner.query('select * from interactions where tenant_id = $1', [shop.id])
  expect(JSON.stringify(stored.rows)).not.toContain('متأخر')
})

test('a card is added by an event, and its number is refused', async () => {
  const { customerId } = await aCustomer(shop)
  const data = {
    customer: { id: customerId },
    provider: 'thawani',
    token: 'tok_1',
    brand: 'Visa',
    lastFour: '4242',
    expiryMonth: 1,
    expiryYear: 2030,
  }
  expect(results(await send(shop, { id: fresh('card'), type: 'PaymentMethodAdded', data }))).toEqual(['done'])
  expect((await shop.call(orders.listPaymentMethods, { customerId })).body.items).toMatchObject([{ lastFour: '4242' }])
  const leaked = await send(shop, {
    id: fresh('card'),
    type: 'PaymentMethodAdded',
    data: { ...data, token: '4242424242424242' },
  })
  expect(leaked).toMatchObject({ status: 422, body: { errors: [{ path: 'data.token', code: 'card_number' }] } })
})

test('each type has a schema at a public address', async () => {
  for (const type of api.EVENT_TYPES) {
    const response = await fetch(world.url + api.schemaPath(type))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/schema+json')
    expect(await response.json()).toMatchObject({
      title: type,
      type: 'object',
      $schema: expect.stringContaining('json-schema'),
    })
  }
})

test('a merge moves interactions, and undoing it gives them back', async () => {
  const { customerId: from } = await aCustomer(shop, { phoneVerified: false })
  const { customerId: into } = await aCustomer(shop, { phoneVerified: false })
  await shop.call(api.addInteraction, { customerId: from, text: 'Great' } as never)
  const merged = await shop.call(merging.merge, { from, into, reason: 'one person' })
  expect((await shop.call(api.listInteractions, { customerId: into } as never)).body.total).toBe(1)
  await shop.call(merging.undo, { mergeId: merged.body.id, reason: 'two' } as never)
  expect((await shop.call(api.listInteractions, { customerId: into } as never)).body.total).toBe(0)
  expect((await shop.call(api.listInteractions, { customerId: from } as never)).body.total).toBe(1)
})

test('totals are what the orders say, after all of this', async () => {
  expect((await shop.run((ctx) => compareTotals(ctx))).drifts).toEqual([])
})
