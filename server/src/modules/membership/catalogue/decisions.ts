import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type * as api from '../contract.ts'
import { FlairInUse, PlanInUse } from '../refusals.ts'
import { sql } from '../tables.ts'
import type { PlanCatalogue } from './plans.ts'
import { type Decided, decide, decidedAbout } from './versions.ts'

export const readPlans = async (ctx: Context) => shown(await decidedAbout(ctx, 'plans'))
export const readFlairs = async (ctx: Context) => shown(await decidedAbout(ctx, 'flairs'))

/** What customers have stays readable; where the decision moves the tier of some, it follows in the background. */
export async function changePlans(ctx: Context, { expectedVersion, ...catalogue }: Input<typeof api.changePlans>) {
  const { catalogue: before } = await decidedAbout(ctx, 'plans')
  const gone = missing(before.plans, catalogue.plans)
  const used = await plansInUse(ctx, gone)
  if (used.length > 0) throw PlanInUse({ plans: used })
  const decided = await decide(ctx, 'plans', catalogue, expectedVersion)
  await lookAgain(ctx, movedPlans(before, catalogue))
  return shown(decided)
}

export async function changeFlairs(ctx: Context, { expectedVersion, ...catalogue }: Input<typeof api.changeFlairs>) {
  const { catalogue: before } = await decidedAbout(ctx, 'flairs')
  const used = await flairsInUse(ctx, missing(before.flairs, catalogue.flairs))
  if (used.length > 0) throw FlairInUse({ flairs: used })
  return shown(await decide(ctx, 'flairs', catalogue, expectedVersion))
}

const missing = (before: readonly { readonly key: string }[], after: readonly { readonly key: string }[]) =>
  before.map(({ key }) => key).filter((key) => !after.some((one) => one.key === key))

async function plansInUse(ctx: Context, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('subscriptions')
    .select('plan')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('plan', 'in', keys), q('next_plan', 'in', keys)]))
    .execute()
  return rows.map(({ plan }) => plan)
}

async function flairsInUse(ctx: Context, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('customer_flairs')
    .select('flair')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('flair', 'in', keys)
    .execute()
  return rows.map(({ flair }) => flair)
}

/** All plans where the order of the tiers is another, else those of another tier. */
function movedPlans(before: PlanCatalogue, after: PlanCatalogue): string[] {
  const order = ({ tiers }: PlanCatalogue) => tiers.map(({ key }) => key).join(' ')
  const isReordered = order(before) !== order(after)
  return after.plans
    .filter(({ key, tier }) => {
      const was = before.plans.find((one) => one.key === key)
      return was !== undefined && (isReordered || was.tier !== tier)
    })
    .map(({ key }) => key)
}

async function lookAgain(ctx: Context, plans: readonly string[]): Promise<void> {
  if (plans.length === 0) return
  await sql(ctx)
    .updateTable('subscriptions')
    .set({ due_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('status', '=', 'active')
    .where('plan', 'in', plans)
    .execute()
  ctx.nudge('membership')
}

const shown = <S extends 'plans' | 'flairs'>({ catalogue, version, since, by }: Decided<S>) => ({
  catalogue,
  version,
  since: since?.toISOString() ?? null,
  by,
})
