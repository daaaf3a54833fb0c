import { expect } from 'vitest'
import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import * as orders from '../orders/contract.ts'
import * as api from './contract.ts'
import { loyalty } from './index.ts'

type Speaker = Pick<Shop, 'call'>

export const inside = (id: string) =>
  id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Their phone is verified, so that points can be spent at once. */
export async function aMember(of: Speaker, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await of.call(create, {
    type: 'stub',
    firstName: 'Salim',
    phone: aPhone(),
    phoneVerified: true,
    ...more,
  } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

/** In thousandths of a rial: 1000 earn a point. */
export async function anOrder(
  of: Speaker,
  customerId: string,
  total: number,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await of.call(orders.place, { customerId, total, ...more } as never)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

export async function refund(of: Speaker, orderId: string, amount?: number) {
  const { status, body } = await of.call(orders.refund, { orderId, ...(amount && { amount }) } as never)
  expect(status, JSON.stringify(body)).toBe(201)
}

export const account = async (of: Speaker, customerId: string): Promise<api.Account> =>
  (await of.call(api.account, { customerId })).body

export async function volumes(of: Speaker, customerId: string) {
  const { balance, pending, reserved, debt } = await account(of, customerId)
  return { balance, pending, reserved, debt }
}

export const give = async (of: Speaker, customerId: string, points: number) => {
  const { status, body } = await of.call(api.adjust, { customerId, points, reason: 'a gift' })
  expect(status, JSON.stringify(body)).toBe(201)
}

export const redeem = (of: Speaker, customerId: string, points: number, more: Record<string, unknown> = {}) =>
  of.call(api.redeem, { customerId, points, ...more } as never)

export const entries = async (of: Speaker, customerId: string) =>
  (await of.call(api.listEntries, { customerId, limit: '200' } as never)).body.items

export const rules = (of: Speaker, change: Record<string, unknown>) => of.call(api.changeRules, change as never)

/** Runs the background work: ends, waits, time-outs, and a review that was begun. */
export async function byTheClock(world: World, shop: Pick<Shop, 'id'>): Promise<void> {
  for (const errand of loyalty.errands) while (await errand.run(world.kith.db, shop.id));
}

/** What must hold for all customers at any time, asked of the tables themselves. */
export async function expectLaws({ owner }: World, { id }: Pick<Shop, 'id'>): Promise<void> {
  const { rows } = await owner.query(
    `with ledger as (
       select customer_id, sum(balance_change)::int balance, sum(pending_change)::int pending, sum(reserved_change)::int reserved,
              sum(debt_change)::int debt, count(*)::int entries
         from loyalty_entries where tenant_id = $1 group by 1),
     left_over as (
       select customer_id, coalesce(sum(remaining) filter (where vested_at is not null), 0)::int balance,
              coalesce(sum(remaining) filter (where vested_at is null), 0)::int pending
         from loyalty_awards where tenant_id = $1 group by 1),
     open as (
       select customer_id, sum(points)::int reserved from loyalty_redemptions where tenant_id = $1 and state = 'reserved' group by 1),
     last as (
       select distinct on (customer_id) * from loyalty_entries where tenant_id = $1 order by customer_id, seq desc)
     select a.customer_id from loyalty_accounts a
       left join ledger l using (customer_id) left join left_over o using (customer_id)
       left join open r using (customer_id) left join last e using (customer_id)
       join customer_activity c on c.tenant_id = a.tenant_id and c.customer_id = a.customer_id
      where a.tenant_id = $1 and (
        (a.balance, a.pending, a.reserved, a.debt, a.entries) is distinct from
          (coalesce(l.balance, 0), coalesce(l.pending, 0), coalesce(l.reserved, 0), coalesce(l.debt, 0), coalesce(l.entries, 0))
        or (a.balance, a.pending) is distinct from (coalesce(o.balance, 0), coalesce(o.pending, 0))
        or a.reserved is distinct from coalesce(r.reserved, 0)
        or (e.seq is not null and (a.balance, a.pending, a.reserved, a.debt, a.entries) is distinct from (e.balance, e.pending, e.reserved, e.debt, e.seq))
        or (not a.away and c.loyalty_points <> a.balance)
        or (a.balance > 0 and a.debt > 0))`,
    [id],
  )
  expect(rows, 'ledger, awards, redemptions, account and total agree').toEqual([])
  const { rows: awards } = await owner.query(
    `select a.id from loyalty_awards a
      where tenant_id = $1 and points - remaining <> (
        select coalesce(sum(d.points), 0) from loyalty_allocations d where d.tenant_id = a.tenant_id and d.award_id = a.id)`,
    [id],
  )
  expect(awards, 'an award is what was given less what was taken from it').toEqual([])
  // By kind: tests move the ends of awards past the server.
  const { rows: owed } = await owner.query(
    `with counted as (
       select case when vested_at is null then 'pending' else 'vested' end as kind, sum(remaining)::int as points
         from loyalty_awards where tenant_id = $1 group by 1
       union all select 'reserved', sum(reserved)::int from loyalty_accounts where tenant_id = $1
       union all select 'debt', sum(debt)::int from loyalty_accounts where tenant_id = $1),
     believed as (select kind, sum(points)::int as points from loyalty_owed where tenant_id = $1 and kind <> 'counted' group by 1)
     select kind, c.points as counted, b.points as believed from counted c full join believed b using (kind)
      where coalesce(c.points, 0) <> coalesce(b.points, 0)`,
    [id],
  )
  expect(owed, 'what the business owes is what is left of all awards, and what accounts reserve and owe').toEqual([])
}

/** What a till was granted, as the table has it: for tests that have no till. */
export const grantAt = (world: World, { id }: Pick<Shop, 'id'>, customerId: string) =>
  world.owner.query(
    `insert into loyalty_offline_grants (tenant_id, id, customer_id, till_id, points, granted_at, expires_at)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), 10, now(), now() + interval '12 hours')`,
    [id, inside(customerId)],
  )
