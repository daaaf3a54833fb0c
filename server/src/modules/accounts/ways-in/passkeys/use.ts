import type { Context } from '../../../../kit/context.ts'
import type { Entrance } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { uuidToBytes } from '../../../../kit/uuid.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { auditAccount, findAccount } from '../../login/accounts.ts'
import { findCredential } from '../../login/credentials.ts'
import { sql } from '../../login/tables.ts'
import { noteFailedSignIn } from '../failed-sign-in.ts'
import { PASSKEY, takeChallenge } from './challenge.ts'
import type { UsedCredential } from './contract.ts'
import { openPasskeys } from './own.ts'
import { WrongPasskey } from './refusals.ts'
import { readUse } from './webauthn.ts'

export interface PasskeyUse {
  readonly id: string
  readonly accountId: string
  readonly counter: number
}

/** The owner of the passkey that signed a current challenge with user verification. All failures are one refusal. */
export async function checkUse({ db, caller }: Entrance, credential: UsedCredential): Promise<PasskeyUse> {
  const { clientDataJSON, userHandle } = credential.response
  const { taken, passkey, customerId, slug } = await inTenant(db, caller, async (ctx) => {
    const known = await findCredential(ctx, 'passkey', credential.id)
    return {
      taken: await takeChallenge(ctx, PASSKEY, clientDataJSON),
      customerId: known?.customer_id ?? null,
      passkey: (await openPasskeys(ctx, known ? [known] : []))[0],
      slug: (await tenantDefaults(ctx)).slug,
    }
  })
  if (!taken || !passkey) throw WrongPasskey()
  const { id, account_id: accountId } = passkey.login
  const handle = Buffer.from(uuidToBytes(accountId)).toString('base64url')
  const counter =
    userHandle === handle
      ? await readUse(db.config, slug, credential, taken.challenge, {
          id: passkey.details.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.details.publicKey, 'base64url')),
        })
      : null
  if (counter === null) {
    await inTenant(db, caller, (ctx) => noteFailedSignIn(ctx, { accountId, customerId }, { factor: 'passkey' }))
    throw WrongPasskey()
  }
  return { id, accountId, counter }
}

/**
 * A counter must increase. Otherwise the passkey was copied, or is the original of a copy used before. One
 * statement decides it, so that of two concurrent uses only one passes.
 */
export async function countUse(ctx: Context, { id, accountId, counter }: PasskeyUse): Promise<boolean> {
  const counted = await sql(ctx)
    .updateTable('account_credentials')
    .set({ counter, used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where((q) => q.or([q('counter', '<', counter), q.and([q('counter', '=', 0), q.val(counter === 0)])]))
    .returning('id')
    .executeTakeFirst()
  if (counted) return true
  const account = await findAccount(ctx, accountId)
  if (account) auditAccount(ctx, account, 'account.passkey_copied', { after: { login: id } })
  return false
}
