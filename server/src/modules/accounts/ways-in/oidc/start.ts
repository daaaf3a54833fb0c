import { visitor } from '../../../../kit/caller.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { findTenant, tenantDefaults } from '../../../tenants/index.ts'
import { BEGINNINGS_BY_ADDRESS, byAddress, takeTurns } from '../../login/attempts.ts'
import { ownOrigins } from '../origins.ts'
import { clientFor } from '../providers/client.ts'
import { requireProvider } from '../providers/settings.ts'
import type * as api from './contract.ts'
import { depart, type Errand, keepFlow } from './flow.ts'
import { endAtPage, signInPage } from './pages.ts'

/** A browser follows a link to a provider, so errors are pages too. */
export async function startOidc(
  entrance: Entrance,
  { tenant, provider, returnTo }: Input<typeof api.startOidc>,
): Promise<Answered<{ done: true }>> {
  const there = await asVisitorOf(entrance, tenant)
  return endAtPage(signInPage(there.caller.tenant, returnTo), async () => {
    await takeTurns(there.db, there.caller, [byAddress(BEGINNINGS_BY_ADDRESS, there.caller)])
    const { location, cookie } = await goTo(there, provider, { returnTo, links: null })
    return { location, cookies: [cookie] }
  })
}

/** The same with a guest token: a call from our own pages, never a link. */
export async function beginOidc(
  entrance: Entrance,
  { provider, returnTo, guestToken }: Input<typeof api.beginOidc>,
): Promise<Answered<{ location: string }>> {
  const { db, caller } = entrance
  await takeTurns(db, caller, [byAddress(BEGINNINGS_BY_ADDRESS, caller)])
  const { location, cookie } = await goTo(entrance, provider, { returnTo, links: null, guestToken })
  return { body: { location }, cookies: [cookie] }
}

export async function goTo({ db, caller, headers }: Entrance, name: string, errand: Errand) {
  const { provider, slug } = await inTenant(
    db,
    caller,
    async (ctx) => ({ provider: await requireProvider(ctx, name), slug: (await tenantDefaults(ctx)).slug }),
    { readOnly: true },
  )
  const origins = ownOrigins(db.config, slug)
  // The cookie is bound to this host, so the provider must return the browser here.
  const origin = origins.find((one) => new URL(one).host === headers['host']) ?? origins[0]!
  const client = await clientFor(db.config, caller.tenant, provider)
  const departure = await depart(client, provider, { origin, tenant: caller.tenant, errand })
  const cookie = await inTenant(db, caller, (ctx) => keepFlow(ctx, departure))
  return { location: departure.location, cookie }
}

/** In the tenant of the path, as a visitor: the browser's session may belong to another business. */
export async function asVisitorOf(entrance: Entrance, tenant: string): Promise<Entrance> {
  const { db, caller } = entrance
  if (caller.actor === 'visitor') return entrance
  const { id } = await findTenant(db, tenant)
  return { ...entrance, caller: visitor(id, caller) }
}
