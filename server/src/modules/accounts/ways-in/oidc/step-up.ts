import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { auditAccount } from '../../login/accounts.ts'
import { findCredential } from '../../login/credentials.ts'
import { WrongProof } from '../../login/refusals.ts'
import { noteProof } from '../../session/note-proof.ts'
import { type Identity, loginOf } from '../providers/identity.ts'
import type * as api from './contract.ts'
import type { Flow } from './flow.ts'
import { requireOpenSession } from './links.ts'
import { goTo } from './start.ts'

/** The provider authenticates the user again; a fresh result counts as recent authentication of this session. */
export async function beginProviderStepUp(
  entrance: Entrance,
  { provider, returnTo }: Input<typeof api.stepUpByProvider>,
): Promise<Answered<Output<typeof api.stepUpByProvider>>> {
  const { account, session } = entrance.caller.signedIn!
  const proves = { account, session, since: Math.floor(Date.now() / 1000) }
  const { location, cookie } = await goTo(entrance, provider, { returnTo, links: null, proves })
  return { body: { location }, cookies: [cookie] }
}

/** Only with a provider linked to this very account: another person's sign-in proves nothing about it. */
export async function proveAgain(ctx: Context, by: NonNullable<Flow['proves']>, identity: Identity): Promise<boolean> {
  const account = await requireOpenSession(ctx, by)
  const known = await findCredential(ctx, 'oidc', loginOf(identity))
  if (known?.account_id !== account.id) throw WrongProof()
  await noteProof(ctx, by.session)
  auditAccount(ctx, account, 'account.proved_again', { after: { by: 'oidc' } })
  return true
}
