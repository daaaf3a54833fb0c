import type { Context } from '../../../../kit/context.ts'
import { maskPhone, requirePhone } from '../../../customers/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { checkCode, sendCode, useVerification } from '../../../verification/index.ts'
import { beginFactor, confirmFactor, type Factor, factorsOfPerson, pendingFactor } from '../../gate/factors.ts'
import type { Account } from '../../login/accounts.ts'

/** A phone that counts once its code is entered. */
export async function beginSms(ctx: Context, account: Account, typed: string): Promise<{ sentTo: string }> {
  const phone = requirePhone(typed, (await tenantDefaults(ctx)).country)
  await beginFactor(ctx, account, 'sms', Buffer.from(phone))
  return send(ctx, account, phone)
}

export async function confirmSms(
  ctx: Context,
  account: Account,
  code: string,
): Promise<'confirmed' | 'wrong' | 'none'> {
  const pending = await pendingFactor(ctx, account, 'sms')
  if (!pending) return 'none'
  if (!(await isRight(ctx, pending, code))) return 'wrong'
  await confirmFactor(ctx, account, pending)
  return 'confirmed'
}

/** Null if the person has no such phone. */
export async function sendSms(ctx: Context, account: Account): Promise<{ sentTo: string } | null> {
  const factor = (await factorsOfPerson(ctx, account)).find(({ kind }) => kind === 'sms')
  return factor ? send(ctx, account, phoneOf(factor)) : null
}

export async function useSms(ctx: Context, account: Account, code: string): Promise<boolean> {
  const factor = (await factorsOfPerson(ctx, account)).find(({ kind }) => kind === 'sms')
  return factor !== undefined && isRight(ctx, factor, code)
}

async function send(ctx: Context, { customerId, language }: Account, phone: string): Promise<{ sentTo: string }> {
  await sendCode(ctx, { type: 'phone', value: phone, purpose: 'mfa', language, customerId })
  return { sentTo: maskPhone(phone) }
}

/** The attempt is counted in the caller's transaction, which must be committed in any case. */
async function isRight(ctx: Context, factor: Factor, code: string): Promise<boolean> {
  const checked = await checkCode(ctx, { type: 'phone', value: phoneOf(factor), purpose: 'mfa', code })
  if ('refusal' in checked) return false
  await useVerification(ctx, checked.token, { purpose: 'mfa' })
  return true
}

const phoneOf = ({ secret }: Factor) => secret.toString()
