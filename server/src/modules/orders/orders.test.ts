import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { CustomerId, get as getCustomer, list as listCustomers } from '../customers/contract.ts'
import * as merging from '../merging/contract.ts'
import { eraseCustomer, restrict } from '../privacy/contract.ts'
import { change as changeTenant } from '../tenants/contract.ts'
import * as api from './contract.ts'
import {
  compareTotals,
  type OrderFacts,
  orderFacts,
  ordersOf,
  type PastOrder,
  rebuildTotals,
  recordPastOrders,
  reportingCurrency,
} from './index.ts'
import { aCustomer, anOrder, codesOf, order } from './orders.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const totals = async (customerId: string, at: Shop = shop) => {
  const { totalOrders, totalSpent, lastOrderAt } = (await at.call(getCustomer, { customerId })).body
  return { totalOrders, totalSpent, lastOrderAt }
}
const drifts = async (at: Shop = shop) => (await at.run((ctx) => compareTotals(ctx))).drifts

test('an order is read as it was recorded, its amounts in the decimals of its currency', async () => {
  const { customerId } = await aCustomer(shop)
  const made = await anOrder(shop, {
    customerId,
    externalId: 'R-17',
    channel: 'till',
    total: 4_250,
    payment: 'cash',
    placedAt: '2026-11-02T08:30:00Z',
    lines: [
      {
        sku: 'THOBE-WASH',
        name: 'Thobe, washed',
        category: 'laundry',
        quantity: 2,
        amount: 3_000,
        data: { fold: 'hanger' },
      },
      { name: 'Bag', amount: 1_250 },
    ],
    delivery: { to: 'Villa 12, Way 3015, Al Khuwair' },
    note: 'Ring twice',
    data: { tray: 4 },
  })
  expect(made).toMatchObject({
    customerId,
    externalId: 'R-17',
    channel: 'till',
    state: 'placed',
    currency: 'OMR',
    total: '4.250',
    refunded: '0.000',
    counted: { amount: '4.250', currency: 'OMR' },
    placedAt: '2026-11-02T08:30:00.000Z',
    lines: [
      { position: 1, sku: 'THOBE-WASH', name: 'Thobe, washed', quantity: 2, amount: '3.000', data: { fold: 'hanger' } },
      { position: 2, sku: null, name: 'Bag', quantity: 1, amount: '1.250' },
    ],
    delivery: { addressId: null, to: 'Villa 12, Way 3015, Al Khuwair' },
    note: 'Ring twice',
    data: { tray: 4 },
    warnings: [],
  })
  const { warnings: _, ...written } = made
  const { body } = await shop.call(api.get, { orderId: made.id })
  expect(body).toEqual(written)
  expect(body.history).toMatchObject([{ what: 'placed', actor: expect.stringMatching(/^key:/) }])
  expect(await totals(customerId)).toEqual({
    totalOrders: 1,
    totalSpent: '4.250',
    lastOrderAt: '2026-11-02T08:30:00.000Z',
  })
})

test('another currency is kept as it is, and counts only with a rate', async () => {
  const { customerId } = await aCustomer(shop)
  const without = await anOrder(shop, { customerId, currency: 'JPY', total: 300 })
  expect(without).toMatchObject({ total: '300', counted: null, warnings: [{ code: 'not_counted' }] })
  const rated = await anOrder(shop, { customerId, currency: 'USD', total: 1_250, rate: '0.3845' })
  // 12.50 × 0.3845 = 4.80625; halves go to the even neighbour.
  expect(rated).toMatchObject({ total: '12.50', rate: '0.3845', counted: { amount: '4.806', currency: 'OMR' } })
  expect(await totals(customerId)).toMatchObject({ totalOrders: 2, totalSpent: '4.806' })
  expect(codesOf(await order(shop, { customerId, currency: 'OMR', rate: '2' }))).toEqual(['rate rate_not_needed'])
})

