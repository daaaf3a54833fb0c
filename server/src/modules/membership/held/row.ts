import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { document, type Keys, sealedForPerson } from '../../../kit/sealed.ts'
import { CYCLES, type Cycle, FREE, type PlanCatalogue, planNamed } from '../catalogue/plans.ts'
import { renewalAfter } from '../periods/renewal.ts'
import { outsideSubscriptionId, STATUSES, type Status, type Subscription } from '../shapes.ts'
import { sql } from '../tables.ts'

const Extra = z.object({ extra: z.record(z.string(), z.unknown()) })
export const extras = sealedForPerson('subscriptions', 'sealed', document(Extra), { mend: 'clear' })

/** A plan of a customer, now or formerly. */
export interface Held {
  readonly id: string
  readonly customer_id: string
  readonly plan: string
  readonly status: Status
  readonly cycle: Cycle
  readonly anchor_day: number | null
  readonly starts_at: Date
  readonly ends_at: Date | null
  readonly cancelled_at: Date | null
  readonly paused_at: Date | null
  readonly resumes_at: Date | null
  /** With `next_at`: null, and it ends then. */
  readonly next_plan: string | null
  readonly next_cycle: Cycle | null
  readonly next_at: Date | null
  readonly sealed: Buffer | null
}

export const NEW = {
  ends_at: null,
  cancelled_at: null,
  paused_at: null,
  resumes_at: null,
  next_plan: null,
  next_cycle: null,
  next_at: null,
  sealed: null,
} as const
export const UNSCHEDULED = { next_plan: null, next_cycle: null, next_at: null } as const

const ROWS = sql.held((db, { tenant, customer }: { readonly tenant: string; readonly customer: string }) =>
  db
    .selectFrom('subscriptions')
    .select([
      ...(['id', 'customer_id', 'plan', 'status', 'cycle', 'anchor_day', 'starts_at', 'ends_at'] as const),
      ...(['cancelled_at', 'paused_at', 'resumes_at', 'next_plan', 'next_cycle', 'next_at', 'sealed'] as const),
    ])
    .where('tenant_id', '=', tenant)
    .where('customer_id', '=', customer)
    .orderBy('starts_at')
    .orderBy('id'),
)

/** In the order of their starts; none are stored of a customer who never had any but the free plan. */
export async function storedOf(ctx: Context, customerId: string): Promise<Held[]> {
  const rows = await ROWS(ctx, { tenant: ctx.tenant, customer: customerId })
  return rows.map(({ status, cycle, next_cycle, ...row }) => ({
    ...row,
    status: known(STATUSES, status),
    cycle: known(CYCLES, cycle),
    next_cycle: next_cycle === null ? null : known(CYCLES, next_cycle),
  }))
}

/** What a customer has without any row: the free plan since they are known. Its id is theirs. */
export const impliedFree = (customerId: string, since: Date): Held => ({
  ...NEW,
  id: customerId,
  customer_id: customerId,
  plan: FREE,
  status: 'active',
  cycle: 'monthly',
  anchor_day: null,
  starts_at: since,
})

export const isOver = ({ status }: Pick<Held, 'status'>) => status === 'cancelled' || status === 'expired'
export const activePlans = (rows: readonly Held[]) =>
  rows.filter(({ status }) => status === 'active').map(({ plan }) => plan)

/** When its period ends: at the end of the plan, or where the next begins. */
export function periodEnd(row: Held, zone: string, at: Date): Date | null {
  const renews = renewalAfter(row, zone, at)
  if (row.ends_at === null) return renews
  return renews === null || row.ends_at < renews ? row.ends_at : renews
}

interface Shown {
  readonly catalogue: PlanCatalogue
  readonly zone: string
  readonly keys: Keys
}

export function toSubscription(ctx: Context, row: Held, { catalogue, zone, keys }: Shown): Subscription {
  const names = namesOf(catalogue, row.plan)
  return {
    id: outsideSubscriptionId(row.id),
    planId: row.plan,
    planName: names[ctx.caller.language],
    planNames: names,
    tier: planNamed(catalogue, row.plan)?.tier ?? 'free',
    status: row.status,
    billingCycle: row.cycle,
    anchorDay: row.anchor_day,
    startDate: row.starts_at.toISOString(),
    endDate: iso(row.ends_at),
    renewalDate: iso(renewalOf(row, zone, ctx.now)),
    cancelledAt: iso(row.cancelled_at),
    pausedAt: iso(row.paused_at),
    resumesAt: iso(row.resumes_at),
    scheduled: row.next_at && {
      planId: row.next_plan,
      planNames: row.next_plan === null ? null : namesOf(catalogue, row.next_plan),
      billingCycle: row.next_cycle,
      at: row.next_at.toISOString(),
    },
    extra: extras.show(ctx, keys, row).value?.extra ?? {},
  }
}

export const namesOf = (catalogue: PlanCatalogue, plan: string) =>
  planNamed(catalogue, plan)?.name ?? { en: plan, ar: plan }

/** A plan that ends before its next period does not renew, nor one that is paused or over. */
export function renewalOf(row: Held, zone: string, now: Date): Date | null {
  if (row.status !== 'active' && row.status !== 'pending') return null
  const renews = renewalAfter(row, zone, now)
  const ends = row.next_at !== null && row.next_plan === null ? row.next_at : row.ends_at
  return renews !== null && (ends === null || renews < ends) ? renews : null
}

const iso = (at: Date | null) => at?.toISOString() ?? null
