import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import { BEGINNINGS_BY_ADDRESS, byAddress, giveTurnsBack, SIGN_IN_BY_ADDRESS, takeTurns } from '../../login/attempts.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import { relyingPartyId } from '../origins.ts'
import { CHALLENGE_MINUTES, giveChallenge, PASSKEY } from './challenge.ts'
import type * as api from './contract.ts'
import { WrongPasskey } from './refusals.ts'
import { checkUse, countUse } from './use.ts'
import { webauthn } from './webauthn.ts'

/** The same for every caller: it does not reveal which accounts have passkeys. */
export async function beginPasskeySignIn({
  db,
  caller,
}: Entrance): Promise<Answered<Output<typeof api.beginPasskeySignIn>>> {
  await takeTurns(db, caller, [byAddress(BEGINNINGS_BY_ADDRESS, caller)])
  const challenge = await inTenant(db, caller, (ctx) => giveChallenge(ctx, PASSKEY, {}))
  const { generateAuthenticationOptions } = await webauthn()
  const publicKey = await generateAuthenticationOptions({
    rpID: relyingPartyId(db.config),
    challenge,
    timeout: CHALLENGE_MINUTES * 60_000,
    userVerification: 'required',
  })
  return { body: { publicKey: { ...publicKey } } }
}

/** Possession and user verification are two factors, so the gate requires no second one. */
export async function signInByPasskey(
  entrance: Entrance,
  { credential, session, deviceName, guestToken }: Input<typeof api.signInByPasskey>,
): Promise<Answered<SignInAnswer>> {
  const { db, caller } = entrance
  const turn = byAddress(SIGN_IN_BY_ADDRESS, caller)
  await takeTurns(db, caller, [turn])
  const use = await checkUse(entrance, credential)
  const outcome = await inTenant(db, caller, async (ctx) => {
    if (!(await countUse(ctx, use))) return null
    giveTurnsBack(ctx, [turn], 'one')
    const wish = { session, deviceName, guestToken }
    return completeSignIn(ctx, { accountId: use.accountId, factor: 'passkey', secondFactor: true, wish })
  })
  if (!outcome) throw WrongPasskey()
  return answerSignIn(entrance, outcome)
}
