import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { uuidToBytes } from '../../../../kit/uuid.ts'
import { readNames } from '../../../customers/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { type Account, findAccount, ownAccount } from '../../login/accounts.ts'
import { addCredential, findCredential, openLogin, passwordOf } from '../../login/credentials.ts'
import { openStaffName } from '../../login/staff/name.ts'
import { noteAdded, ownLogins } from '../added-logins.ts'
import { relyingPartyId } from '../origins.ts'
import { LoginTaken } from '../refusals.ts'
import { CHALLENGE_MINUTES, giveChallenge, NEW_PASSKEY, takeChallenge } from './challenge.ts'
import type * as api from './contract.ts'
import { openPasskeys, type PasskeyDetails, shown } from './own.ts'
import { TooManyPasskeys, WrongPasskey } from './refusals.ts'
import { readNewPasskey, webauthn } from './webauthn.ts'

const MOST = 20

/** A registration challenge is bound to the session, which belongs to one account. */
export async function beginPasskey({ db, caller }: Entrance): Promise<Answered<Output<typeof api.beginPasskey>>> {
  const { account: accountId, session } = caller.signedIn!
  const { challenge, business, names, before } = await inTenant(db, caller, async (ctx) => {
    const passkeys = await ownLogins(ctx, 'passkey')
    if (passkeys.length >= MOST) throw TooManyPasskeys()
    return {
      challenge: await giveChallenge(ctx, NEW_PASSKEY, { session }),
      business: (await tenantDefaults(ctx)).name,
      names: await namesOf(ctx, await ownAccount(ctx)),
      before: await openPasskeys(ctx, passkeys),
    }
  })
  const { generateRegistrationOptions } = await webauthn()
  const publicKey = await generateRegistrationOptions({
    rpName: business,
    rpID: relyingPartyId(db.config),
    userID: new Uint8Array(uuidToBytes(accountId)),
    userName: names.login,
    userDisplayName: names.shown,
    challenge,
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: 'none',
    excludeCredentials: before.map(({ details: { credentialId, transports } }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    // Discoverable and with user verification: so it signs in without a name, and counts as two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { body: { publicKey: { ...publicKey } } }
}

export async function addPasskey(
  { db, caller }: Entrance,
  { credential, name }: Input<typeof api.addPasskey>,
): Promise<Answered<Output<typeof api.addPasskey>>> {
  const { account: accountId, session } = caller.signedIn!
  const { taken, slug } = await inTenant(db, caller, async (ctx) => ({
    taken: await takeChallenge(ctx, NEW_PASSKEY, credential.response.clientDataJSON),
    slug: (await tenantDefaults(ctx)).slug,
  }))
  if (taken?.remembered.session !== session) throw WrongPasskey()
  const made = await readNewPasskey(db.config, slug, credential, taken.challenge)
  if (!made) throw WrongPasskey()
  const details: PasskeyDetails = {
    credentialId: made.credential.id,
    publicKey: Buffer.from(made.credential.publicKey).toString('base64url'),
    transports: credential.response.transports ?? [],
    synced: made.credentialBackedUp,
    name: name ?? null,
  }
  const id = await inTenant(db, caller, (ctx) => keep(ctx, accountId, details, made.credential.counter))
  return { body: shown({ id, created_at: new Date(), used_at: null }, details) }
}

async function keep(ctx: Context, accountId: string, details: PasskeyDetails, counter: number): Promise<string> {
  // Locked, so that concurrent calls stay below the limit.
  const account = (await findAccount(ctx, accountId, 'for update'))!
  if ((await ownLogins(ctx, 'passkey')).length >= MOST) throw TooManyPasskeys()
  // Devices never repeat an id; a known id is a copy.
  if (await findCredential(ctx, 'passkey', details.credentialId)) throw LoginTaken()
  const id = await addCredential(ctx, account, {
    kind: 'passkey',
    login: details.credentialId,
    details: JSON.stringify(details),
    counter,
    proved: true,
  })
  await noteAdded(ctx, account, 'passkey', id)
  return id
}

/** The name shown by the device when it asks for a passkey. */
async function namesOf(ctx: Context, account: Account): Promise<{ login: string; shown: string }> {
  const password = await passwordOf(ctx, account.id)
  const [first, last] =
    account.customerId === null ? [await openStaffName(ctx, account.id)] : await readNames(ctx, account.customerId)
  const name = [first, last].filter(Boolean).join(' ')
  const login = (password && (await openLogin(ctx, password))) || name || account.id
  return { login, shown: name || login }
}
