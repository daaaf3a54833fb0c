import type { Context, PersonalData } from '../../../kit/context.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../../kit/personal-data.ts'
import type { Text } from '../../../kit/refusal.ts'
import { everyoneIn } from '../../customers/index.ts'
import { FREE } from '../catalogue/plans.ts'
import { readFeatures } from '../features/read.ts'
import { listFlairs } from '../flairs/by-hand.ts'
import { listSubscriptions } from '../subscriptions/read.ts'
import { sql } from '../tables.ts'
import { merge, unmerge } from './merge.ts'

export const personalData: PersonalData = { knows, export: exportMembership, holdings, erase, merge, unmerge }

/** Those with more than the free plan, or with a flair that was given by hand. */
async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return []
  const among = [...customerIds]
  const plans = sql(ctx)
    .selectFrom('subscriptions')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', among)
    .where('plan', '<>', FREE)
  const flairs = sql(ctx)
    .selectFrom('customer_flairs')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', among)
    .where('rule', 'is', null)
  const rows = await plans.union(flairs).execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function exportMembership(ctx: Context, customerId: string) {
  const { tier, items } = await listSubscriptions(ctx, { customerId })
  const { features } = await readFeatures(ctx, { customerId })
  const { items: flairs } = await listFlairs(ctx, { customerId })
  return {
    membership: {
      tier: tier.key,
      subscriptions: items.map(({ planNames: _, scheduled, ...one }) => ({ ...one, scheduled: scheduled?.at ?? null })),
      features: features.map(({ key, value }) => ({ key, value })),
      flairs: flairs.map(({ flairId, name, earnedAt }) => ({ flairId, name, earnedAt })),
    },
  }
}

const NUMBERS_STAY: Text = {
  en: 'Which plans there were stays for the books; what callers wrote beside them goes with the key.',
  ar: 'تبقى الباقات للدفاتر، ويُمحى ما كُتب بجانبها مع المفتاح.',
}

async function holdings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
    subscriptions: { fate: 'kept', why: NUMBERS_STAY },
    customer_flairs: { fate: 'erased', why: DESCRIBES_THE_PERSON },
  })
}

/** What still runs ends; flairs tell how the person lived, and go. */
async function erase(ctx: Context, customerId: string): Promise<void> {
  const everyone = await everyoneIn(ctx, customerId)
  const running = ['pending', 'active', 'paused']
  await sql(ctx)
    .updateTable('subscriptions')
    .set((q) => ({
      status: q.case().when('status', 'in', running).then('cancelled').else(q.ref('status')).end(),
      cancelled_at: q.case().when('status', 'in', running).then(ctx.now).else(q.ref('cancelled_at')).end(),
      ...{ next_plan: null, next_cycle: null, next_at: null, resumes_at: null, due_at: null, sealed: null },
    }))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', everyone)
    .execute()
  await sql(ctx)
    .deleteFrom('customer_flairs')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', everyone)
    .execute()
}
