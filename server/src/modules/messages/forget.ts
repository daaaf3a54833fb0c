import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Part, Progress } from '../../kit/job.ts'
import { daysKept } from './retention/settings.ts'
import { sql } from './tables.ts'

export const READABLE_DAYS = 30
const AT_ONCE = 1_000

/** Deletes recipient and text, of some at a time; the row stays for statistics. */
export async function forgetTexts(ctx: Context, _?: Progress, part?: Part): Promise<void> {
  const { numUpdatedRows } = await sql(ctx)
    .updateTable('messages')
    .set({ address: null, address_digest: null, content: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', over(ctx, READABLE_DAYS, await peopleHeld(ctx)).where('address', 'is not', null))
    .executeTakeFirst()
  if (numUpdatedRows === BigInt(AT_ONCE)) part?.goOn()
}

/** Some at a time. By then their statistics are no longer needed. */
export async function forgetMessages(ctx: Context, _?: Progress, part?: Part): Promise<void> {
  const { numDeletedRows } = await sql(ctx)
    .deleteFrom('messages')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', over(ctx, await daysKept(ctx), await peopleHeld(ctx)))
    .executeTakeFirst()
  if (numDeletedRows === BigInt(AT_ONCE)) part?.goOn()
}

/** The oldest that are not to be sent any more, but for what a legal hold covers. */
const over = (ctx: Context, days: number, held: readonly string[]) =>
  sql(ctx)
    .selectFrom('messages')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('queued_at', '<', new Date(ctx.now.getTime() - days * 86_400_000))
    .where('due_at', 'is', null)
    .where(raw<boolean>`(customer_id is null or customer_id <> all (${held}::uuid[]))`)
    .orderBy('queued_at')
    .limit(AT_ONCE)

async function peopleHeld(ctx: Context): Promise<string[]> {
  const held = await Promise.all([...ctx.personalData.values()].map((hooks) => hooks.holds?.(ctx) ?? []))
  return held.flat()
}
