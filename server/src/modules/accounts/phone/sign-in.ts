import { inTenant } from '../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../kit/endpoint.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { afterMerges } from '../after-merges.ts'
import { answerSignIn, completeSignIn } from '../complete-sign-in.ts'
import { languageAsked } from '../language-asked.ts'
import type { SignInAnswer } from '../shapes.ts'
import { accountOfPhone } from './account-of-phone.ts'
import type * as api from './contract.ts'
import { useProof } from './use-proof.ts'

/** The proof is used up with the session that it opens, or not at all. */
export async function signInByPhone(
  entrance: Entrance,
  { session, deviceName, guestToken, ...input }: Input<typeof api.phone>,
): Promise<Answered<SignInAnswer>> {
  const person = { ...input, locale: input.locale ?? languageAsked(entrance) }
  const outcome = await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const proved = await useProof(ctx, input, ['sign_in', 'register'])
    if (proved.type !== 'phone') throw TokenInvalid()
    const accountId = await afterMerges(() => accountOfPhone(ctx, proved.value, person))
    return completeSignIn(ctx, { accountId, factor: 'phone', wish: { session, deviceName, guestToken } })
  })
  return answerSignIn(entrance, outcome)
}