test('paid, delivered, refunded and cancelled are rows with time and caller, and the state follows', async () => {
  const { customerId } = await aCustomer(shop)
  const { id: orderId } = await anOrder(shop, {
    customerId,
    total: 3_000,
    lines: [{ amount: 2_000 }, { amount: 1_000 }],
  })
  expect((await shop.call(api.pay, { orderId, at: '2026-11-20T10:00:00Z' } as never)).body).toMatchObject({
    state: 'paid',
    paidAt: '2026-11-20T10:00:00.000Z',
  })
  expect((await shop.call(api.pay, { orderId } as never)).body).toMatchObject({
    code: 'order.already_done',
    at: '2026-11-20T10:00:00.000Z',
  })
  expect((await shop.call(api.deliver, { orderId } as never)).body.state).toBe('delivered')
  const part = await shop.call(api.refund, { orderId, lines: [{ position: 2, amount: 400 }], note: 'A stain' } as never)
  expect(part.body).toMatchObject({ state: 'delivered', refunded: '0.400' })
  expect(part.body.refunds).toMatchObject([
    { amount: '0.400', note: 'A stain', lines: [{ position: 2, amount: '0.400' }] },
  ])
  expect(await totals(customerId)).toMatchObject({ totalOrders: 1, totalSpent: '2.600' })

  expect(codesOf(await shop.call(api.refund, { orderId, lines: [{ position: 2, amount: 700 }] } as never))).toEqual([
    'lines.0.amount more_than_ordered',
  ])
  expect(codesOf(await shop.call(api.refund, { orderId, lines: [{ position: 9, amount: 1 }] } as never))).toEqual([
    'lines.0.position line_unknown',
  ])
  expect((await shop.call(api.refund, { orderId, amount: 2_601 } as never)).body).toMatchObject({
    code: 'order.refund_too_large',
    left: '2.600',
  })
  expect((await shop.call(api.refund, { orderId } as never)).body).toMatchObject({
    state: 'refunded',
    refunded: '3.000',
  })
  expect(await totals(customerId)).toMatchObject({ totalOrders: 1, totalSpent: '0.000' })

  const cancelled = await shop.call(api.cancel, { orderId, reason: 'customer' } as never)
  expect(cancelled.body).toMatchObject({ state: 'cancelled', warnings: [{ code: 'after_delivery' }] })
  expect(cancelled.body.history.map(({ what }: { what: string }) => what).sort()).toEqual(
    ['cancelled', 'delivered', 'paid', 'placed', 'refunded', 'refunded'].sort(),
  )
  expect(await totals(customerId)).toEqual({ totalOrders: 0, totalSpent: '0.000', lastOrderAt: null })
  expect(await drifts()).toEqual([])
})

test('an external id is taken once per source, and a source belongs to the first key that names it', async () => {
  const { customerId } = await aCustomer(shop)
  const first = await anOrder(shop, { customerId, source: 'foodics', externalId: 'A-1' })
  expect((await order(shop, { customerId, source: 'foodics', externalId: 'A-1' })).body).toMatchObject({
    code: 'order.external_id_taken',
    orderId: first.id,
  })
  expect((await order(shop, { customerId, source: 'sapaad', externalId: 'A-1' })).status).toBe(201)
  const another = await shop.with('orders:write', 'orders:read')
  expect((await order(another, { customerId, source: 'foodics', externalId: 'A-2' })).body.code).toBe(
    'order.source_taken',
  )
  expect((await order(another, { customerId, source: 'web', externalId: 'A-2' })).body.code).toBe('order.source_taken')
  await shop.call(api.releaseSource, { source: 'foodics' } as never)
  expect((await order(another, { customerId, source: 'foodics', externalId: 'A-2' })).status).toBe(201)
  expect((await rival.call(api.listSources, {})).body.items).toEqual([])
  // Another business has sources of the same names.
  const { customerId: theirs } = await aCustomer(rival)
  expect((await order(rival, { customerId: theirs, source: 'foodics', externalId: 'A-1' })).status).toBe(201)
})

test('what does not fit is refused, each with its own sentence, and nothing is written', async () => {
  const { customerId } = await aCustomer(shop)
  const { customerId: theirs } = await aCustomer(rival)
  const wrong = await order(shop, {
    customerId,
    total: 12.5,
    currency: 'XXQ',
    rate: '0',
    placedAt: '1970-01-01T00:00:00Z',
    lines: [{ amount: 1, quantity: 0 }, { amount: -1 }],
    contact: { phone: '9012 3456' },
    delivery: {},
  })
  expect(wrong.status).toBe(422)
  expect(codesOf(wrong).map((one) => one.split(' ')[0])).toEqual(
    expect.arrayContaining(['total', 'currency', 'rate', 'placedAt', 'lines.0.quantity', 'lines.1.amount', 'delivery']),
  )
  expect(codesOf(await order(shop, { customerId, placedAt: '9999-12-31T00:00:00Z' }))).toEqual([
    'placedAt date_out_of_range',
  ])
  expect(codesOf(await order(shop, { customerId, placedAt: '2150-01-01T00:00:00Z' }))).toEqual([
    'placedAt in_the_future',
  ])
  expect(codesOf(await order(shop, { customerId, currency: 'omr' }))).toEqual(['currency invalid_format'])
  expect((await order(shop, { customerId: theirs })).body.code).toBe('customer.not_found')
  expect((await order(shop, {})).body.code).toBe('order.contact_needed')
  expect(codesOf(await order(shop, { customerId, contact: { phone: aPhone() } }))).toEqual([
    'contact customer_or_contact',
  ])
  expect((await shop.call(api.listOfCustomer, { customerId } as never)).body).toMatchObject({ items: [], total: 0 })
})

