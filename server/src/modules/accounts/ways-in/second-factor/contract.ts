import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { Secret } from '../../../../kit/secret.ts'
import { latinDigits } from '../../../../kit/text.ts'
import {
  AddressLimit,
  BudgetSpent,
  ContactLimit,
  CoolingDown,
  CountryNotServed,
} from '../../../verification/contract.ts'
import { AccountBlocked, WrongProof } from '../../login/refusals.ts'
import { Done, SignedInAnswer, SixDigits, Token, TypedPhone } from '../../login/shapes.ts'
import { TillUnknown } from '../../session/till/refusals.ts'
import { ChallengeOver, MfaRequired, NotEnrolled } from './refusals.ts'

const tag = 'Second factor'
const RecoveryCodes = z.object({ recoveryCodes: z.array(Secret).meta({ description: 'Shown once' }) })
export const SentTo = z.object({ sentTo: z.string().meta({ description: 'The phone, masked' }) })
export const tooManyCodes = [CoolingDown, ContactLimit, AddressLimit, BudgetSpent, CountryNotServed]
const TotpSetUp = z.object({ secret: Secret, uri: Secret.meta({ description: 'For a QR code' }) })

export const finishSignIn = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa',
  summary: 'Complete a sign-in with the second factor',
  description: 'A challenge allows five attempts within ten minutes. Codes are single-use.',
  tag,
  allow: 'anyone',
  body: z.strictObject({
    challenge: Token,
    method: z.enum(['totp', 'sms', 'recovery']),
    code: z.string().overwrite(latinDigits).min(6).max(20).meta({ example: '482913' }),
  }),
  output: SignedInAnswer.extend(RecoveryCodes.partial().shape),
  refuses: [ChallengeOver, WrongProof, AccountBlocked, TillUnknown],
})

export const enrolAtSignIn = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/enrolment',
  summary: 'Set up an authenticator during sign-in',
  description:
    'For roles that need a second factor while there is none yet. /auth/mfa with the first code completes the sign-in.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ challenge: Token }),
  output: TotpSetUp,
  refuses: [ChallengeOver],
})

export const sendSmsAtSignIn = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/sms-code',
  summary: 'Send a sign-in code by text message',
  tag,
  allow: 'anyone',
  body: z.strictObject({ challenge: Token }),
  output: SentTo,
  refuses: [ChallengeOver, ...tooManyCodes],
})

export const beginSms = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/sms',
  summary: 'Start using a phone as second factor',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ phone: TypedPhone }),
  output: SentTo,
  refuses: tooManyCodes,
})

export const confirmSms = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/sms/confirm',
  summary: 'Confirm the phone with its code',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ code: SixDigits }),
  output: RecoveryCodes,
  refuses: [NotEnrolled, WrongProof],
})

export const removeSms = endpoint({
  method: 'delete',
  path: '/api/v1/auth/mfa/sms',
  summary: 'Remove the phone as second factor',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: Done,
  refuses: [NotEnrolled, MfaRequired],
})

export const beginTotp = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/totp',
  summary: 'Start setting up an authenticator',
  description: 'The current authenticator stays in use until the new one is confirmed.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: TotpSetUp,
  refuses: [],
})

export const confirmTotp = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/totp/confirm',
  summary: 'Confirm the authenticator with its first code',
  description: 'Every sign-in then needs it. Other sessions without a second factor end.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ code: SixDigits }),
  output: RecoveryCodes,
  refuses: [NotEnrolled, WrongProof],
})

export const removeTotp = endpoint({
  method: 'delete',
  path: '/api/v1/auth/mfa/totp',
  summary: 'Remove the authenticator',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: Done,
  refuses: [NotEnrolled, MfaRequired],
})

export const renewRecoveryCodes = endpoint({
  method: 'post',
  path: '/api/v1/auth/mfa/recovery-codes',
  summary: 'Replace the recovery codes',
  tag,
  allow: 'signed-in',
  freshProof: true,
  output: RecoveryCodes,
  refuses: [NotEnrolled],
})
