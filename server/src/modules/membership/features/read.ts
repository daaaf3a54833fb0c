import type { Context } from '../../../kit/context.ts'
import type { Output } from '../../../kit/endpoint.ts'
import { featuresSaid } from '../../customers/index.ts'
import { bestFirst, FREE, type PlanCatalogue } from '../catalogue/plans.ts'
import { plansOf } from '../catalogue/versions.ts'
import type * as api from '../contract.ts'
import { activePlans, type Held, impliedFree, storedOf } from '../held/row.ts'
import { resolve } from './resolve.ts'

interface Concerned {
  readonly customerId: string
}

/** Three small reads, sent together: this is asked at each step of an app. */
export async function readFeatures(ctx: Context, { customerId }: Concerned): Promise<Output<typeof api.features>> {
  return shownFeatures(ctx, await membershipOf(ctx, customerId))
}

export interface Membership {
  readonly catalogue: PlanCatalogue
  readonly rows: readonly Held[]
  readonly said: Readonly<Record<string, unknown>>
}

export async function membershipOf(ctx: Context, customerId: string): Promise<Membership> {
  const [catalogue, stored, { said, since }] = await Promise.all([
    plansOf(ctx),
    storedOf(ctx, customerId),
    featuresSaid(ctx, customerId),
  ])
  return { catalogue, rows: stored.length > 0 ? stored : [impliedFree(customerId, since)], said }
}

export function shownFeatures(ctx: Context, { catalogue, rows, said }: Membership): Output<typeof api.features> {
  const active = activePlans(rows)
  const best = bestFirst(catalogue, active)[0]
  return {
    planId: best?.key ?? FREE,
    tier: best?.tier ?? 'free',
    at: ctx.now.toISOString(),
    features: resolve(catalogue, active, said),
  }
}
