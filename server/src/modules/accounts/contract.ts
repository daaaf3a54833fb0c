import { z } from 'zod'
import { SCOPES } from '../../kit/caller.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { NotFound } from '../../kit/refusal.ts'
import { At } from '../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../customers/contract.ts'
import { PhoneSettings } from './login/phone-settings.ts'
import * as no from './login/refusals.ts'
import { SignInSettings } from './login/settings.ts'
import {
  Done,
  Email,
  Locale,
  NewPassword,
  Password,
  PersonNames,
  RoleName,
  SessionWish,
  SignedInAnswer,
  SignInAnswer,
  SixDigits,
  Token,
  TypedPhone,
  VERIFICATION_POLICIES,
} from './login/shapes.ts'
import { TillLocked } from './session/till/refusals.ts'
import { SentTo, tooManyCodes } from './ways-in/second-factor/contract.ts'

export * from './claims/hand-overs/contract.ts'
export * from './claims/refusals.ts'
export * from './gate/guests/contract.ts'
export * from './login/refusals.ts'
export * from './people/contacts/contract.ts'
export * from './people/of-customer/contract.ts'
export * from './people/staff/contract.ts'
export * from './people/statistics/contract.ts'
export * from './people/upgrade/contract.ts'
export * from './session/till/refusals.ts'
export * from './ways-in/code/email-contract.ts'
export * from './ways-in/code/phone-contract.ts'
export * from './ways-in/oidc/contract.ts'
export * from './ways-in/passkeys/contract.ts'
export * from './ways-in/second-factor/contract.ts'
export * from './ways-in/till/contract.ts'

const tag = 'Sign-in'

export const register = endpoint({
  method: 'post',
  path: '/api/v1/auth/register',
  summary: 'Register with an e-mail and a password',
  description:
    'Makes a customer with an account and signs it in. Nothing in the answer depends on whether the e-mail or the phone is known here: until they are proved they show and change nothing. A confirmed e-mail makes the customer `full` and joins what the business knew of it before.',
  tag,
  allow: 'anyone',
  body: z.strictObject({
    email: Email,
    password: NewPassword,
    ...PersonNames,
    phone: TypedPhone.optional(),
    locale: Locale.optional(),
    ...SessionWish,
  }),
  output: SignInAnswer,
  status: 201,
  refuses: [],
})

export const login = endpoint({
  method: 'post',
  path: '/api/v1/auth/login',
  summary: 'Sign in with an e-mail and a password',
  description:
    'Gives a session, or `mfa`: then /auth/mfa finishes. An unknown e-mail and a wrong password are the same answer after the same time.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ email: Email, password: Password, ...SessionWish }),
  output: SignInAnswer,
  refuses: [no.WrongCredentials, no.AccountBlocked],
})

export const refresh = endpoint({
  method: 'post',
  path: '/api/v1/auth/refresh',
  summary: 'Get the next refresh token and a new access token',
  description:
    'The refresh token comes in the body, or in the cookie of a session that is carried by cookies. It is good once; sent again within 10 seconds it gets the same successor, later it ends the session.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  output: SignedInAnswer,
  refuses: [no.SessionOver, TillLocked],
})

export const logout = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout',
  summary: 'End this session',
  description: 'By the access token or the refresh token, whichever is there.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  output: Done,
  refuses: [],
})

export const logoutAll = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout-all',
  summary: 'End every session of this account',
  tag,
  allow: 'signed-in',
  output: Done,
  refuses: [],
})

export const sessions = endpoint({
  method: 'get',
  path: '/api/v1/auth/sessions',
  summary: 'The sessions of this account',
  tag,
  allow: 'signed-in',
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        current: z.boolean(),
        carriedBy: z.enum(['cookie', 'token']),
        signedInWith: z.string(),
        secondFactor: z.boolean(),
        createdAt: At,
        usedAt: At,
        expiresAt: At,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
        deviceName: z.string().nullable(),
        damaged: z.boolean().meta({ description: 'Where it began cannot be read' }),
      }),
    ),
  }),
  refuses: [],
})

export const endSession = endpoint({
  method: 'delete',
  path: '/api/v1/auth/sessions/:sessionId',
  summary: 'End one session of this account',
  tag,
  allow: 'signed-in',
  params: z.object({ sessionId: z.uuid() }),
  output: Done,
  refuses: [no.SessionNotFound],
})

export const me = endpoint({
  method: 'get',
  path: '/api/v1/auth/me',
  summary: 'Who is signed in',
  tag,
  allow: 'signed-in',
  output: z.object({
    account: z.object({ id: z.uuid(), kind: z.enum(['customer', 'staff']), role: RoleName.nullable() }),
    name: z.string().nullable(),
    customer: z
      .object({ id: z.string(), number: z.string(), displayName: z.string().nullable(), type: z.string() })
      .nullable(),
    email: z.string().nullable(),
    emailVerified: z.boolean(),
    hasPassword: z.boolean().meta({ description: 'Without one the e-mail signs in by codes only' }),
    phone: z.string().nullable().meta({ description: 'The proved phone that signs in to this account' }),
    emailVerification: z
      .enum(['done', ...VERIFICATION_POLICIES])
      .meta({ description: 'What the business wants done about an e-mail that is not confirmed' }),
    secondFactors: z.array(z.enum(['totp', 'sms'])),
    recoveryCodesLeft: z.int(),
    may: z.array(z.enum(Object.keys(SCOPES) as [keyof typeof SCOPES])),
    provedAt: At,
  }),
  refuses: [],
})

