import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, eventually, type Shop, type World } from '../../../test/harness.ts'
import { merge } from '../merging/contract.ts'
import { writeTotals } from './activity.ts'
import * as api from './contract.ts'
import { requireRow } from './person.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => api.CustomerId.parse(id)
const aStub = async (at = shop) =>
  (await at.call(api.create, { type: 'stub', firstName: 'Salim', phone: aPhone() })).body.id as string
const get = async (customerId: string) => (await shop.call(api.get, { customerId })).body
const wideRow = async (id: string) =>
  (await world.owner.query('select ctid::text, xmin::text from customers where id = $1', [inner(id)])).rows[0]
const activity = async (id: string, set: string) =>
  world.owner.query(`update customer_activity set ${set} where customer_id = $1`, [inner(id)])

function aGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** In this database alone: those of the other tests wait for locks of their own. */
const isAwaited = async () =>
  (
    await world.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).rowCount

describe('what changes often stands apart', () => {
  test('a visit and an order leave the row of the customer, and so its indexes, as they are', async () => {
    const id = await aStub()
    await activity(id, `last_seen_at = '2020-01-01'`)
    const before = await wideRow(id)
    expect((await shop.call(api.visit, { customerId: id } as never)).status).toBe(200)
    expect(Date.now() - Date.parse((await get(id)).lastSeenAt)).toBeLessThan(60_000)
    const now = await shop.run((ctx) => writeTotals(ctx, inner(id), { orders: 1, spent: 12_500 }))
    expect(now).toEqual({ orders: 1, spent: 12_500, loyaltyPoints: 0 })
    await shop.run((ctx) => writeTotals(ctx, inner(id), { orders: 1, spent: 500, loyaltyPoints: 3 }))
    expect(await get(id)).toMatchObject({ totalOrders: 2, totalSpent: '13.000', loyaltyPoints: 3, version: 1 })
    expect(await wideRow(id)).toEqual(before)
  })

  test('an order while the customer is being merged is not lost to the survivor', async () => {
    const [from, into] = [await aStub(), await aStub()]
    const [hold, held] = [aGate(), aGate()]
    const ordering = shop.run(async (ctx) => {
      await requireRow(ctx, inner(from), 'for update')
      held.open()
      await hold.opened
      await writeTotals(ctx, inner(from), { orders: 1, spent: 7_000 })
    })
    await held.opened
    const merging = shop.call(merge, { from, into, reason: 'one person' } as never)
    await eventually(isAwaited)
    hold.open()
    await ordering
    expect((await merging).status).toBe(201)
    expect(await get(into)).toMatchObject({ totalOrders: 1, totalSpent: '7.000' })
  })

  test('what a server of the release before writes while it is still running arrives', async () => {
    const id = await aStub()
    await shop.run((ctx) => writeTotals(ctx, inner(id), { orders: 5, loyaltyPoints: 10 }))
    await world.owner.query(
      `update customers set last_seen_at = '2031-01-01T00:00:00Z', loyalty_points = loyalty_points + 4, total_spent = total_spent - 250
        where id = $1`,
      [inner(id)],
    )
    expect(await get(id)).toMatchObject({
      lastSeenAt: '2031-01-01T00:00:00.000Z',
      totalOrders: 5,
      loyaltyPoints: 14,
      totalSpent: '-0.250',
    })
    const other = '019abcde-0000-7000-8000-000000000001'
    await world.owner.query(
      `insert into customers (tenant_id, id, number, status, locale, country, created_at, last_seen_at, updated_at, tokens)
       select tenant_id, $2, number + 900, 'active', locale, country, '2024-05-06', '2024-05-06', now(), '{}' from customers where id = $1`,
      [inner(id), other],
    )
    const { rows } = await world.owner.query(
      'select total_orders, last_seen_at from customer_activity where customer_id = $1',
      [other],
    )
    expect(rows).toEqual([{ total_orders: 0, last_seen_at: new Date('2024-05-06') }])
  })
})

describe('the list ordered by activity', () => {
  const VALUES = [0, 7, 7, 3, -2, 0, 9]
  test.each([
    ['spent', 'total_spent'],
    ['orders', 'total_orders'],
    ['points', 'loyalty_points'],
    ['lastSeen', 'last_seen_at'],
  ])(
    'by %s, both ways, page by page, equals in the order of their ids, never of the neighbour',
    async (sort, column) => {
      const at = await aTenant(world)
      const people = await Promise.all(VALUES.map(() => aStub(at)))
      const neighbour = await aStub(rival)
      const valued = people.map((id, index) => ({ id, value: VALUES[index]! }))
      const written = (value: number) =>
        sort === 'lastSeen' ? `timestamptz '2026-01-01' + ${value} * interval '1 day'` : value
      for (const { id, value } of [...valued, { id: neighbour, value: 8 }])
        await activity(id, `${column} = ${written(value)}`)
      const rising = valued.toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
      for (const [order, wanted] of [
        ['asc', rising],
        ['desc', rising.toReversed()],
      ] as const) {
        const seen: string[] = []
        for (let cursor: string | undefined; ; ) {
          const { items, nextCursor } = (
            await at.call(api.list, { sort, order, limit: '2', ...(cursor && { cursor }) } as never)
          ).body
          seen.push(...items.map(({ id }: { id: string }) => id))
          if (nextCursor === null) break
          cursor = nextCursor
        }
        expect(seen).toEqual(wanted)
      }
    },
  )
})
