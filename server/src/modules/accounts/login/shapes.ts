import { z } from 'zod'
import { BROKEN_CHARACTERS, SIX_DIGITS } from '../../../kit/problems.ts'
import { Secret } from '../../../kit/secret.ts'
import { At, text, typedDigits } from '../../../kit/text.ts'
import { ROLE_NAMES } from '../../../permissions.ts'
import { Email, Locale, TypedPhone } from '../../customers/contract.ts'
import { PASSWORD_TOO_LONG, PASSWORD_TOO_SHORT } from './problems.ts'

export { Email, Locale, TypedPhone }

const SHORTEST = 8
const LONGEST = 128

/** As typed: not trimmed, any character counts, and no mixture is required. */
export const NewPassword = z
  .string()
  .superRefine((value, ctx) => {
    const length = [...value].length
    const code = !value.isWellFormed()
      ? BROKEN_CHARACTERS
      : length < SHORTEST
        ? PASSWORD_TOO_SHORT
        : length > LONGEST
          ? PASSWORD_TOO_LONG
          : null
    if (code) ctx.addIssue({ code: 'custom', params: { code } })
  })
  .meta({
    format: 'password',
    example: 'saffron kettle seventeen',
    description: `${SHORTEST} to ${LONGEST} characters; easily guessed passwords are refused`,
    minLength: SHORTEST,
    maxLength: LONGEST,
  })
/** For sign-in: as long as any password that could have been chosen. */
export const Password = z
  .string()
  .min(1)
  .max(LONGEST * 4)
  .meta({ format: 'password', example: 'saffron kettle seventeen' })
export const Token = z.string().min(20).max(200).meta({ format: 'password', example: 'pX3vUo1nT7aYw0sQ2kEd' })
export const SixDigits = typedDigits(/^\d{6}$/, SIX_DIGITS).meta({ example: '482913' })

export const ACCOUNT_STATUSES = ['invited', 'active', 'disabled'] as const
export const RoleName = z.enum(ROLE_NAMES).meta({ example: 'cashier' })
const Name = text(100)
export const PersonNames = {
  firstName: Name.meta({ example: 'Aisha' }),
  lastName: Name.meta({ example: 'Al Balushi' }).optional(),
  name2: text(200).optional().meta({ description: 'The name in Arabic script' }),
}

/** How the session is answered: in the body, or in cookies that no script can read. */
export const SessionOptions = {
  session: z.enum(['cookie', 'token']).default('token'),
  deviceName: text(100)
    .meta({ example: 'Phone of Aisha' })
    .optional()
    .meta({ description: 'Shown in the list of sessions' }),
  guestToken: Token.optional().meta({
    description: 'Token of /auth/guest; that guest’s cart and profile join the account',
  }),
}

/** The first factor of a session. */
export const FIRST_FACTORS = [
  'password',
  'phone',
  'email',
  'oidc',
  'passkey',
  'registration',
  'invitation',
  'pin',
] as const
export type FirstFactor = (typeof FIRST_FACTORS)[number]

export const VERIFICATION_POLICIES = ['off', 'remind', 'before_checkout'] as const

const AccountOut = z.object({
  id: z.uuid(),
  kind: z.enum(['customer', 'staff']),
  customerId: z.string().nullable(),
  role: RoleName.nullable(),
})

export const SignedInAnswer = z
  .object({
    account: AccountOut,
    session: z.object({ id: z.uuid(), expiresAt: At }),
    tokenType: z.literal('Bearer').optional(),
    accessToken: Secret.optional().meta({ description: 'Absent for cookie sessions' }),
    expiresIn: z.int().meta({ description: 'Seconds until the access token expires' }),
    refreshToken: Secret.optional().meta({ description: 'Single-use: each refresh returns the next one' }),
  })
  .meta({ id: 'SignedIn' })
export type SignedInAnswer = z.output<typeof SignedInAnswer>

export const MFA_METHODS = ['totp', 'sms', 'recovery', 'enrol'] as const
export const MfaAnswer = z
  .object({
    mfa: z.object({
      challenge: Secret,
      expiresAt: At,
      methods: z
        .array(z.enum(MFA_METHODS))
        .meta({ description: '`enrol`: the role needs a second factor and has none yet; begin at /auth/mfa/totp' }),
    }),
  })
  .meta({ id: 'SecondFactorNeeded' })
/** Signed in, or waiting for the second factor: then /auth/mfa completes. */
export const SignInAnswer = z.union([SignedInAnswer, MfaAnswer])
export type SignInAnswer = z.output<typeof SignInAnswer>

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })

export const Member = z
  .object({
    id: z.uuid(),
    name: z.string().nullable(),
    email: z.string(),
    role: RoleName,
    status: z.enum(ACCOUNT_STATUSES),
    createdAt: At,
    signedInAt: At.nullable(),
  })
  .meta({ id: 'StaffMember' })
export type Member = z.output<typeof Member>
