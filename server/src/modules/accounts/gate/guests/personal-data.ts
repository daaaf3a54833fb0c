import type { Context } from '../../../../kit/context.ts'
import { countHoldings } from '../../../../kit/personal-data.ts'
import type { Text } from '../../../../kit/refusal.ts'
import { everyoneIn } from '../../../customers/index.ts'
import { sql } from './tables.ts'

/** Records that the guest could be joined to an account. A guest merged into a customer is that customer. */
export async function exportGuestTokens(ctx: Context, customerId: string) {
  const people = await everyoneIn(ctx, customerId)
  if (people.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('guest_tokens')
    .select(['created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', people)
    .orderBy('created_at')
    .execute()
  return rows
}

const TAKES_OVER_NOBODY: Text = {
  en: 'The token is useless once the guest is gone.',
  ar: 'لم يعد هناك زائر يمكن استلام سجله به.',
}

export async function guestTokenHoldings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
    guest_tokens: { fate: 'erased', why: TAKES_OVER_NOBODY },
  })
}

export async function forgetGuestTokens(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('guest_tokens')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', [customerId, ...(await everyoneIn(ctx, customerId))])
    .execute()
}
