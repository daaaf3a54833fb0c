import type { Context } from '../../kit/context.ts'
import { fieldsWith } from './fields.ts'
import { everReachable } from './identifiers.ts'
import { customerRows, type Person, showPerson } from './person.ts'
import { sql } from './tables.ts'
import { GUEST_NAME, GUEST_NAME2 } from './type-of.ts'

export interface SilentCustomer {
  readonly id: string
  readonly lastSeenAt: Date
}

/** Customers last seen before a time, longest inactive first, after `after`. With `among`, only of these. */
export async function silentCustomers(
  ctx: Context,
  before: Date,
  after: SilentCustomer | null,
  limit: number,
  among?: readonly string[],
): Promise<SilentCustomer[]> {
  let query = sql(ctx)
    .selectFrom('customer_activity as seen')
    .innerJoin('customers', (join) =>
      join.onRef('customers.tenant_id', '=', 'seen.tenant_id').onRef('customers.id', '=', 'seen.customer_id'),
    )
    .select(['seen.customer_id as id', 'seen.last_seen_at as lastSeenAt'])
    .where('seen.tenant_id', '=', ctx.tenant)
    .where('status', 'not in', ['merged', 'erased'])
    .where('restricted_at', 'is', null)
    .where('seen.last_seen_at', '<', before)
  if (among !== undefined) query = query.where('seen.customer_id', 'in', among)
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('seen.last_seen_at', 'seen.customer_id'), '>', tuple(after.lastSeenAt, after.id)),
    )
  }
  return query.orderBy('seen.last_seen_at').orderBy('seen.customer_id').limit(limit).execute()
}

/** Every customer, also merged and erased ones, by id, after `after`. */
export function everybody(
  ctx: Context,
  after: string | null,
  limit: number,
): Promise<{ id: string; status: string }[]> {
  let query = sql(ctx).selectFrom('customers').select(['id', 'status']).where('tenant_id', '=', ctx.tenant)
  if (after !== null) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/**
 * Guests without orders last seen before a time, by id, after `after`; `knows` says whether data exists.
 * A recently imported guest may still get orders.
 */
export async function staleGuests(ctx: Context, before: Date, after: string | null, limit: number): Promise<string[]> {
  let query = sql(ctx)
    .selectFrom('customers')
    .innerJoin('customer_activity as activity', (join) =>
      join.onRef('activity.tenant_id', '=', 'customers.tenant_id').onRef('activity.customer_id', '=', 'customers.id'),
    )
    .select('id')
    .where('customers.tenant_id', '=', ctx.tenant)
    .where('status', 'not in', ['merged', 'erased'])
    .where('restricted_at', 'is', null)
    .where('type', '=', 'guest')
    .where('activity.total_orders', '=', 0)
    .where('activity.last_seen_at', '<', before)
    .where('updated_at', '<', before)
  if (after !== null) query = query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** By a name in any script, or by a current or former phone or e-mail. */
export async function knownCustomers(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await customerRows(ctx).where('customers.id', 'in', customerIds).execute()
  const named = rows.filter((row) => isNamed(showPerson(ctx, row)))
  return [...named.map(({ id }) => id), ...(await everReachable(ctx, customerIds))]
}

const NAMES = fieldsWith('searched', 'name')
const isNamed = (person: Person) =>
  NAMES.some((field) => person[field] !== null && person[field] !== GUEST_NAME && person[field] !== GUEST_NAME2)
