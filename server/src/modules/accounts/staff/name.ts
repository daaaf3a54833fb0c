import type { Context } from '../../../kit/context.ts'
import { open, seal } from '../../../kit/sealing.ts'
import { sql } from '../tables.ts'

export const sealStaffName = (ctx: Context, accountId: string, name: string) =>
  seal(ctx.keys.own, place(ctx, accountId), name)

export const openName = (ctx: Context, { id, sealed }: { id: string; sealed: Buffer | null }) =>
  sealed === null ? null : open(ctx.keys.own, place(ctx, id), sealed).toString()

export async function openStaffName(ctx: Context, accountId: string): Promise<string | null> {
  const row = await sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row ? openName(ctx, row) : null
}

const place = (ctx: Context, id: string) => `accounts.sealed|${ctx.tenant}|${id}`
