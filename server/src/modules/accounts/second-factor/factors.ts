import type { Context } from '../../../kit/context.ts'
import { type Account, accountsOfPerson } from '../accounts.ts'
import { sql } from '../tables.ts'

export const FACTOR_KINDS = ['totp', 'sms'] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

/**
 * The second factors of a person, whichever of their logins they were set up with: a second login is no way around.
 */
export async function factorsOfPerson(ctx: Context, account: Account) {
  const rows = await sql(ctx)
    .selectFrom('account_factors')
    .select(['id', 'account_id', 'kind', 'sealed', 'last_step'])
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', 'in', await accountsOfPerson(ctx, account))
    .where('confirmed_at', 'is not', null)
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as FactorKind }))
}
