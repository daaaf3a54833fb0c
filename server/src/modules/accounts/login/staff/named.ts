import type { Context } from '../../../../kit/context.ts'
import { sql } from '../tables.ts'
import { openName } from './name.ts'

export interface AccountNamed {
  readonly id: string
  /** Null for staff. */
  readonly customerId: string | null
  /** Of staff; a customer's name is that of the customer. */
  readonly name: string | null
}

/** The holders of these accounts, in one query. */
export async function accountsNamed(ctx: Context, accountIds: readonly string[]): Promise<AccountNamed[]> {
  if (accountIds.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select(['id', 'customer_id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...accountIds])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    name: row.customer_id === null ? openName(ctx, row) : null,
  }))
}
