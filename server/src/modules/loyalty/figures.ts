import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

export interface OrderFigures {
  readonly orders: number
  /** Minor units of the reporting currency, less what was refunded. */
  readonly spent: number
  readonly first: Date
  readonly last: Date
  /** The months with orders, as 2026-03, in the time zone of the business. */
  readonly months: readonly string[]
}

/** What these customers ordered and did not cancel; who never did is missing. */
export async function orderFiguresOf(
  ctx: Context,
  customerIds: readonly string[],
  timeZone: string,
): Promise<ReadonlyMap<string, OrderFigures>> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_orders')
    .select((q) => [
      'customer_id',
      q.fn.countAll<number>().as('orders'),
      raw<number>`coalesce(sum(counted - counted_refunded), 0)::bigint`.as('spent'),
      q.fn.min<Date>('at').as('first'),
      q.fn.max<Date>('at').as('last'),
      raw<string[]>`array_agg(distinct to_char(at at time zone ${timeZone}, 'YYYY-MM'))`.as('months'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .where('cancelled', '=', false)
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, ...figures }) => [customer_id, figures]))
}

/** Points by day and kind of entry. What is entered never changes, so a day that is over is counted once. */
export async function pointsByDay(ctx: Context, from: Date, to: Date, timeZone: string) {
  return sql(ctx)
    .selectFrom('loyalty_entries')
    .select((q) => [
      raw<string>`to_char(at at time zone ${timeZone}, 'YYYY-MM-DD')`.as('day'),
      'kind as part',
      q.cast<number>(q.fn.sum('points'), 'bigint').as('count'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('kind', 'in', ['earn', 'redeem', 'expire', 'adjust', 'revert'])
    .groupBy(['day', 'kind'])
    .execute()
}
