import type { Context } from '../../../kit/context.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { auditAccount, ownAccount } from '../accounts.ts'
import type * as api from '../contract.ts'
import { type Credential, changeDetails, openLogin, openLogins } from '../credentials.ts'
import { ownLogins, removeOwnLogin, requireOwnLogin } from '../logins.ts'

type Shown = Output<typeof api.listPasskeys>['items'][0]

/** A passkey as it is kept, sealed. The public key is of no use to a thief, but tells two tenants' people apart. */
export interface PasskeyDetails {
  readonly credentialId: string
  /** COSE, as base64url. */
  readonly publicKey: string
  readonly transports: readonly string[]
  readonly synced: boolean
  readonly name: string | null
}

export async function listPasskeys(ctx: Context): Promise<Output<typeof api.listPasskeys>> {
  const passkeys = await ownLogins(ctx, 'passkey')
  const details = await openLogins(ctx, passkeys)
  return { items: passkeys.map((one) => shown(one, JSON.parse(details.get(one.id)!) as PasskeyDetails)) }
}

export async function renamePasskey(
  ctx: Context,
  { passkeyId, name }: Input<typeof api.renamePasskey>,
): Promise<Shown> {
  const passkey = await requireOwnLogin(ctx, 'passkey', passkeyId)
  const details = { ...(await openPasskey(ctx, passkey)), name }
  await changeDetails(ctx, passkey, JSON.stringify(details))
  auditAccount(ctx, await ownAccount(ctx), 'account.passkey_renamed', { after: { login: passkeyId } })
  return shown(passkey, details)
}

export const removePasskey = (ctx: Context, { passkeyId }: { passkeyId: string }) =>
  removeOwnLogin(ctx, 'passkey', passkeyId)

export const openPasskey = async (ctx: Context, passkey: Credential) =>
  JSON.parse(await openLogin(ctx, passkey)) as PasskeyDetails

export const shown = (
  { id, created_at, used_at }: Pick<Credential, 'id' | 'created_at' | 'used_at'>,
  { name, synced }: PasskeyDetails,
): Shown => ({
  id,
  name,
  synced,
  createdAt: created_at.toISOString(),
  usedAt: used_at?.toISOString() ?? null,
})