test('the neighbour finds, changes and lists nothing', async () => {
  const { customerId } = await aCustomer(shop)
  const { id: orderId } = await anOrder(shop, { customerId })
  for (const one of [api.get, api.pay, api.deliver, api.cancel, api.refund]) {
    expect((await rival.call(one as never, { orderId } as never)).body.code).toBe('order.not_found')
  }
  expect((await rival.call(api.listOfCustomer, { customerId } as never)).status).toBe(404)
  expect((await rival.call(api.whole, { customerId })).status).toBe(404)
  expect((await rival.call(api.signals, { customerId })).status).toBe(404)
})

test('orders are listed page by page, the latest first, and by state', async () => {
  const { customerId } = await aCustomer(shop)
  for (const day of ['03', '01', '02']) await anOrder(shop, { customerId, placedAt: `2026-11-${day}T00:00:00Z` })
  const first = (await shop.call(api.listOfCustomer, { customerId, limit: '2' } as never)).body
  expect(first.items.map(({ placedAt }: { placedAt: string }) => placedAt.slice(8, 10))).toEqual(['03', '02'])
  expect(first.total).toBe(3)
  const next = (await shop.call(api.listOfCustomer, { customerId, limit: '2', cursor: first.nextCursor } as never)).body
  expect(next.items.map(({ placedAt }: { placedAt: string }) => placedAt.slice(8, 10))).toEqual(['01'])
  expect(next.nextCursor).toBeNull()
  await shop.call(api.pay, { orderId: first.items[1].id } as never)
  const paid = (await shop.call(api.listOfCustomer, { customerId, state: 'paid' } as never)).body
  expect(paid.items.map(({ id }: { id: string }) => id)).toEqual([first.items[1].id])
})

test('the list of customers is in the order of the last order, also over pages', async () => {
  const own = await aTenant(world)
  const people = []
  for (const day of ['05', '09', '07']) {
    const { customerId } = await aCustomer(own)
    await anOrder(own, { customerId, placedAt: `2026-10-${day}T00:00:00Z` })
    people.push(customerId)
  }
  const first = (await own.call(listCustomers, { sort: 'lastOrder', limit: '2' } as never)).body
  const next = (await own.call(listCustomers, { sort: 'lastOrder', limit: '2', cursor: first.nextCursor } as never))
    .body
  expect([...first.items, ...next.items].map(({ id }) => id)).toEqual([people[1], people[2], people[0]])
})

test('a merge moves the orders and their totals, and undoing it gives back exactly those', async () => {
  const own = await aTenant(world)
  const { customerId: from } = await aCustomer(own, { phoneVerified: false })
  const { customerId: into } = await aCustomer(own, { phoneVerified: false })
  const theirs = await anOrder(own, { customerId: from, total: 1_000, placedAt: '2026-11-05T00:00:00Z' })
  await anOrder(own, { customerId: into, total: 500, placedAt: '2026-11-01T00:00:00Z' })
  const before = { from: await totals(from, own), into: await totals(into, own) }

  const merged = await own.call(merging.merge, { from, into, reason: 'one person' })
  expect(merged.body.ordersMoved).toBe(1)
  expect(await totals(into, own)).toEqual({
    totalOrders: 2,
    totalSpent: '1.500',
    lastOrderAt: '2026-11-05T00:00:00.000Z',
  })
  expect((await own.call(api.listOfCustomer, { customerId: into } as never)).body.total).toBe(2)
  expect(await drifts(own)).toEqual([])

  // What happens to their order meanwhile goes back with it.
  await own.call(api.refund, { orderId: theirs.id, amount: 250 } as never)
  expect((await totals(into, own)).totalSpent).toBe('1.250')
  await own.call(merging.undo, { mergeId: merged.body.id, reason: 'two after all' } as never)
  expect(await totals(into, own)).toEqual(before.into)
  expect(await totals(from, own)).toEqual({ ...before.from, totalSpent: '0.750' })
  expect((await own.call(api.get, { orderId: theirs.id })).body.customerId).toBe(from)
  expect(await drifts(own)).toEqual([])
})

