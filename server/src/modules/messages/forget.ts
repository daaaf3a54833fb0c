import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

export const READABLE_DAYS = 30

/** Deletes recipient and text; the row stays for statistics. */
export async function forgetTexts(ctx: Context): Promise<void> {
  await sql(ctx)
    .updateTable('messages')
    .set({ address: null, address_digest: null, content: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('queued_at', '<', new Date(ctx.now.getTime() - READABLE_DAYS * 86_400_000))
    .where('address', 'is not', null)
    .where('due_at', 'is', null)
    .where(await notHeld(ctx))
    .execute()
}

/** By then their statistics are no longer needed. */
export async function forgetMessages(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('messages')
    .where('tenant_id', '=', ctx.tenant)
    .where('queued_at', '<', new Date(ctx.now.getTime() - ctx.config.KITH_MESSAGES_KEPT_DAYS * 86_400_000))
    .where('due_at', 'is', null)
    .where(await notHeld(ctx))
    .execute()
}

/** What a legal hold covers stays, however old it is. */
async function notHeld(ctx: Context) {
  const held = await Promise.all([...ctx.personalData.values()].map((hooks) => hooks.holds?.(ctx) ?? []))
  return raw<boolean>`(customer_id is null or customer_id <> all (${held.flat()}::uuid[]))`
}
