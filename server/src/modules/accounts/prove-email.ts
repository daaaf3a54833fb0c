import type { Context } from '../../kit/context.ts'
import { confirmContact, holderOf, releaseContact } from '../customers/index.ts'
import { type Account, auditAccount, findAccount } from './accounts.ts'
import { afterMerges } from './after-merges.ts'
import { type Credential, openLogin } from './credentials.ts'
import { EmailVerified } from './events.ts'
import { joinCustomers } from './join.ts'
import { AccountExists } from './refusals.ts'
import { endSessions } from './sessions.ts'
import { sql } from './tables.ts'

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

/** A customer with this e-mail and no login is this person; with a login of their own they only claimed it. */
export async function becomeHolder(ctx: Context, own: string, email: string): Promise<string> {
  const customerId = await afterMerges(async () => {
    const holder = await holderOf(ctx, 'email', email)
    if (!holder || holder.customerId === own) return own
    if (holder.verified || !(await hasLogin(ctx, holder.customerId))) {
      return joinCustomers(ctx, { from: own, into: holder.customerId })
    }
    await releaseContact(ctx, { customerId: holder.customerId, type: 'email', value: email })
    return own
  })
  await confirmContact(ctx, { customerId, type: 'email', value: email })
  return customerId
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

export async function endClaims(
  ctx: Context,
  claims: readonly { id: string; account_id: string }[],
  field: 'email' | 'phone' = 'email',
): Promise<void> {
  if (claims.length === 0) return
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      claims.map(({ id }) => id),
    )
    .execute()
  for (const { account_id } of claims) {
    const loser = await findAccount(ctx, account_id)
    if (!loser) continue
    auditAccount(ctx, loser, 'account.login_lost', { fields: [field] })
    const { left } = await sql(ctx)
      .selectFrom('account_credentials')
      .select((q) => q.fn.countAll<number>().as('left'))
      .where('tenant_id', '=', ctx.tenant)
      .where('account_id', '=', account_id)
      .executeTakeFirstOrThrow()
    if (left === 0) await endSessions(ctx, [account_id], 'login_lost')
  }
}

/** Those of these customers with a login, also an unverified one. */
export async function withLogin(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  return rows.flatMap(({ customer_id }) => customer_id ?? [])
}

export const hasLogin = async (ctx: Context, customerId: string) => (await withLogin(ctx, [customerId])).length > 0
