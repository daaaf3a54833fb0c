import type { Context } from '../../../../kit/context.ts'
import { sql } from '../tables.ts'

/** Whether the member of staff who acted may still sign in. */
export async function isActiveStaff(ctx: Context, actor: string): Promise<boolean> {
  const account = /^account:([0-9a-f-]{36})$/.exec(actor)?.[1]
  if (account === undefined) return false
  const row = await sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', account)
    .where('role', 'is not', null)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return row !== undefined
}
