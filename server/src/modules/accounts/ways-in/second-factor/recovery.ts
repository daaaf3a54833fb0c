import { randomInt } from 'node:crypto'
import type { Context } from '../../../../kit/context.ts'
import { uuidv7 } from '../../../../kit/uuid.ts'
import type { Account } from '../../login/accounts.ts'
import { sql } from '../../login/tables.ts'

const CODES = 10
// Without similar characters.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten single-use codes, for a lost phone. Earlier ones become invalid. */
export async function renewRecoveryCodes(ctx: Context, account: Account): Promise<string[]> {
  await forgetRecoveryCodes(ctx, account)
  const codes = Array.from({ length: CODES }, () => `${word()}-${word()}`)
  await sql(ctx)
    .insertInto('account_recovery_codes')
    .values(
      codes.map((code) => ({
        tenant_id: ctx.tenant,
        id: uuidv7(ctx.now.getTime()),
        account_id: account.id,
        digest: digestOf(ctx, account.id, code),
      })),
    )
    .execute()
  return codes
}

export async function useRecoveryCode(ctx: Context, accountIds: readonly string[], code: string): Promise<boolean> {
  const typed = code.trim().toLowerCase()
  for (const accountId of accountIds) {
    const used = await sql(ctx)
      .updateTable('account_recovery_codes')
      .set({ used_at: ctx.now })
      .where('tenant_id', '=', ctx.tenant)
      .where('account_id', '=', accountId)
      .where('digest', '=', digestOf(ctx, accountId, typed))
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (used) return true
  }
  return false
}

export async function forgetRecoveryCodes(ctx: Context, account: Account): Promise<void> {
  await sql(ctx)
    .deleteFrom('account_recovery_codes')
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', '=', account.id)
    .execute()
}

export async function recoveryCodesLeft(ctx: Context, accountIds: readonly string[]): Promise<number> {
  const { left } = await sql(ctx)
    .selectFrom('account_recovery_codes')
    .select((q) => q.fn.countAll<number>().as('left'))
    .where('tenant_id', '=', ctx.tenant)
    .where('account_id', 'in', accountIds)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

const word = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
const digestOf = (ctx: Context, accountId: string, code: string) =>
  ctx.keys.digest('recovery code', `${accountId} ${code}`)
