import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import type { Moved } from '../../../kit/personal-data.ts'
import { writeTier } from '../../customers/index.ts'
import { FREE, tierOf } from '../catalogue/plans.ts'
import { plansOf } from '../catalogue/versions.ts'
import { CustomerTierUpdated } from '../events.ts'
import { dueAt } from '../held/book.ts'
import { activePlans, type Held, storedOf } from '../held/row.ts'
import { sql } from '../tables.ts'

const Ids = z.array(z.string())
/** What a merge of plans and flairs remembers. */
const Remembered = z.object({
  subscriptions: Ids,
  flairs: Ids,
  /** Free plans that ended because the other customer brings another one, and whose they are. */
  rested: Ids,
})
type Remembered = z.output<typeof Remembered>

/** Plans and flairs become the survivor’s; a flair that both have stays where it is. */
export async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const [theirs, own] = [await storedOf(ctx, from), await storedOf(ctx, into)]
  const subscriptions = await moveSubscriptions(
    ctx,
    theirs.map(({ id }) => id),
    into,
  )
  const flairs = await moveFlairs(ctx, from, into)
  const rested = await restFreePlans(ctx, [...own, ...theirs])
  await followTier(ctx, into)
  return { subscriptions, flairs, rested }
}

async function moveSubscriptions(ctx: Context, ids: readonly string[], to: string): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await sql(ctx)
    .updateTable('subscriptions')
    .set({ customer_id: to })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', ids)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id).sort()
}

async function moveFlairs(ctx: Context, from: string, into: string): Promise<string[]> {
  const rows = await sql(ctx)
    .updateTable('customer_flairs as theirs')
    .set({ customer_id: into })
    .where('theirs.tenant_id', '=', ctx.tenant)
    .where('theirs.customer_id', '=', from)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('customer_flairs as own')
            .select('own.id')
            .where('own.tenant_id', '=', ctx.tenant)
            .where('own.customer_id', '=', into)
            .whereRef('own.flair', '=', 'theirs.flair'),
        ),
      ),
    )
    .returning('theirs.id')
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** One free plan is enough, and beside another plan none is: these rest until the merge is undone. */
async function restFreePlans(ctx: Context, rows: readonly Held[]): Promise<string[]> {
  const free = rows.filter(({ plan, status }) => plan === FREE && status === 'active')
  const hasOther = activePlans(rows).some((plan) => plan !== FREE)
  const resting = (hasOther ? free : free.slice(1)).map(({ id }) => id)
  if (resting.length === 0) return []
  await sql(ctx)
    .updateTable('subscriptions')
    .set({ status: 'expired', ends_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', resting)
    .execute()
  return resting
}

/** Gives back exactly what was moved; what began since stays with the survivor. */
export async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { subscriptions, flairs, rested } = Remembered.parse(moved)
  await moveSubscriptions(ctx, subscriptions, from)
  if (flairs.length > 0) {
    await sql(ctx)
      .updateTable('customer_flairs')
      .set({ customer_id: from })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', 'in', flairs)
      .execute()
  }
  for (const customerId of [from, into]) {
    await wakeFreePlan(ctx, customerId, rested)
    await followTier(ctx, customerId)
  }
}

/** The free plan goes on where there is no other. */
async function wakeFreePlan(ctx: Context, customerId: string, rested: readonly string[]): Promise<void> {
  const rows = await storedOf(ctx, customerId)
  if (rows.length === 0 || activePlans(rows).length > 0) return
  const free = rows.find(({ id }) => rested.includes(id))
  if (!free) return
  const awake: Held = { ...free, status: 'active', ends_at: null }
  await sql(ctx)
    .updateTable('subscriptions')
    .set({ status: awake.status, ends_at: awake.ends_at, due_at: dueAt(awake) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', free.id)
    .execute()
}

async function followTier(ctx: Context, customerId: string): Promise<void> {
  const to = tierOf(await plansOf(ctx), activePlans(await storedOf(ctx, customerId)))
  const from = await writeTier(ctx, customerId, to)
  if (from !== null && from !== to) ctx.emit(CustomerTierUpdated({ customerId, from, to }))
}
