import type { Context } from '../../../kit/context.ts'
import { type Account, auditAccount } from '../login/accounts.ts'
import { type Credential, openLogin } from '../login/credentials.ts'
import { EmailVerified } from '../login/events.ts'
import { sql } from '../login/tables.ts'
import { endClaims } from './claims.ts'
import { becomeHolder } from './join.ts'
import { AccountExists } from './refusals.ts'

/**
 * The account's owner has verified its e-mail. Claims of others end; the customer with this e-mail is merged
 * with the account's.
 */
export async function proveEmail(ctx: Context, account: Account, credential: Credential): Promise<void> {
  const claims = await lockClaims(ctx, credential)
  const own = claims.find(({ id }) => id === credential.id)
  // Another account verified it a moment ago, and ended this claim.
  if (!own) throw AccountExists()
  if (own.proved_at !== null) return
  const email = await openLogin(ctx, credential)
  const others = claims.filter(({ id }) => id !== credential.id)
  // That account has a password and perhaps a second factor; a second registration must not bypass them.
  if (others.some(({ proved_at }) => proved_at !== null)) throw AccountExists()
  await endClaims(ctx, others)
  await sql(ctx)
    .updateTable('account_credentials')
    .set({ proved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', credential.id)
    .execute()
  auditAccount(ctx, account, 'account.email_verified', { fields: ['email'] })
  if (account.customerId === null) return
  const customerId = await becomeHolder(ctx, account.customerId, email)
  ctx.emit(EmailVerified({ customerId, accountId: account.id }))
}

/** All in one order, so that two concurrent verifications of one e-mail cannot deadlock. */
const lockClaims = (ctx: Context, { digest }: Credential) =>
  sql(ctx)
    .selectFrom('account_credentials')
    .select(['id', 'account_id', 'proved_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', 'password')
    .where('digest', '=', digest)
    .orderBy('id')
    .forUpdate()
    .execute()
