import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Output } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { signStatement } from '../../accounts/index.ts'
import { outsideId } from '../../customers/contract.ts'
import type * as api from '../contract.ts'
import { dueAt } from '../held/book.ts'
import { membershipOf, shownFeatures } from './read.ts'

const VALID_MS = 24 * 3_600_000

/**
 * What an app may read without asking: signed with the key of the tenant’s tokens, as another type for another audience.
 * It ends before anything that is planned changes the features.
 */
export async function featureDocument(
  { db, caller }: Entrance,
  { customerId }: { readonly customerId: string },
): Promise<Answered<Output<typeof api.featureDocument>>> {
  const { claims, expires } = await inTenant(db, caller, (ctx) => claimsOf(ctx, customerId), { readOnly: true })
  const document = await signStatement(db, caller.tenant, 'features', { claims, expires })
  return { body: { document, expiresAt: expires.toISOString() } }
}

async function claimsOf(ctx: Context, customerId: string) {
  const membership = await membershipOf(ctx, customerId)
  const { planId, tier, features } = shownFeatures(ctx, membership)
  const ends = [ctx.now.getTime() + VALID_MS, ...membership.rows.flatMap((row) => dueAt(row)?.getTime() ?? [])]
  // Whole seconds, as a signed time has them.
  const expires = new Date(Math.floor(Math.min(...ends) / 1_000) * 1_000)
  const values = Object.fromEntries(features.map(({ key, value }) => [key, value]))
  const sources = Object.fromEntries(
    features.map(({ key, source, from }) => [key, from ? `${source}:${from}` : source]),
  )
  return { claims: { sub: outsideId(customerId), plan: planId, tier, features: values, sources }, expires }
}
