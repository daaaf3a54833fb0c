import type { Context } from '../../../../kit/context.ts'
import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import {
  byAddress,
  byLogin,
  giveTurnsBack,
  SIGN_IN_BY_ADDRESS,
  SIGN_IN_BY_DEVICE,
  SIGN_IN_EVERYWHERE,
  takeTurns,
  takeTurnsAndRead,
} from '../../login/attempts.ts'
import { changePasswordHash, findCredential, standsStill } from '../../login/credentials.ts'
import { comparePassword, hashPassword, isOutdated } from '../../login/passwords/hash.ts'
import { readSignInSettings } from '../../login/settings.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import { answerSession } from '../../session/answer.ts'
import { knownDevice, rememberDevice } from '../../session/known-device.ts'
import { noteFailedSignIn } from '../failed-sign-in.ts'
import type * as api from './contract.ts'
import { WrongCredentials } from './refusals.ts'

/** Every failure takes the same steps: count, look up, compare once, record. */
export async function signIn(entrance: Entrance, input: Input<typeof api.login>): Promise<Answered<SignInAnswer>> {
  const { db, caller } = entrance
  const { email, password, session, deviceName, guestToken } = input
  const address = byAddress(SIGN_IN_BY_ADDRESS, caller)
  const device = await knownDevice(db, entrance)
  const strange = [byLogin(email, caller), { limit: SIGN_IN_EVERYWHERE, subject: email }]
  const first = device ? [{ limit: SIGN_IN_BY_DEVICE, subject: `${device.account} ${device.id}` }] : strange
  const { credential, usable } = await takeTurnsAndRead(db, caller, [address, ...first], (ctx) => findLogin(ctx, email))
  const logins = device?.account === credential?.account_id ? first : strange
  // The browser is known for another account: that one must not pay for it.
  if (logins !== first) {
    await inTenant(db, caller, async (ctx) => giveTurnsBack(ctx, first, 'one'))
    await takeTurns(db, caller, logins)
  }
  const fits = await comparePassword(db, caller.tenant, password, credential).catch(async (error) => {
    // Nothing was compared: a retry after a 503 must not count.
    await inTenant(db, caller, async (ctx) => giveTurnsBack(ctx, [address, ...logins], 'one'))
    throw error
  })
  if (!fits || !credential || !usable) {
    const login = credential && { accountId: credential.account_id, customerId: credential.customer_id }
    await inTenant(db, caller, (ctx) => noteFailedSignIn(ctx, login, { factor: 'password' }))
    throw WrongCredentials()
  }

  const rehashed = isOutdated(db, credential) ? await hashPassword(db, caller.tenant, password) : null
  const outcome = await inTenant(db, caller, async (ctx) => {
    const wish = { session, deviceName, guestToken }
    const { account_id: accountId, customer_id: customerId } = credential
    const [outcome, stands] = await Promise.all([
      completeSignIn(ctx, { accountId, customerId, factor: 'password', wish }),
      rehashed ? changePasswordHash(ctx, credential, rehashed) : standsStill(ctx, credential),
    ])
    // Changed during the comparison: the change has ended every session, and this would be one more.
    if (!stands) throw WrongCredentials()
    // Last, because a whole shop may share one address and waits for its row.
    giveTurnsBack(ctx, [address], 'one')
    giveTurnsBack(ctx, logins, 'all')
    return outcome
  })
  if (!outcome.granted) return answerSignIn(entrance, outcome)
  return rememberDevice(entrance, await answerSession(entrance, outcome.granted))
}

/** An unconfirmed e-mail cannot sign in; otherwise registering with a taken one could be detected afterwards. */
async function findLogin(ctx: Context, email: string) {
  const [credential, { emailVerification }] = await Promise.all([
    findCredential(ctx, 'password', email),
    readSignInSettings(ctx),
  ])
  return { credential, usable: credential?.proved_at != null || emailVerification === 'off' }
}
