import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { type Account, auditAccount, findAccount } from '../login/accounts.ts'
import { type Credential, type CredentialKind, credentialsOf, openLogins } from '../login/credentials.ts'
import { LoginAdded, LoginRemoved } from '../login/events.ts'
import { notifyLoginAdded } from '../login/notify.ts'
import { readSignInSettings } from '../login/settings.ts'
import { sql } from '../login/tables.ts'
import { endSessions } from '../session/sessions.ts'
import { LinkDetails } from './providers/identity.ts'
import { readProviders } from './providers/settings.ts'
import { LastLogin, LoginNotFound } from './refusals.ts'

/** Logins added to an account after its creation. */
export type AddedKind = Extract<CredentialKind, 'oidc' | 'passkey'>

export async function noteUse(ctx: Context, credentialId: string): Promise<boolean> {
  const noted = await sql(ctx)
    .updateTable('account_credentials')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', credentialId)
    .returning('id')
    .executeTakeFirst()
  return noted !== undefined
}

export async function ownLogins(ctx: Context, kind: AddedKind): Promise<Credential[]> {
  return (await credentialsOf(ctx, [ctx.caller.signedIn!.account])).filter((one) => one.kind === kind)
}

/** A login of the caller; another account's is not found. */
export async function requireOwnLogin(ctx: Context, kind: AddedKind, id: string): Promise<Credential> {
  const found = (await ownLogins(ctx, kind)).find((one) => one.id === id)
  if (!found) throw LoginNotFound()
  return found
}

/** The sealed content of each. Content sealed with an erased customer's key is gone, and the login unusable. */
export async function openDetails<Details>(
  ctx: Context,
  logins: readonly Credential[],
  shape: z.ZodType<Details>,
): Promise<{ login: Credential; details: Details }[]> {
  const opened = await openLogins(ctx, logins)
  return logins.flatMap((login) => {
    const text = opened.get(login.id)
    return text === undefined ? [] : [{ login, details: shape.parse(JSON.parse(text)) }]
  })
}

/** The full content, for their owner. */
export async function describeLogins(ctx: Context, accountIds: readonly string[]) {
  const logins = await credentialsOf(ctx, accountIds)
  const of = async (kind: AddedKind) => {
    const opened = await openDetails(
      ctx,
      logins.filter((one) => one.kind === kind),
      z.unknown(),
    )
    return opened.map(({ details }) => details)
  }
  return { providers: await of('oidc'), passkeys: await of('passkey') }
}

export async function noteAdded(ctx: Context, account: Account, kind: AddedKind, loginId: string): Promise<void> {
  auditAccount(ctx, account, 'account.login_added', { fields: [kind], after: { kind, login: loginId } })
  if (account.customerId !== null) {
    ctx.emit(LoginAdded({ customerId: account.customerId, accountId: account.id, kind }))
  }
  await notifyLoginAdded(ctx, account)
}

/**
 * All other sessions end, because they may have used this login. Locks the login before the account, like a
 * sign-in: of two concurrent removals the second sees the result of the first.
 */
export async function removeOwnLogin(ctx: Context, kind: AddedKind, id: string): Promise<{ done: true }> {
  const { account: accountId, session } = ctx.caller.signedIn!
  const removed = await sql(ctx)
    .deleteFrom('account_credentials')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('kind', '=', kind)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw LoginNotFound()
  const account = (await findAccount(ctx, accountId, 'for update'))!
  if (!(await anyOpens(ctx, await credentialsOf(ctx, [accountId])))) throw LastLogin()
  await endSessions(ctx, [accountId], 'login_lost', { except: session })
  auditAccount(ctx, account, 'account.login_removed', { fields: [kind], after: { kind, login: id } })
  if (account.customerId !== null) ctx.emit(LoginRemoved({ customerId: account.customerId, accountId, kind }))
  return { done: true }
}

/** Unconfirmed e-mails and removed providers cannot sign in. */
async function anyOpens(ctx: Context, logins: readonly Credential[]): Promise<boolean> {
  const { emailVerification } = await readSignInSettings(ctx)
  const byPassword = logins.some(({ secret }) => secret !== null && emailVerification === 'off')
  if (byPassword || logins.some(({ kind, proved_at }) => kind !== 'oidc' && proved_at !== null)) return true
  const issuers = (await readProviders(ctx)).map(({ issuer }) => new URL(issuer).href)
  const links = await openDetails(
    ctx,
    logins.filter(({ kind }) => kind === 'oidc'),
    LinkDetails,
  )
  return links.some(({ details }) => issuers.includes(new URL(details.issuer).href))
}
