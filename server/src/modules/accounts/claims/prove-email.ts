import type { Context } from '../../../kit/context.ts'
import { type Account, auditAccount } from '../login/accounts.ts'
import { type Credential, openLogin } from '../login/credentials.ts'
import { EmailVerified } from '../login/events.ts'
import { sql } from '../login/tables.ts'
import { endClaims } from './claims.ts'
import { becomeHolder } from './join.ts'
import { AccountExists } from './refusals.ts'

/**
 * The holder of this account has shown that its e-mail is theirs. Claims of others on it end; what the business knew of
 * the e-mail before becomes theirs.
 */
export async function proveEmail(ctx: Context, account: Account, credential: Credential): Promise<void> {
  const claims = await lockClaims(ctx, credential)
  const own = claims.find(({ id }) => id === credential.id)
  // Somebody else proved it a moment ago, and ended this claim.
  if (!own) throw AccountExists()
  if (own.proved_at !== null) return
  const email = await openLogin(ctx, credential)
  const others = claims.filter(({ id }) => id !== credential.id)
  // Whoever has that account has its password and perhaps its second factor; a second registration is no way around.
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

/** All of them in one order, so that two who prove the same e-mail at once do not wait for each other. */
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
