import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

export const KEPT_AFTER_EXPIRY_HOURS = 1

export async function forgetCodes(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_AFTER_EXPIRY_HOURS * 3_600_000)
  for (const table of ['verification_codes', 'verification_tokens'] as const) {
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('expires_at', '<', before).execute()
  }
  await sql(ctx)
    .deleteFrom('verification_counts')
    .where('tenant_id', '=', ctx.tenant)
    .where('ends_at', '<', ctx.now)
    .execute()
}
