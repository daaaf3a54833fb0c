import type { Context } from '../../kit/context.ts'
import { CustomerRestrictionChanged } from './events.ts'
import { requireRow } from './person.ts'
import { sql } from './tables.ts'
import { writeCustomer } from './write.ts'

interface Input {
  readonly customerId: string
  readonly reason: string
}

export const restrictCustomer = (ctx: Context, input: Input) => move(ctx, ctx.now, input)
export const liftRestriction = (ctx: Context, input: Input) => move(ctx, null, input)

/** Start of the restriction; null without one. */
export async function restrictedSince(ctx: Context, customerId: string): Promise<Date | null> {
  return (await requireRow(ctx, customerId)).restricted_at
}

export async function countRestricted(ctx: Context): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('customers')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('restricted_at', 'is not', null)
    .where('status', 'not in', ['merged', 'erased'])
    .executeTakeFirstOrThrow()
  return count
}

/** Restricting twice keeps the first time. */
async function move(ctx: Context, to: Date | null, { customerId, reason }: Input): Promise<Date | null> {
  const row = await requireRow(ctx, customerId, 'although restricted')
  if ((row.restricted_at === null) === (to === null)) return row.restricted_at
  const restricted = to !== null
  await writeCustomer(
    ctx,
    row,
    { restricted_at: to },
    {
      events: [CustomerRestrictionChanged({ customerId, restricted })],
      action: restricted ? 'customer.restricted' : 'customer.restriction_lifted',
      fields: ['restricted'],
      before: { restricted: !restricted },
      after: { restricted },
      reason,
    },
  )
  return to
}
