import { randomBytes, randomInt } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import type { Language } from '../../kit/refusal.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { countryOfPhone } from '../customers/index.ts'
import { sendMessage } from '../messages/index.ts'
import { askerOf } from './asker.ts'
import { codeDigest, handleDigest } from './code-digest.ts'
import { type Contact, contactDigest, readContact } from './contact.ts'
import { CountryNotServed, type sendOtp, type VerificationSettings } from './contract.ts'
import { COOLDOWN_SECONDS, countCode } from './limits.ts'
import type { Purpose } from './purposes.ts'
import { readLimits, servedCountries } from './settings.ts'
import { sql } from './tables.ts'
import { ATTEMPTS, endShownCode, type Which } from './waiting-codes.ts'

export const CODE_VALID_MINUTES = 5

export interface WantedCode extends Contact {
  readonly purpose: Purpose
  readonly language: Language
  /** The customer whose key seals the message; a visitor's contact has none yet. */
  readonly customerId?: string | null
  /** Handle of the previous code, for a resend. */
  readonly handle?: string | undefined
}

/** Never checks whether a customer has this contact: behaviour, time and response are the same. */
export async function sendOtpTo(ctx: Context, { phone, email, purpose, language, handle }: Input<typeof sendOtp>) {
  const contact = await readContact(ctx, { phone, email })
  return sendCode(ctx, { ...contact, purpose, handle, language: language ?? ctx.caller.language })
}

/** A new code beside those of other askers. Sent when the caller's transaction is committed. */
export async function sendCode(ctx: Context, { purpose, language, customerId, handle: shown, ...contact }: WantedCode) {
  const limits = await readLimits(ctx)
  await refuseOtherCountries(ctx, contact, limits)
  const which: Which = { tenant_id: ctx.tenant, type: contact.type, contact: contactDigest(ctx, contact), purpose }
  const before = shown === undefined ? null : await endShownCode(ctx, which, shown)
  const asker = before ?? askerOf(ctx, purpose)
  await countCode(ctx, { contact: which.contact, asker }, limits)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + CODE_VALID_MINUTES * 60_000)
  const handle = randomBytes(18).toString('base64url')
  sql.insert(ctx, 'verification_codes', [
    {
      ...which,
      id: uuidv7(),
      asker,
      code: codeDigest(ctx, { ...contact, purpose }, code),
      handle: handleDigest(ctx, handle),
      created_at: ctx.now,
      expires_at: expiresAt,
    },
  ])
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
