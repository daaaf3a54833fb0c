import type { Context } from '../../../kit/context.ts'
import { holderOf } from '../../customers/index.ts'
import type { Claim } from './claims.ts'
import type { Holder } from './hand-overs/hand-over.ts'

/** The current holder in the customer data wins over a former login. */
export async function holderOfPhone(ctx: Context, phone: string, claims: readonly Claim[]): Promise<Holder | null> {
  const proved = claims.find(({ proved_at }) => proved_at !== null)
  const known = await holderOf(ctx, 'phone', phone)
  if (known) return { ...known, verified: known.verified || known.customerId === proved?.customer_id }
  return proved?.customer_id ? { customerId: proved.customer_id, verified: true } : null
}
