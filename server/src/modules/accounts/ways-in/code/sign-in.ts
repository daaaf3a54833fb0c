import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { afterMerges } from '../../claims/after-merges.ts'
import type { NewPerson } from '../../claims/get-or-create-customer.ts'
import { TAKEN } from '../../claims/proofs.ts'
import { useProof } from '../../claims/use-proof.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import { languageAsked } from '../../login/language-asked.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import { accountOfEmail } from './account-of-email.ts'
import { accountOfPhone } from './account-of-phone.ts'
import type * as api from './contract.ts'

type Given = Input<typeof api.phone> & Input<typeof api.email>
type AccountOf = (ctx: Context, contact: string, person: NewPerson) => Promise<string>

export const signInByPhone = (entrance: Entrance, input: Input<typeof api.phone>) =>
  signInBy(entrance, input, 'phone', accountOfPhone)
export const signInByEmail = (entrance: Entrance, input: Input<typeof api.email>) =>
  signInBy(entrance, input, 'email', accountOfEmail)

/** The token is consumed together with the new session, or not at all. */
async function signInBy(
  entrance: Entrance,
  { session, deviceName, guestToken, ...input }: Given,
  factor: 'phone' | 'email',
  accountOf: AccountOf,
): Promise<Answered<SignInAnswer>> {
  const person = { ...input, locale: input.locale ?? languageAsked(entrance) }
  const outcome = await inTenant(entrance.db, entrance.caller, async (ctx) => {
    const proved = await useProof(ctx, input, TAKEN.signingIn)
    if (proved.type !== factor) throw TokenInvalid()
    const accountId = await afterMerges(() => accountOf(ctx, proved.value, person))
    return completeSignIn(ctx, { accountId, factor, wish: { session, deviceName, guestToken } })
  })
  return answerSignIn(entrance, outcome)
}
