import type { Context } from '../../../kit/context.ts'
import type { Holding } from '../../../kit/personal-data.ts'
import { customerKey } from '../../customers/index.ts'
import { OnLegalHold } from '../refusals.ts'
import { holdInForce } from './holds.ts'

/**
 * Every module erases the person, from the top down: sessions end before the customer goes, and the customers module,
 * which holds the key, comes last. The lock comes first: earlier writers have finished, and later ones find the customer erased.
 */
export async function forgetCustomer(ctx: Context, customerId: string): Promise<readonly Holding[]> {
  const key = await customerKey(ctx, customerId, 'to erase')
  if (await holdInForce(ctx, customerId)) throw OnLegalHold()
  const held = (await holdingsOf(ctx, customerId)).filter(({ rows }) => rows > 0)
  for (const hooks of [...ctx.personalData.values()].reverse()) await hooks.erase(ctx, customerId)
  ctx.audit({ action: 'customer.erased', customer: { id: customerId, key }, fields: [] })
  return held
}

/** Table by table, from the ground up. */
export async function holdingsOf(ctx: Context, customerId: string): Promise<(Holding & { readonly module: string })[]> {
  const all: (Holding & { module: string })[] = []
  for (const [module, hooks] of ctx.personalData) {
    for (const holding of await hooks.holdings(ctx, customerId)) all.push({ module, ...holding })
  }
  return all
}
