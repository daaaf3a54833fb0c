import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'

const KEPT_DAYS = 400

/** Sent again after so long, an event would be carried out again; an order is still known by its name. What is parked goes too. */
export async function forgetEvents(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('incoming_events')
    .where('tenant_id', '=', ctx.tenant)
    .where('received_at', '<', new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
    .execute()
}
