import type { Context } from '../../../../kit/context.ts'
import { sql } from './tables.ts'

export async function forgetOldGuestTokens(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('guest_tokens')
    .where('tenant_id', '=', ctx.tenant)
    .where((q) => q.or([q('expires_at', '<', ctx.now), q('used_at', 'is not', null)]))
    .execute()
}
