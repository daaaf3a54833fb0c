import { Secret, TOTP } from 'otpauth'
import type { Context } from '../../../../kit/context.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import {
  beginFactor,
  confirmFactor,
  type Factor,
  factorsOfPerson,
  pendingFactor,
  takeStep,
} from '../../gate/factors.ts'
import type { Account } from '../../login/accounts.ts'
import { openLogin, passwordOf } from '../../login/credentials.ts'

const PERIOD_SECONDS = 30
/** One step early or late, for clocks that differ. */
const STEPS_APART = 1
const SECRET_BYTES = 20

export async function beginTotp(ctx: Context, account: Account): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: SECRET_BYTES })
  await beginFactor(ctx, account, 'totp', Buffer.from(secret.bytes))
  const credential = await passwordOf(ctx, account.id)
  const label = credential ? await openLogin(ctx, credential) : account.id
  const { name } = await tenantDefaults(ctx)
  return { secret: secret.base32, uri: totpOf(secret, name, label).toString() }
}

/** Activates the pending secret if the code is right. */
export async function confirmTotp(
  ctx: Context,
  account: Account,
  code: string,
): Promise<'confirmed' | 'wrong' | 'none'> {
  const pending = await pendingFactor(ctx, account, 'totp')
  if (!pending) return 'none'
  const step = stepOf(ctx, pending, code)
  if (step === null || !(await takeStep(ctx, pending, step))) return 'wrong'
  await confirmFactor(ctx, account, pending)
  return 'confirmed'
}

/** Accepts a code of any authenticator of the person. Its time step is stored in the same statement, so of two concurrent uses one fails. */
export async function useTotp(ctx: Context, account: Account, code: string): Promise<boolean> {
  for (const factor of await factorsOfPerson(ctx, account)) {
    const step = factor.kind === 'totp' ? stepOf(ctx, factor, code) : null
    if (step !== null && (await takeStep(ctx, factor, step))) return true
  }
  return false
}

function stepOf(ctx: Context, { secret }: Factor, code: string): number | null {
  const timestamp = ctx.now.getTime()
  const totp = totpOf(new Secret({ buffer: new Uint8Array(secret).buffer }))
  const delta = totp.validate({ token: code, timestamp, window: STEPS_APART })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

const totpOf = (secret: Secret, issuer = 'Kith', label = '') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret })
