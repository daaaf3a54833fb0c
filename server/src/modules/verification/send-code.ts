import { randomBytes, randomInt } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import type { Language } from '../../kit/refusal.ts'
import { countryOfPhone } from '../customers/index.ts'
import { sendMessage } from '../messages/index.ts'
import { ATTEMPTS } from './check-code.ts'
import { codeDigest, handleDigest } from './code-digest.ts'
import { type Contact, contactDigest, readContact } from './contact.ts'
import { CountryNotServed, type sendOtp, type VerificationSettings } from './contract.ts'
import { COOLDOWN_SECONDS, countCode } from './limits.ts'
import type { Purpose } from './purposes.ts'
import { readLimits, servedCountries } from './settings.ts'
import { sql } from './tables.ts'

export const CODE_VALID_MINUTES = 5

export interface WantedCode extends Contact {
  readonly purpose: Purpose
  readonly language: Language
  /** Whose key seals the message; a visitor's contact belongs to nobody yet. */
  readonly customerId?: string | null
}

/** Never looks whether somebody has this contact: what it does, how long it takes and what it answers are the same. */
export async function sendOtpTo(ctx: Context, { phone, email, purpose, language }: Input<typeof sendOtp>) {
  const contact = await readContact(ctx, { phone, email })
  return sendCode(ctx, { ...contact, purpose, language: language ?? ctx.caller.language })
}

/** A new code; the one before for the same contact and purpose is over. Sent when the caller's transaction is committed. */
export async function sendCode(ctx: Context, { purpose, language, customerId, ...contact }: WantedCode) {
  const limits = await readLimits(ctx)
  await refuseOtherCountries(ctx, contact, limits)
  const digest = contactDigest(ctx, contact)
  await countCode(ctx, digest, limits)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + CODE_VALID_MINUTES * 60_000)
  const handle = randomBytes(18).toString('base64url')
  await keepCode(ctx, { ...contact, purpose }, digest, { code, handle }, expiresAt)
  await sendMessage(ctx, {
    channel: contact.type === 'phone' ? 'sms' : 'email',
    to: contact.value,
    template: purpose === 'mfa' ? 'mfa_code' : 'otp_code',
    values: { code, minutes: String(CODE_VALID_MINUTES) },
    language,
    customerId: customerId ?? null,
    expiresAt,
  })
  return {
    sent: true as const,
    expiresInSeconds: CODE_VALID_MINUTES * 60,
    retryAfterSeconds: COOLDOWN_SECONDS,
    tries: ATTEMPTS,
    handle,
  }
}

async function refuseOtherCountries(ctx: Context, { type, value }: Contact, limits: VerificationSettings) {
  if (type === 'email') return
  const country = countryOfPhone(value)
  const served = await servedCountries(ctx, limits)
  if (country === null || !served.includes(country)) throw CountryNotServed({ country })
}

async function keepCode(
  ctx: Context,
  target: Contact & { purpose: Purpose },
  digest: Buffer,
  { code, handle }: { readonly code: string; readonly handle: string },
  until: Date,
) {
  const fresh = {
    code: codeDigest(ctx, target, code),
    handle: handleDigest(ctx, handle),
    attempts: 0,
    stray_attempts: 0,
    created_at: ctx.now,
    expires_at: until,
    verified_at: null,
  }
  await sql(ctx)
    .insertInto('verification_codes')
    .values({ tenant_id: ctx.tenant, type: target.type, contact: digest, purpose: target.purpose, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'type', 'contact', 'purpose']).doUpdateSet(fresh))
    .execute()
}