test('the rebuild names every drift, sets it right, and finds none afterwards', async () => {
  const own = await aTenant(world)
  const { customerId } = await aCustomer(own)
  await anOrder(own, { customerId, total: 2_000, placedAt: '2026-11-01T00:00:00Z' })
  const { number } = (await own.call(getCustomer, { customerId })).body
  await world.owner.query(
    `update customer_activity set total_orders = 7, total_spent = 1, last_order_at = 'epoch' where tenant_id = $1`,
    [own.id],
  )
  expect((await own.run(rebuildTotals)).drifts).toEqual([
    { customer: number, what: 'orders', believed: '7', counted: '1' },
    { customer: number, what: 'spent', believed: '1', counted: '2000' },
    { customer: number, what: 'lastOrder', believed: 'never', counted: '2026-11-01T00:00:00.000Z' },
  ])
  expect(await totals(customerId, own)).toMatchObject({ totalOrders: 1, totalSpent: '2.000' })
  expect((await own.run(rebuildTotals)).drifts).toEqual([])
})

test('orders at the same time add up', async () => {
  const { customerId } = await aCustomer(shop)
  await Promise.all(Array.from({ length: 8 }, () => anOrder(shop, { customerId, total: 100 })))
  expect(await totals(customerId)).toMatchObject({ totalOrders: 8, totalSpent: '0.800' })
})

test('orders of former days are recorded many at once, with what became of them', async () => {
  const own = await aTenant(world)
  const [one, two] = [await aCustomer(own), await aCustomer(own)]
  const at = (day: string) => new Date(`2026-10-${day}T00:00:00Z`)
  const past = (customerId: string, day: string, happened: PastOrder['happened'] = []): PastOrder => ({
    ...{ customerId: CustomerId.parse(customerId), channel: 'till', total: 3_000, payment: 'cash', placedAt: at(day) },
    lines: [{ sku: 'A', name: 'Thobe', category: null, quantity: 1, amount: 3_000, data: {} }],
    happened,
  })
  await own.run((ctx) =>
    recordPastOrders(ctx, [
      past(one.customerId, '01', [
        { what: 'paid', at: at('02') },
        { what: 'refunded', at: at('03'), amount: 1_000 },
      ]),
      past(two.customerId, '04', [{ what: 'cancelled', at: at('05'), reason: 'customer' }]),
      past(one.customerId, '06'),
    ]),
  )
  expect((await own.call(api.listOfCustomer, { customerId: one.customerId } as never)).body.items).toMatchObject([
    { state: 'placed', total: '3.000', lines: [{ name: 'Thobe' }] },
    { state: 'paid', refunded: '1.000' },
  ])
  expect(await totals(one.customerId, own)).toEqual({
    ...{ totalOrders: 2, totalSpent: '5.000', lastOrderAt: '2026-10-06T00:00:00.000Z' },
  })
  expect(await totals(two.customerId, own)).toMatchObject({ totalOrders: 0, lastOrderAt: null })
  expect(await drifts(own)).toEqual([])
})

test('modules above read an order as numbers and times, and nothing of the person', async () => {
  const { customerId } = await aCustomer(shop)
  const lines = [{ sku: 'A', name: 'Thobe of Salma', category: 'laundry', quantity: 2, amount: 3_000 }]
  await anOrder(shop, { customerId, total: 3_000, lines, note: 'Ring twice' })
  const read = (work: (facts: OrderFacts) => void) =>
    shop.run(async (ctx) => {
      const [one] = await ordersOf(ctx, CustomerId.parse(customerId))
      work(await orderFacts(ctx, one!.id))
      return reportingCurrency(ctx)
    })
  const currency = await read((facts) => {
    expect(facts).toMatchObject({
      total: 3_000,
      counted: 3_000,
      refundedCounted: 0,
      lines: [{ sku: 'A', quantity: 2 }],
    })
    expect(JSON.stringify(facts)).not.toMatch(/Salma|Ring/)
  })
  expect(currency).toBe('OMR')
})

