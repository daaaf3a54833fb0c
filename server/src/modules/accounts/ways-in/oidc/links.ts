import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { type Account, accountsOfPerson, findAccount } from '../../login/accounts.ts'
import { findCredential } from '../../login/credentials.ts'
import { openSessions } from '../../session/sessions.ts'
import { noteAdded, openDetails, ownLogins, removeOwnLogin } from '../added-logins.ts'
import { type Identity, LinkDetails, loginOf } from '../providers/identity.ts'
import { LoginTaken } from '../refusals.ts'
import type * as api from './contract.ts'
import type { Flow } from './flow.ts'
import { FlowOver } from './refusals.ts'
import { addProvider } from './sign-in-as.ts'
import { goTo } from './start.ts'

export async function listLinks(ctx: Context): Promise<Output<typeof api.listLinks>> {
  const links = await openDetails(ctx, await ownLogins(ctx, 'oidc'), LinkDetails)
  return {
    items: links.map(({ login, details: { provider, email } }) => ({
      id: login.id,
      provider,
      email,
      createdAt: login.created_at.toISOString(),
      usedAt: login.used_at?.toISOString() ?? null,
    })),
  }
}

/** Only by a call from our own pages, never by a link: a link could be placed on any page. */
export async function beginLink(
  entrance: Entrance,
  { provider, returnTo }: Input<typeof api.beginLink>,
): Promise<Answered<{ location: string }>> {
  const { account, session } = entrance.caller.signedIn!
  const { location, cookie } = await goTo(entrance, provider, { returnTo, links: { account, session } })
  return { body: { location }, cookies: [cookie] }
}

/** The customer does not change: contacts are verified only at a sign-in. */
export async function linkTo(ctx: Context, by: NonNullable<Flow['links']>, identity: Identity): Promise<void> {
  const account = await requireOpenSession(ctx, by)
  const known = await findCredential(ctx, 'oidc', loginOf(identity))
  if (known && (await accountsOfPerson(ctx, account)).includes(known.account_id)) return
  if (known) throw LoginTaken()
  await noteAdded(ctx, account, 'oidc', await addProvider(ctx, account, identity))
}

/** The account that started the flow is still signed in. */
export async function requireOpenSession(ctx: Context, by: { account: string; session: string }): Promise<Account> {
  const account = await findAccount(ctx, by.account)
  const open = await openSessions(ctx, [by.account], { live: true })
  if (account?.status !== 'active' || !open.some(({ id }) => id === by.session)) throw FlowOver()
  return account
}

export const unlink = (ctx: Context, { linkId }: { linkId: string }) => removeOwnLogin(ctx, 'oidc', linkId)