export const token = endpoint({
  method: 'get',
  path: '/api/v1/auth/token',
  summary: 'Check an access token',
  description:
    'For a service that was handed one: whose it is, as ValidateToken tells over gRPC. The session is checked too: 401 when it has ended, however long the token would last.',
  tag,
  allow: 'signed-in',
  output: z.object({
    tenantId: z.uuid(),
    accountId: z.uuid(),
    customerId: z.string().nullable(),
    role: RoleName.nullable(),
    may: z.array(z.enum(Object.keys(SCOPES) as [keyof typeof SCOPES])),
    expiresAt: At,
  }),
  refuses: [],
})

export const verifyEmail = endpoint({
  method: 'post',
  path: '/api/v1/auth/verify-email',
  summary: 'Confirm an e-mail',
  description:
    'By the `token` of the link or by the `code`. The code needs the session that was opened by registering; the link needs that session or the `password` of the account: whoever only reads the mailbox cannot confirm what a stranger registered with it.',
  tag,
  allow: 'anyone',
  body: z
    .strictObject({ token: Token.optional(), code: SixDigits.optional(), password: Password.optional() })
    .refine(({ token, code }) => (token === undefined) !== (code === undefined), { params: { code: 'token_or_code' } }),
  output: Done,
  refuses: [no.TokenUnusable, no.SignInFirst, no.AccountExists, no.AccountBlocked, no.WrongProof],
})

export const resendVerification = endpoint({
  method: 'post',
  path: '/api/v1/auth/resend-verification',
  summary: 'Send the message that confirms the e-mail again',
  tag,
  allow: 'signed-in',
  output: Done,
  refuses: [],
})

export const forgotPassword = endpoint({
  method: 'post',
  path: '/api/v1/auth/forgot-password',
  summary: 'Ask for a new password',
  description: 'Sends a link, good for 30 minutes, when there is such an account. The answer does not tell.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ email: Email }),
  output: Done,
  refuses: [],
})

export const resetPassword = endpoint({
  method: 'post',
  path: '/api/v1/auth/reset-password',
  summary: 'Choose a new password by the link from the message',
  description: 'The link is good once. Every session ends, a lock is lifted, and the e-mail counts as confirmed.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ token: Token, password: NewPassword }),
  output: Done,
  refuses: [no.TokenUnusable, no.AccountBlocked, no.AccountExists],
})

export const changePassword = endpoint({
  method: 'post',
  path: '/api/v1/auth/change-password',
  summary: 'Change the password',
  description: 'Every other session ends, and a message tells.',
  tag,
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({ password: NewPassword }),
  output: Done,
  refuses: [no.NoPassword],
})

export const stepUp = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up',
  summary: 'Prove again who you are',
  description:
    'By the password, by a code of the authenticator, or by the code of /auth/step-up/sms. Opens what wants a recent proof, for 10 minutes. Passkeys and providers have addresses of their own below this one.',
  tag,
  allow: 'signed-in',
  body: z
    .strictObject({ password: Password.optional(), code: SixDigits.optional(), smsCode: SixDigits.optional() })
    .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
      params: { code: 'password_or_code' },
    }),
  output: z.object({ provedAt: At }),
  refuses: [no.WrongProof],
})

export const sendStepUpCode = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up/sms',
  summary: 'Get a code to prove again who you are',
  description: 'To the phone that signs in to this account, for /auth/step-up.',
  tag,
  allow: 'signed-in',
  output: SentTo,
  refuses: [no.NoPhone, ...tooManyCodes],
})

const Jwks = z.object({ keys: z.array(z.record(z.string(), z.string())) })

export const jwks = endpoint({
  method: 'get',
  path: '/api/v1/auth/jwks/:tenant',
  summary: 'The public keys that check access tokens of a tenant',
  description: 'Named by slug or id, because who checks tokens elsewhere can rarely send a header.',
  tag,
  allow: 'anyone',
  params: z.object({ tenant: z.string().max(63) }),
  output: Jwks,
  refuses: [NotFound],
})

export const wellKnownJwks = endpoint({
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'The same, of the tenant that the host or X-Kith-Tenant names',
  tag,
  allow: 'anyone',
  output: Jwks,
  refuses: [],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/sign-in',
  summary: 'How people sign in here',
  tag,
  allow: 'settings:manage',
  output: SignInSettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/sign-in',
  summary: 'Decide how people sign in here',
  description:
    'What is not named stays. A role that needs a second factor from now on ends the sessions that were begun without one.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({
    emailVerification: z.enum(VERIFICATION_POLICIES).optional(),
    mfaForRoles: z.array(RoleName).max(10).optional(),
    ...z.object(PhoneSettings).partial().shape,
  }),
  output: SignInSettings,
  refuses: [],
})

export const accountsOfCustomer = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/accounts',
  aliases: [
    { method: 'get', path: '/api/v1/customers/:customerId/users' },
    { method: 'get', path: '/admin/customers/:customerId/users' },
  ],
  summary: 'The logins of a customer',
  tag: 'Customers',
  allow: 'customers:read',
  params: z.object({ customerId: CustomerId }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        status: z.enum(['invited', 'active', 'disabled']),
        createdAt: At,
        signedInAt: At.nullable(),
        credentials: z.array(
          z.object({
            kind: z
              .enum(['password', 'email', 'phone', 'oidc', 'passkey'])
              .meta({ description: '`email`: by codes to it, without a password' }),
            login: z.string().nullable().meta({ description: 'E-mail or phone; masked without `customers:contacts`' }),
            proved: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})