test('the reporting currency is that of the country, and is not changed once an order counts', async () => {
  const own = await aTenant(world, { country: 'JP' })
  expect((await own.call(api.readSettings, {})).body).toEqual({ currency: 'JPY', ownCurrency: null })
  expect((await own.call(api.readCurrency, {})).body).toEqual({ currency: 'JPY', decimals: 0 })
  expect((await own.call(api.changeSettings, { currency: 'USD' } as never)).body.currency).toBe('USD')
  const { customerId } = await aCustomer(own, { phone: '+819012345678' })
  expect(await anOrder(own, { customerId, total: 1_250 })).toMatchObject({ currency: 'USD', total: '12.50' })
  expect(await totals(customerId, own)).toMatchObject({ totalSpent: '12.500' })
  expect((await own.call(api.changeSettings, { currency: 'JPY' } as never)).body.code).toBe('order.currency_in_use')
})

test('another country of the business changes no currency that orders count in', async () => {
  const own = await aTenant(world)
  const { customerId } = await aCustomer(own)
  await anOrder(own, { customerId, currency: 'USD', total: 1 })
  expect((await own.call(api.readSettings, {})).body.ownCurrency).toBeNull()
  await anOrder(own, { customerId, total: 1_400 })
  expect((await own.call(changeTenant, { country: 'AE' } as never)).status).toBe(200)
  expect((await own.call(api.readCurrency, {})).body.currency).toBe('OMR')
  expect((await own.call(api.get, { orderId: (await anOrder(own, { customerId })).id })).body.currency).toBe('OMR')
})

test('a caller without contacts sees them masked, and one who may not read orders is answered with amounts', async () => {
  const { phone, customerId } = await aCustomer(shop)
  const lines = [{ name: 'Thobe of Salma', amount: 1_400 }]
  const given = { contact: { phone, firstName: 'Salma' }, note: 'Ring twice', delivery: { to: 'Villa 12' }, lines }
  const { id: orderId } = await anOrder(shop, given)
  const reader = await shop.with('orders:read')
  const { contact } = (await reader.call(api.get, { orderId })).body
  expect(contact).toMatchObject({ name: 'Salma', phone: expect.stringContaining('••••') })
  const listed = await reader.call(api.listOfCustomer, { customerId } as never)
  expect(JSON.stringify(listed.body)).not.toContain(phone)
  const writer = await shop.with('orders:write')
  const placed = await anOrder(writer, given)
  const paid = await writer.call(api.pay, { orderId } as never)
  for (const answer of [placed, paid.body]) {
    expect(answer).toMatchObject({ total: '1.400', warnings: [] })
    expect(JSON.stringify(answer)).not.toMatch(/Salma|Ring|Villa/)
  }
})

test('the back office reads a customer with addresses and orders, as far as it may', async () => {
  const { customerId } = await aCustomer(shop)
  await anOrder(shop, { customerId })
  const { status, body } = await shop.request('GET', `/admin/customers/${customerId}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: customerId, totalOrders: 1, addresses: [], signals: [] })
  expect(body.orders).toHaveLength(1)
  const reader = await shop.with('customers:read')
  expect((await reader.call(api.whole, { customerId })).body).toMatchObject({ addresses: null, orders: null })
})

test('of a restricted customer, staff and API keys record nothing', async () => {
  const { customerId } = await aCustomer(shop)
  const { id: orderId } = await anOrder(shop, { customerId })
  expect((await shop.call(restrict, { customerId, reason: 'a wrong address' })).status).toBe(200)
  const refused = { status: 409, body: { code: 'customer.restricted' } }
  expect(await order(shop, { customerId })).toMatchObject(refused)
  expect(await shop.call(api.pay, { orderId } as never)).toMatchObject(refused)
  expect(await shop.call(api.refund, { orderId } as never)).toMatchObject(refused)
  expect((await shop.call(api.get, { orderId })).body.state).toBe('placed')
})

test('an order outlives the erasure of its customer as numbers, and can still be refunded', async () => {
  const { customerId } = await aCustomer(shop)
  const { id: orderId } = await anOrder(shop, {
    customerId,
    total: 500,
    note: 'Ring twice',
    lines: [{ name: 'Bag', amount: 500 }],
  })
  expect((await shop.call(eraseCustomer, { customerId, reason: 'requested' })).status).toBe(201)
  const { body } = await shop.call(api.get, { orderId })
  expect(body).toMatchObject({ total: '0.500', note: null, contact: null, lines: [{ name: null, amount: '0.500' }] })
  expect((await shop.call(api.refund, { orderId, note: 'by hand' } as never)).body).toMatchObject({
    ...{ state: 'refunded', refunds: [{ amount: '0.500', note: null }] },
  })
  expect(await drifts()).toEqual([])
})
