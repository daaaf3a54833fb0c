import type { Context } from '../../../../kit/context.ts'
import { type Claim, claimsOn, endClaims, proveClaim } from '../../claims/claims.ts'
import { AccountExists } from '../../claims/refusals.ts'
import type { Account } from '../../login/accounts.ts'
import { findAccount } from '../../login/accounts.ts'
import { addCredential, changeLogin, openLogin, passwordOf } from '../../login/credentials.ts'
import { endTokens } from '../../login/single-use.ts'
import { sql } from '../../login/tables.ts'

/** The new phone signs in instead of the old one; other accounts lose it. */
export async function movePhoneLogin(ctx: Context, account: Account, former: string | null, phone: string) {
  const { theirs, others } = await claimsBy(ctx, account, 'phone', phone)
  await endClaims(ctx, others, 'phone')
  const old = former === null || former === phone ? [] : (await claimsBy(ctx, account, 'phone', former)).theirs
  const claim = theirs.find(({ proved_at }) => proved_at !== null) ?? theirs[0]
  if (!claim) {
    // The login of the old phone gets the new one: it may have no other.
    const login = (old[0] && (await findAccount(ctx, old[0].account_id))) || account
    await addCredential(ctx, login, { kind: 'phone', login: phone, proved: true })
  } else if (claim.proved_at === null) await proveClaim(ctx, claim)
  if (old.length === 0) return
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute()
}

/** The account with this e-mail has a password and perhaps a second factor; a mailbox alone must not bypass them. */
export async function requireFreeEmail(ctx: Context, account: Account, email: string): Promise<void> {
  const { others } = await claimsBy(ctx, account, 'password', email)
  if (others.some(({ proved_at }) => proved_at !== null)) throw AccountExists()
}

/** Changes the e-mail of an account with a password. Pending links to the old one become invalid. */
export async function moveEmailLogin(ctx: Context, account: Account, email: string): Promise<void> {
  const { theirs, others } = await claimsBy(ctx, account, 'password', email)
  await endClaims(ctx, others)
  const credential = await passwordOf(ctx, account.id)
  if (!credential) return
  const same = theirs.find(({ account_id }) => account_id === account.id)
  if (theirs.some((one) => one !== same && one.proved_at !== null)) return
  if (same?.proved_at) return
  if (!same || (await openLogin(ctx, credential)) !== email) await changeLogin(ctx, account, credential, email)
  else await proveClaim(ctx, same)
  await endTokens(ctx, account.id, ['verify_email', 'reset_password'])
}

async function claimsBy(ctx: Context, { customerId }: Account, kind: 'phone' | 'password', login: string) {
  const claims = await claimsOn(ctx, kind, login)
  const isTheirs = ({ customer_id }: Claim) => customer_id !== null && customer_id === customerId
  return { theirs: claims.filter(isTheirs), others: claims.filter((claim) => !isTheirs(claim)) }
}
