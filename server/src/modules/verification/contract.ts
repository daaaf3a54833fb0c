import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'
import { Secret } from '../../kit/secret.ts'
import { typedDigits } from '../../kit/text.ts'
import { Country, Email, Locale, TypedPhone } from '../customers/contract.ts'
import { AskedPurpose } from './purposes.ts'

export const CoolingDown = refusal('verification.cooling_down', 429, {
  en: 'A code was just sent; you can request another {wait}.',
  ar: 'أُرسل رمز قبل لحظات؛ يمكنك طلب رمز آخر {wait}.',
})
export const ContactLimit = refusal('verification.contact_limit', 429, {
  en: 'Too many codes were sent to this contact; try again {wait}.',
  ar: 'أُرسلت رموز كثيرة إلى وسيلة التواصل هذه؛ أعد المحاولة {wait}.',
})
export const AddressLimit = refusal('verification.address_limit', 429, {
  en: 'Too many codes were requested from your network; try again {wait}.',
  ar: 'طُلبت رموز كثيرة من شبكتك؛ أعد المحاولة {wait}.',
})
export const BudgetSpent = refusal('verification.budget_spent', 429, {
  en: 'This business has reached its daily limit of codes; try again {wait}.',
  ar: 'بلغت هذه المنشأة الحد اليومي من الرموز؛ أعد المحاولة {wait}.',
})
export const CountryNotServed = refusal('verification.country_not_served', 422, {
  en: 'This business does not send codes to phones of this country.',
  ar: 'لا ترسل هذه المنشأة رموزًا إلى هواتف هذا البلد.',
})
export const GuessLimit = refusal('verification.guess_limit', 429, {
  en: 'Too many wrong codes came from your network; try again {wait}.',
  ar: 'وردت من شبكتك رموز خاطئة كثيرة؛ أعد المحاولة {wait}.',
})
/** One error for all cases, so that it does not reveal whether another person is waiting for a code. */
export const CodeInvalid = refusal('verification.code_invalid', 422, {
  en: 'This code is wrong, already used or expired. After three wrong codes, request a new one.',
  ar: 'هذا الرمز خاطئ أو مستخدم أو منتهي الصلاحية. بعد ثلاث محاولات خاطئة اطلب رمزًا جديدًا.',
})

export { TokenInvalid } from '../customers/contract.ts'

import { fieldProblem } from '../../kit/field-problem.ts'
import { SIX_DIGITS } from '../../kit/problems.ts'

const PHONE_OR_EMAIL = fieldProblem('phone_or_email', {
  en: 'Give a phone or an e-mail, and not both',
  ar: 'اذكر الهاتف أو البريد الإلكتروني، وليس كليهما',
})
const CHANNEL_UNFIT = fieldProblem('channel_unfit', {
  en: 'A phone gets a text message, an e-mail address an e-mail',
  ar: 'تُرسل إلى الهاتف رسالة نصية، وإلى البريد رسالة بريد',
})

const tag = 'Verification'
const Handle = z.string().max(100)
const contact = { phone: TypedPhone.optional(), email: Email.optional() }
const example = { phone: '9012 3456', purpose: 'sign_in' } as const

function exactlyOne(
  { phone, email }: { phone?: string | undefined; email?: string | undefined },
  ctx: z.RefinementCtx,
) {
  if ((phone === undefined) === (email === undefined)) {
    ctx.addIssue({ code: 'custom', params: { code: PHONE_OR_EMAIL } })
  }
}

