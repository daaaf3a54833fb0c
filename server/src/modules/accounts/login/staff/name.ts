import type { Context } from '../../../../kit/context.ts'
import { sealedForTenant, TEXT } from '../../../../kit/sealed.ts'
import { sql } from '../tables.ts'

const names = sealedForTenant('accounts', 'sealed', TEXT, { mend: 'clear' })

export const sealStaffName = (ctx: Context, accountId: string, name: string) => names.seal(ctx, { id: accountId }, name)

export const openName = (ctx: Context, row: { id: string; sealed: Buffer | null }) => names.show(ctx, row).value

export async function openStaffName(ctx: Context, accountId: string): Promise<string | null> {
  const row = await sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row ? openName(ctx, row) : null
}
