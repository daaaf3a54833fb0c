import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { CHALLENGE_TRIES, findChallenge, type HalfSignedIn } from '../../gate/challenge.ts'
import { completeSignIn, type Outcome } from '../../gate/complete-sign-in.ts'
import { factorsOfPerson } from '../../gate/factors.ts'
import { type Account, accountsOfPerson, auditAccount, findAccount } from '../../login/accounts.ts'
import { giveTurnsBack, SECOND_FACTOR_BY_ACCOUNT, takeTurns } from '../../login/attempts.ts'
import { WrongProof } from '../../login/refusals.ts'
import { countAttempt, useToken } from '../../login/single-use.ts'
import { answerSession } from '../../session/answer.ts'
import { rememberDevice } from '../../session/known-device.ts'
import type * as api from './contract.ts'
import { renewRecoveryCodes, useRecoveryCode } from './recovery.ts'
import { ChallengeOver } from './refusals.ts'
import { sendSms, useSms } from './sms.ts'
import { beginTotp, confirmTotp, useTotp } from './totp.ts'

type Finish = Input<typeof api.finishSignIn>

/** Completes a sign-in. Wrong codes count for the challenge and for the account, in any case. */
export async function finishSignIn(
  entrance: Entrance,
  input: Finish,
): Promise<Answered<Output<typeof api.finishSignIn>>> {
  const { db, caller } = entrance
  const begun = await inTenant(db, caller, (ctx) => findChallenge(ctx, input.challenge), { readOnly: true })
  if (!begun) throw ChallengeOver()
  await takeTurns(db, caller, [{ limit: SECOND_FACTOR_BY_ACCOUNT, subject: begun.accountId }])
  const finished = await inTenant(db, caller, (ctx) => tryCode(ctx, input))
  if (finished !== 'over' && 'triesLeft' in finished) throw WrongProof({ triesLeft: finished.triesLeft })
  if (finished === 'over' || !finished.outcome.granted) throw ChallengeOver()
  const answered = await answerSession(entrance, finished.outcome.granted)
  return rememberDevice(entrance, { ...answered, body: { ...answered.body, ...finished.more } })
}

/** For a role that needs a second factor without one: it is set up before the first session begins. */
export async function enrolAtSignIn(
  ctx: Context,
  { challenge }: Input<typeof api.enrolAtSignIn>,
): Promise<{ secret: string; uri: string }> {
  const begun = await findChallenge(ctx, challenge, 'for update')
  const account = begun?.half.enrol ? await findAccount(ctx, begun.accountId) : null
  if (!account || (await hasFactor(ctx, account))) throw ChallengeOver()
  return beginTotp(ctx, account)
}

/** Once a second factor exists, adding another needs it: an older pending sign-in cannot. */
const hasFactor = async (ctx: Context, account: Account) => (await factorsOfPerson(ctx, account)).length > 0

/** Sends a code by text message, if the challenge accepts one. */
export async function sendSmsAtSignIn(
  ctx: Context,
  { challenge }: Input<typeof api.sendSmsAtSignIn>,
): Promise<{ sentTo: string }> {
  const begun = await findChallenge(ctx, challenge, 'for update')
  const account = begun && (await findAccount(ctx, begun.accountId))
  const sent = account && (await sendSms(ctx, account))
  if (!sent) throw ChallengeOver()
  return sent
}

type Finished = { readonly outcome: Outcome; readonly more: { recoveryCodes?: string[] } }

async function tryCode(
  ctx: Context,
  { challenge, method, code }: Finish,
): Promise<Finished | 'over' | { readonly triesLeft: number | null }> {
  const begun = await findChallenge(ctx, challenge, 'for update')
  const account = begun && (await findAccount(ctx, begun.accountId))
  if (!account) return 'over'
  const { half, id } = begun
  if (half.enrol && (await hasFactor(ctx, account))) return 'over'
  if (!(await fits(ctx, account, half, method, code))) {
    await countAttempt(ctx, id)
    auditAccount(ctx, account, 'sign_in.failed', { after: { factor: method } })
    // A code by text message has fewer attempts of its own.
    return { triesLeft: method === 'sms' ? null : CHALLENGE_TRIES - begun.attempts - 1 }
  }
  await useToken(ctx, id)
  const more = half.enrol ? { recoveryCodes: await renewRecoveryCodes(ctx, account) } : {}
  if (half.enrol) auditAccount(ctx, account, 'account.second_factor_added', { fields: ['totp'] })
  giveTurnsBack(ctx, [{ limit: SECOND_FACTOR_BY_ACCOUNT, subject: account.id }], 'all')
  const { factor, wish } = half
  return { outcome: await completeSignIn(ctx, { accountId: account.id, factor, secondFactor: true, wish }), more }
}

async function fits(ctx: Context, account: Account, half: HalfSignedIn, method: Finish['method'], code: string) {
  if (half.enrol) return method === 'totp' && (await confirmTotp(ctx, account, code)) === 'confirmed'
  if (method === 'totp') return useTotp(ctx, account, code)
  if (method === 'sms') return useSms(ctx, account, code)
  return useRecoveryCode(ctx, await accountsOfPerson(ctx, account), code)
}