export const sendOtp = endpoint({
  method: 'post',
  path: '/api/v1/customers/send-otp',
  aliases: [{ method: 'post', path: '/customers/send-otp' }],
  summary: 'Send a code to a phone or an e-mail',
  description:
    'Six digits, single-use, valid for 5 minutes and three attempts. Keep the `handle` for `verify-otp`: requests and guesses of other callers then do not affect your code. Without it, only the newest code is valid. The response is the same for known and unknown contacts.',
  tag,
  allow: 'anyone',
  body: z
    .strictObject({
      ...contact,
      purpose: AskedPurpose,
      channel: z.enum(['sms', 'email']).optional().meta({ description: 'Must match the contact' }),
      language: Locale.optional().meta({ description: 'Language of the message; by default that of the request' }),
      handle: Handle.optional().meta({ description: 'Handle of the previous code, which is then revoked' }),
    })
    .superRefine(exactlyOne)
    .refine(({ channel, phone }) => channel === undefined || (channel === 'sms') === (phone !== undefined), {
      path: ['channel'],
      params: { code: CHANNEL_UNFIT },
    }),
  example,
  output: z.object({
    sent: z.literal(true),
    expiresInSeconds: z.int(),
    retryAfterSeconds: z.int(),
    tries: z.int(),
    handle: z
      .string()
      .meta({ description: 'Send it with the code, so that other callers cannot use up your attempts' }),
  }),
  refuses: [CoolingDown, ContactLimit, AddressLimit, BudgetSpent, CountryNotServed],
})

export const verifyOtp = endpoint({
  method: 'post',
  path: '/api/v1/customers/verify-otp',
  aliases: [{ method: 'post', path: '/customers/verify-otp' }],
  summary: 'Verify a phone or an e-mail by its code',
  description: 'The token proves the verification: for this purpose, single-use, valid for 10 minutes.',
  tag,
  allow: 'anyone',
  body: z
    .strictObject({
      ...contact,
      purpose: AskedPurpose,
      code: typedDigits(/^\d{6}$/, SIX_DIGITS),
      handle: Handle.optional().meta({
        description: 'The handle from `send-otp`. Without it, attempts are shared with all callers that send none',
      }),
    })
    .superRefine(exactlyOne),
  example: { ...example, code: '482913' },
  output: z.object({ verificationToken: Secret, expiresInSeconds: z.int() }),
  refuses: [CodeInvalid, GuessLimit],
})

const Limit = (most: number) => z.int().min(1).max(most)
const limits = {
  perContactPerHour: Limit(60).meta({
    example: 4,
    description: 'Per network, or for all API keys together; three times as many in total',
  }),
  perContactPerDay: Limit(200).meta({ description: 'Counted the same way' }),
  perAddressPerHour: Limit(100_000).meta({ description: 'Per IP address; calls with an API key are not counted' }),
  perDay: Limit(100_000_000).meta({ description: 'For the whole business' }),
  countries: z.array(Country).max(250).nullable().meta({
    description: 'Countries of the phones that get codes. Null for the country of the business and the Gulf states',
  }),
}
export const CODES_PER_CONTACT_PER_HOUR = 5
export const CODES_PER_CONTACT_PER_DAY = 15
export const CODES_PER_ADDRESS_PER_HOUR = 30
export const CODES_PER_DAY = 5_000

/** The limits of a tenant, with their defaults. */
export const VerificationSettings = z.strictObject({
  perContactPerHour: limits.perContactPerHour.default(CODES_PER_CONTACT_PER_HOUR),
  perContactPerDay: limits.perContactPerDay.default(CODES_PER_CONTACT_PER_DAY),
  perAddressPerHour: limits.perAddressPerHour.default(CODES_PER_ADDRESS_PER_HOUR),
  perDay: limits.perDay.default(CODES_PER_DAY),
  // As stored: the list of countries may have been wider then.
  countries: z.array(z.string()).nullable().default(null),
})
export type VerificationSettings = z.output<typeof VerificationSettings>

const Shown = z.object({ ...VerificationSettings.shape, servedCountries: z.array(z.string()) })

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/verification',
  summary: 'Read the limits of codes',
  tag,
  allow: 'settings:manage',
  output: Shown,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/verification',
  summary: 'Change the limits of codes',
  description: 'Omitted settings keep their value.',
  tag,
  allow: 'settings:manage',
  body: z.strictObject(limits).partial(),
  output: Shown,
  refuses: [],
})
