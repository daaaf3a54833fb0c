import type { Context } from '../../../kit/context.ts'
import type { Account } from '../login/accounts.ts'
import type { Credential } from '../login/credentials.ts'
import { sql } from '../login/tables.ts'

/** Before this the account may have been a stranger's. Only what the mailbox proves is kept. */
export async function dropWhatAStrangerAdded(ctx: Context, { id }: Account, { id: kept }: Credential): Promise<void> {
  const of = { tenant_id: ctx.tenant, account_id: id }
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where((q) => q.and(of))
    .where('id', '!=', kept)
    .execute()
  for (const table of ['account_factors', 'account_recovery_codes'] as const) {
    await sql(ctx)
      .deleteFrom(table)
      .where((q) => q.and(of))
      .execute()
  }
}
