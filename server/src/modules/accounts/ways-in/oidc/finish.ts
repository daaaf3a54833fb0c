import * as openid from 'openid-client'
import { codeOf } from '../../../../error.ts'
import type { Caller } from '../../../../kit/caller.ts'
import type { Context } from '../../../../kit/context.ts'
import { tried } from '../../../../kit/counted.ts'
import type { Database } from '../../../../kit/database.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { Refusal } from '../../../../kit/refusal.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { answerSignIn, type Outcome } from '../../gate/complete-sign-in.ts'
import { accountRow } from '../../login/accounts.ts'
import { byAddress, giveTurnsBack, SIGN_IN_BY_ADDRESS, takeTurns } from '../../login/attempts.ts'
import { noteFailedSignIn } from '../failed-sign-in.ts'
import { asRefusal, clientFor } from '../providers/client.ts'
import { type Identity, readIdentity } from '../providers/identity.ts'
import { ProviderRefused } from '../providers/refusals.ts'
import { type Provider, requireProvider } from '../providers/settings.ts'
import type * as api from './contract.ts'
import { type Flow, flowThatCameBack, noFlowCookie, requireFresh, requireSame } from './flow.ts'
import { linkTo } from './links.ts'
import { endAtPage, ownPage, signInPage } from './pages.ts'
import { FlowOver, SignInCancelled } from './refusals.ts'
import { signInAs } from './sign-in-as.ts'
import { asVisitorOf } from './start.ts'
import { proveAgain } from './step-up.ts'

type CameBack = Input<typeof api.finishOidc>

/** The browser returns from the provider. The flow ends in any case. */
export async function finishOidc(entrance: Entrance, input: CameBack): Promise<Answered<{ done: true }>> {
  const there = await asVisitorOf(entrance, input.tenant)
  const { db, caller, cookies } = there
  const { tenant } = caller
  const begun = await inTenant(db, caller, (ctx) => flowThatCameBack(ctx, { state: input.state, cookies }))
  const page =
    begun?.links || begun?.proves ? ownPage(begun.returnTo) : signInPage(tenant, begun?.returnTo ?? '/account')
  const finished = async () => {
    const turn = byAddress(SIGN_IN_BY_ADDRESS, caller)
    await takeTurns(db, caller, [turn])
    if (!begun) throw FlowOver()
    const identity = await noteRefusal(there, { provider: input.provider, by: begun.links ?? begun.proves }, () =>
      askProvider(there, begun, input),
    )
    if (begun.links) return { location: begun.returnTo, ...(await link(there, begun.links, identity)) }
    const { proves } = begun
    if (proves) {
      await settle(db, asAccount(caller, proves.account), (ctx) => proveAgain(ctx, proves, identity))
      return { location: begun.returnTo }
    }
    const outcome = await settle(db, caller, async (ctx) => {
      giveTurnsBack(ctx, [turn], 'one')
      return signInAs(ctx, identity, { session: 'cookie', guestToken: begun.guestToken })
    })
    return { location: begun.returnTo, ...(await arrive(there, outcome, page)) }
  }
  const answered = await endAtPage(page, () => tried('oidc', there, finished))
  return { ...answered, cookies: [...(answered.cookies ?? []), noFlowCookie] }
}

/** Writes the result. Of two concurrent first sign-ins of one person the second finds the customer of the first. */
export async function settle<T>(db: Database, caller: Caller, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await inTenant(db, caller, work)
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error
    return inTenant(db, caller, work)
  }
}
const UNIQUE_VIOLATION = '23505'

/** Into the audit trail, with the broken rule and without personal data from the provider. */
export async function noteRefusal<T>(
  { db, caller }: Entrance,
  { provider, by }: { readonly provider: string; readonly by?: { readonly account: string } | null | undefined },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = error.facts['why'] ?? error.kind.code
    await inTenant(db, caller, async (ctx) => {
      const account = by ? await accountRow(ctx, by.account) : null
      const login = account ? { accountId: account.id, customerId: account.customer_id } : null
      await noteFailedSignIn(ctx, login, { factor: 'oidc', provider, why })
    })
    throw error
  }
}

async function askProvider({ db, caller }: Entrance, flow: Flow, input: CameBack): Promise<Identity> {
  const provider = await inTenant(db, caller, (ctx) => requireProvider(ctx, input.provider), { readOnly: true })
  requireSame(flow, provider)
  if (input.error !== undefined) throw input.error === 'access_denied' ? SignInCancelled() : ProviderRefused()
  const { configuration } = await clientFor(db.config, caller.tenant, provider)
  return asRefusal(() => exchange(configuration, provider, flow, input))
}

async function exchange(
  configuration: openid.Configuration,
  provider: Provider,
  flow: Flow,
  { state, code, iss }: CameBack,
): Promise<Identity> {
  const { redirectUri, nonce, verifier } = flow
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries({ state, code, iss })) {
    if (value !== undefined) address.searchParams.set(name, value)
  }
  const tokens = await openid.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: verifier,
    expectedNonce: nonce,
    expectedState: state!,
    idTokenExpected: true,
  })
  const claims = tokens.claims()!
  requireFresh(flow, provider, claims['auth_time'])
  const wanted = provider.scopes.includes('email') && claims['email'] === undefined
  const silent = wanted && configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = silent ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub) : {}
  return readIdentity(provider, { ...more, ...claims })
}

async function link({ db, caller }: Entrance, by: NonNullable<Flow['links']>, identity: Identity) {
  await settle(db, asAccount(caller, by.account), (ctx) => linkTo(ctx, by, identity))
  return {}
}

const asAccount = (caller: Caller, account: string): Caller => ({ ...caller, actor: `account:${account}` })

async function arrive(entrance: Entrance, outcome: Outcome, page: ReturnType<typeof signInPage>) {
  const { body, cookies = [] } = await answerSignIn(entrance, outcome)
  if (!('mfa' in body)) return { cookies }
  const { challenge, methods } = body.mfa
  return { location: page({ challenge, methods: methods.join(',') }) }
}
