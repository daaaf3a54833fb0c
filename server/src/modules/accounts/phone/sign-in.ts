import { type Context, inTenant } from '../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../kit/endpoint.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { afterMerges } from '../after-merges.ts'
import { answerSignIn, completeSignIn } from '../complete-sign-in.ts'
import { accountOfEmail } from '../email/account-of-email.ts'
import type * as emailApi from '../email/contract.ts'
import { languageAsked } from '../language-asked.ts'
import { TAKEN } from '../proofs.ts'
import type { SignInAnswer } from '../shapes.ts'
import { accountOfPhone } from './account-of-phone.ts'
import type * as api from './contract.ts'
import type { NewPerson } from './get-or-create-customer.ts'
import { useProof } from './use-proof.ts'

type Given = Input<typeof api.phone> & Input<typeof emailApi.email>
type AccountOf = (ctx: Context, contact: string, person: NewPerson) => Promise<string>

export const signInByPhone = (entrance: Entrance, input: Input<typeof api.phone>) =>
  signInBy(entrance, input, 'phone', accountOfPhone)
export const signInByEmail = (entrance: Entrance, input: Input<typeof emailApi.email>) =>
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
