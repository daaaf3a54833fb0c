import type { Context } from '../../kit/context.ts'
import { type Account, auditAccount, findAccount } from './accounts.ts'
import { type Credential, type CredentialKind, credentialsOf, openLogin, openLogins } from './credentials.ts'
import { LoginAdded, LoginRemoved } from './events.ts'
import type { LinkDetails } from './oidc/identity.ts'
import { readProviders } from './oidc/settings.ts'
import { LastLogin, LoginNotFound } from './refusals.ts'
import { endSessions } from './sessions.ts'
import { readSignInSettings } from './settings.ts'
import { sql } from './tables.ts'
import { tellLoginAdded } from './tell.ts'

/** Ways into an account besides those that it began with. */
export type AddedKind = Extract<CredentialKind, 'oidc' | 'passkey'>

export async function noteUse(ctx: Context, credentialId: string): Promise<void> {
  await sql(ctx)
    .updateTable('account_credentials')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', credentialId)
    .execute()
}

export async function ownLogins(ctx: Context, kind: AddedKind): Promise<Credential[]> {
  return (await credentialsOf(ctx, [ctx.caller.signedIn!.account])).filter((one) => one.kind === kind)
}

/** One of one's own; another's does not exist. */
export async function requireOwnLogin(ctx: Context, kind: AddedKind, id: string): Promise<Credential> {
  const found = (await ownLogins(ctx, kind)).find((one) => one.id === id)
  if (!found) throw LoginNotFound()
  return found
}

/** All that is kept of them, for their holder. */
export async function describeLogins(ctx: Context, accountIds: readonly string[]) {
  const logins = await credentialsOf(ctx, accountIds)
  const details = await openLogins(ctx, logins)
  const of = (kind: AddedKind): unknown[] =>
    logins.flatMap(({ id, kind: its }) => (its === kind ? [JSON.parse(details.get(id)!)] : []))
  return { providers: of('oidc'), passkeys: of('passkey') }
}

export async function noteAdded(ctx: Context, account: Account, kind: AddedKind, loginId: string): Promise<void> {
  auditAccount(ctx, account, 'account.login_added', { fields: [kind], after: { kind, login: loginId } })
  if (account.customerId !== null) {
    ctx.emit(LoginAdded({ customerId: account.customerId, accountId: account.id, kind }))
  }
  await tellLoginAdded(ctx, account)
}

/** Whoever came in by it is out, so every other session ends. The account is locked: of two removals one is the last. */
export async function removeOwnLogin(ctx: Context, kind: AddedKind, id: string): Promise<{ done: true }> {
  const { account: accountId, session } = ctx.caller.signedIn!
  const account = (await findAccount(ctx, accountId, 'for update'))!
  const login = await requireOwnLogin(ctx, kind, id)
  const others = (await credentialsOf(ctx, [accountId])).filter((one) => one.id !== login.id)
  if (!(await anyOpens(ctx, others))) throw LastLogin()
  await sql(ctx)
    .deleteFrom('account_credentials')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', login.id)
    .execute()
  await endSessions(ctx, [accountId], 'login_lost', { except: session })
  auditAccount(ctx, account, 'account.login_removed', { fields: [kind], after: { kind, login: login.id } })
  if (account.customerId !== null) ctx.emit(LoginRemoved({ customerId: account.customerId, accountId, kind }))
  return { done: true }
}

/** A password that was not confirmed opens nothing, nor does a provider that the business gave up. */
async function anyOpens(ctx: Context, logins: readonly Credential[]): Promise<boolean> {
  const { emailVerification } = await readSignInSettings(ctx)
  const providers = await readProviders(ctx)
  for (const login of logins) {
    if (login.kind === 'password') {
      if (login.secret !== null && (login.proved_at !== null || emailVerification === 'off')) return true
    } else if (login.kind === 'oidc') {
      const { issuer } = JSON.parse(await openLogin(ctx, login)) as LinkDetails
      if (providers.some((one) => new URL(one.issuer).href === new URL(issuer).href)) return true
    } else if (login.proved_at !== null) return true
  }
  return false
}
