import { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import type { Input, Output } from '../../../../kit/endpoint.ts'
import { auditAccount, ownAccount } from '../../login/accounts.ts'
import { type Credential, changeDetails } from '../../login/credentials.ts'
import { openDetails, ownLogins, removeOwnLogin, requireOwnLogin } from '../added-logins.ts'
import { LoginNotFound } from '../refusals.ts'
import type * as api from './contract.ts'

type Shown = Output<typeof api.listPasskeys>['items'][0]

/** A stored passkey, sealed. The public key is useless to a thief, but identifies its holder. */
const PasskeyDetails = z.object({
  credentialId: z.string(),
  /** COSE, as base64url. */
  publicKey: z.string(),
  transports: z.array(z.string()).readonly().default([]),
  synced: z.boolean().default(false),
  name: z.string().nullable().default(null),
})
export type PasskeyDetails = Readonly<z.output<typeof PasskeyDetails>>

export async function listPasskeys(ctx: Context): Promise<Output<typeof api.listPasskeys>> {
  const passkeys = await openPasskeys(ctx, await ownLogins(ctx, 'passkey'))
  return { items: passkeys.map(({ login, details }) => shown(login, details)) }
}

export async function renamePasskey(
  ctx: Context,
  { passkeyId, name }: Input<typeof api.renamePasskey>,
): Promise<Shown> {
  const passkey = await requireOwnLogin(ctx, 'passkey', passkeyId)
  const [opened] = await openPasskeys(ctx, [passkey])
  if (!opened) throw LoginNotFound()
  const details = { ...opened.details, name }
  await changeDetails(ctx, passkey, JSON.stringify(details))
  auditAccount(ctx, await ownAccount(ctx), 'account.passkey_renamed', { after: { login: passkeyId } })
  return shown(passkey, details)
}

export const removePasskey = (ctx: Context, { passkeyId }: { passkeyId: string }) =>
  removeOwnLogin(ctx, 'passkey', passkeyId)

export const openPasskeys = (ctx: Context, passkeys: readonly Credential[]) =>
  openDetails(ctx, passkeys, PasskeyDetails)

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
