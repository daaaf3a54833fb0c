import type { Context } from '../../../kit/context.ts'
import { type Milestones, milestonesAfter } from '../../customers/index.ts'
import { ordersAwaiting } from '../../loyalty/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import type { FlairCatalogue } from '../catalogue/flairs.ts'
import { earnedAt, ruled } from './earned.ts'
import { type Earned, flairRows } from './rows.ts'

export interface Looked {
  readonly customers: readonly Milestones[]
  readonly earned: readonly Earned[]
}

/** What the next customers have earned and do not have; who had it taken away has had it. */
export async function lookAtNext(
  ctx: Context,
  { flairs }: FlairCatalogue,
  after: string | null,
  limit: number,
): Promise<Looked> {
  const rules = ruled(flairs)
  const customers = rules.length === 0 ? [] : await milestonesAfter(ctx, after, limit)
  if (customers.length === 0) return { customers, earned: [] }
  const awaiting = await ordersAwaiting(
    ctx,
    customers.map(({ id }) => id),
  )
  const { timeZone: zone } = await tenantDefaults(ctx)
  const has = await hadBy(ctx, customers)
  const earned = customers.flatMap((known) => {
    const customer = { ...known, orders: known.orders - (awaiting.get(known.id) ?? 0) }
    return rules.flatMap((flair) => {
      if (has.has(`${customer.id} ${flair.key}`)) return []
      const at = earnedAt(flair.rule, customer, { now: ctx.now, zone })
      return at === null ? [] : [{ customerId: customer.id, flair, at }]
    })
  })
  return { customers, earned }
}

async function hadBy(ctx: Context, customers: readonly Milestones[]): Promise<ReadonlySet<string>> {
  const rows = await flairRows(ctx)
    .where('customer_id', '>=', customers[0]!.id)
    .where('customer_id', '<=', customers.at(-1)!.id)
    .execute()
  return new Set(rows.map(({ customer_id, flair }) => `${customer_id} ${flair}`))
}
