import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { list } from '../../customers/contract.ts'
import * as orders from '../../orders/contract.ts'
import { compareTotals } from '../../orders/index.ts'
import * as api from '../contract.ts'
import { anEvent, type Event, sendBatch } from './incoming.harness.ts'

const RUNS = 6

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T09:00:00Z`
const noor = { phone: '+96890000001', firstName: 'Noor' }
const hilal = { phone: '+96890000002', firstName: 'Hilal' }

/** Two people, three orders, everything that can happen to them. */
const EVENTS: readonly Event[] = [
  {
    id: '1',
    type: 'OrderPlaced',
    time: day(1),
    data: { orderId: 'A', customer: noor, total: 3_000, lines: [{ amount: 3_000 }] },
  },
  { id: '2', type: 'OrderPaid', time: day(2), data: { orderId: 'A' } },
  // Reported twice by its source, with another time.
  { id: '3', type: 'OrderPaid', time: day(3), data: { orderId: 'A' } },
  { id: '4', type: 'OrderDelivered', time: day(4), data: { orderId: 'A' } },
  { id: '5', type: 'OrderRefunded', time: day(5), data: { orderId: 'A', amount: 700 } },
  { id: '6', type: 'OrderRefunded', time: day(6), data: { orderId: 'A', amount: 301 } },
  {
    id: '7',
    type: 'OrderPlaced',
    time: day(7),
    data: { orderId: 'B', customer: { phone: noor.phone }, total: 999, currency: 'USD', rate: '0.3845' },
  },
  { id: '8', type: 'OrderRefunded', time: day(8), data: { orderId: 'B', amount: 333 } },
  { id: '9', type: 'OrderCancelled', time: day(9), data: { orderId: 'B', reason: 'business' } },
  { id: '10', type: 'OrderPlaced', time: day(10), data: { orderId: 'C', customer: hilal, total: 500, payment: 'cod' } },
  { id: '11', type: 'OrderCancelled', time: day(11), data: { orderId: 'C', reason: 'refused_at_door' } },
  { id: '12', type: 'ProductReviewed', time: day(12), data: { customer: noor, category: 'thobes', rating: 4 } },
  { id: '13', type: 'CustomerSupportTicketCreated', time: day(13), data: { customer: hilal, text: 'Too late' } },
  {
    id: '14',
    type: 'PaymentMethodAdded',
    time: day(14),
    data: {
      customer: noor,
      provider: 'p',
      token: 'tok_1',
      brand: 'Visa',
      lastFour: '4242',
      expiryMonth: 1,
      expiryYear: 2030,
    },
  },
  // Of an order that never came: it waits in every permutation.
  { id: '15', type: 'OrderPaid', time: day(15), data: { orderId: 'D' } },
  { id: '16', type: 'ProductReviewed', time: day(16), data: { customer: { email: 'who@example.com' }, rating: 1 } },
]

/** Everything that the API tells of it, without what two arrivals cannot have in common: our ids, and when we heard. */
async function stateOf(shop: Shop) {
  const { items } = (await shop.call(list, { sort: 'spent', order: 'asc' } as never)).body
  const people = []
  for (const { id: customerId, firstName, phone, totalOrders, totalSpent, lastOrderAt } of items) {
    const theirs = (await shop.call(orders.listOfCustomer, { customerId } as never)).body.items as orders.Order[]
    const interactions = (await shop.call(api.listInteractions, { customerId } as never)).body
      .items as api.Interaction[]
    const cards = (await shop.call(orders.listPaymentMethods, { customerId })).body.items as orders.PaymentMethod[]
    people.push({
      ...{ firstName, phone, totalOrders, totalSpent, lastOrderAt },
      orders: theirs.map(({ id, customerId: _, history, refunds, ...order }) => ({
        ...order,
        refunds: refunds.map(({ id: _, ...refund }) => refund),
        history: history.map(({ recordedAt: _, ...happened }) => happened),
      })),
      interactions: interactions.map(({ id, customerId: _, recordedAt: __, ...said }) => said),
      cards: cards.map(({ id, addedAt: _, ...card }) => card),
    })
  }
  const parked = (await shop.call(api.listParked, {} as never)).body.items
  return {
    people: people.sort((a, b) => (a.firstName < b.firstName ? -1 : 1)),
    parked: parked.map(({ eventId, state, reason }: Record<string, never>) => ({ eventId, state, reason })).sort(byId),
  }
}
const byId = (a: { eventId: string }, b: { eventId: string }) => (a.eventId < b.eventId ? -1 : 1)

const arrivals = fc
  .tuple(
    fc.shuffledSubarray([...EVENTS], { minLength: EVENTS.length }),
    fc.array(fc.constantFrom(...EVENTS), { maxLength: 6 }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([once, again, size]) => ({ order: [...once, ...again], size }))

test('any permutation of the events, with repetitions and in any batches, ends in the same state', async () => {
  const arrive = async (order: readonly Event[], size: number) => {
    const shop = await aTenant(world)
    for (let next = 0; next < order.length; next += size) {
      const { status } = await sendBatch(shop, order.slice(next, next + size).map(anEvent))
      expect(status).toBe(200)
    }
    expect((await shop.run((ctx) => compareTotals(ctx))).drifts).toEqual([])
    const state = JSON.stringify(await stateOf(shop), null, 1)
    // Each tenant has a key of its own; what came before its order is carried out by the server.
    return state.replaceAll(/key:[0-9a-f]+|job:replay-waiting-events/g, 'key')
  }
  const inOrder = await arrive(EVENTS, EVENTS.length)
  expect(inOrder).toContain('Hilal')
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ order, size }) => {
      expect(await arrive(order, size)).toBe(inOrder)
    }),
    { numRuns: RUNS },
  )
})
