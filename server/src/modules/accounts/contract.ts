import { z } from 'zod'
import { SCOPES } from '../../kit/caller.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { NotFound } from '../../kit/refusal.ts'
import { At } from '../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../customers/contract.ts'
import { PhoneSettings } from './phone/settings.ts'
import * as no from './refusals.ts'
import { SentTo, tooManyCodes } from './second-factor/contract.ts'
import { SignInSettings } from './settings.ts'
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
} from './shapes.ts'
import { TillLocked } from './tills/refusals.ts'

export * from './contacts/contract.ts'
export * from './email/contract.ts'
export * from './guests/contract.ts'
export * from './hand-overs/contract.ts'
export * from './oidc/contract.ts'
export * from './passkeys/contract.ts'
export * from './phone/contract.ts'
export * from './phone/refusals.ts'
export * from './refusals.ts'
export * from './second-factor/contract.ts'
export * from './sessions-of-customer/contract.ts'
export { SixDigits, Token } from './shapes.ts'
export * from './staff/contract.ts'
export * from './statistics/contract.ts'
export * from './tills/contract.ts'
export * from './tills/refusals.ts'
export * from './upgrade/contract.ts'

const tag = 'Sign-in'

export const register = endpoint({
  method: 'post',
  path: '/api/v1/auth/register',
  summary: 'Register with an e-mail and a password',
  description:
    'Creates a customer with an account and signs it in. The response is the same for known and unknown e-mails and phones: until they are verified they show and change nothing. Confirming the e-mail makes the customer `full` and merges an existing customer with that e-mail.',
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
    'Starts a session, or answers `mfa`; then /auth/mfa completes the sign-in. An unknown e-mail and a wrong password give the same response after the same time.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ email: Email, password: Password, ...SessionWish }),
  output: SignInAnswer,
  refuses: [no.WrongCredentials, no.AccountBlocked],
})

export const refresh = endpoint({
  method: 'post',
  path: '/api/v1/auth/refresh',
  summary: 'Refresh the tokens of a session',
  description:
    'Takes the refresh token from the body, or from the cookie of a browser session. It is single-use: sent again within 10 seconds it returns the same successor; later reuse ends the session.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  example: { refreshToken: 'pX3vUo1nT7aYw0sQ2kEd' },
  output: SignedInAnswer,
  refuses: [no.SessionOver, TillLocked],
})

export const logout = endpoint({
  method: 'post',
  path: '/api/v1/auth/logout',
  summary: 'End this session',
  description: 'Takes the access token or the refresh token.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ refreshToken: Token.optional() }),
  example: { refreshToken: 'pX3vUo1nT7aYw0sQ2kEd' },
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
  summary: 'List the sessions of this account',
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
        damaged: z.boolean().meta({ description: 'The device and place of this session cannot be read' }),
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
  summary: 'Read the current login',
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
    hasPassword: z.boolean().meta({ description: 'If false, the e-mail signs in by codes only' }),
    phone: z.string().nullable().meta({ description: 'The verified phone that signs in to this account' }),
    emailVerification: z
      .enum(['done', ...VERIFICATION_POLICIES])
      .meta({ description: 'The rule of the business for unconfirmed e-mails' }),
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
    'For services that receive access tokens; the same as ValidateToken over gRPC. The session is checked too: 401 if it has ended, even before the token expires.',
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
    'By the `token` of the link or by the `code`. The code needs the session that registration started; the link needs that session or the `password` of the account. Access to the mailbox alone confirms nothing, because a stranger may have registered with the e-mail.',
  tag,
  allow: 'anyone',
  body: z
    .strictObject({ token: Token.optional(), code: SixDigits.optional(), password: Password.optional() })
    .refine(({ token, code }) => (token === undefined) !== (code === undefined), { params: { code: 'token_or_code' } }),
  example: { code: '482913' },
  output: Done,
  refuses: [no.TokenUnusable, no.SignInFirst, no.AccountExists, no.AccountBlocked, no.WrongProof],
})

export const resendVerification = endpoint({
  method: 'post',
  path: '/api/v1/auth/resend-verification',
  summary: 'Resend the confirmation e-mail',
  tag,
  allow: 'signed-in',
  output: Done,
  refuses: [],
})

export const forgotPassword = endpoint({
  method: 'post',
  path: '/api/v1/auth/forgot-password',
  summary: 'Request a password reset',
  description: 'Sends a link, valid for 30 minutes, if the account exists. The response is the same either way.',
  tag,
  allow: 'anyone',
  body: z.strictObject({ email: Email }),
  output: Done,
  refuses: [],
})

export const resetPassword = endpoint({
  method: 'post',
  path: '/api/v1/auth/reset-password',
  summary: 'Reset the password with the link from the message',
  description: 'The link is single-use. All sessions end, a lock-out is lifted, and the e-mail counts as confirmed.',
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
  description: 'All other sessions end, and the owner is notified.',
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
  summary: 'Authenticate again',
  description:
    'With the password, an authenticator code, or the code of /auth/step-up/sms. Operations that require recent authentication are then allowed for 10 minutes. Passkeys and providers have endpoints of their own below this one.',
  tag,
  allow: 'signed-in',
  body: z
    .strictObject({ password: Password.optional(), code: SixDigits.optional(), smsCode: SixDigits.optional() })
    .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
      params: { code: 'password_or_code' },
    }),
  example: { password: 'saffron kettle seventeen' },
  output: z.object({ provedAt: At }),
  refuses: [no.WrongProof],
})

export const sendStepUpCode = endpoint({
  method: 'post',
  path: '/api/v1/auth/step-up/sms',
  summary: 'Send a code to authenticate again',
  description: 'Sent to the phone that signs in to this account, for /auth/step-up.',
  tag,
  allow: 'signed-in',
  output: SentTo,
  refuses: [no.NoPhone, ...tooManyCodes],
})

const Jwks = z.object({ keys: z.array(z.record(z.string(), z.string())) })

export const jwks = endpoint({
  method: 'get',
  path: '/api/v1/auth/jwks/:tenant',
  summary: 'Read the public keys of a tenant (JWKS)',
  description: 'The tenant is named by slug or id in the path, because token verifiers can rarely send a header.',
  tag,
  allow: 'anyone',
  params: z.object({ tenant: z.string().max(63) }),
  output: Jwks,
  refuses: [NotFound],
})

export const wellKnownJwks = endpoint({
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'Read the public keys of the tenant named by the host or X-Kith-Tenant',
  tag,
  allow: 'anyone',
  output: Jwks,
  refuses: [],
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/sign-in',
  summary: 'Read the sign-in settings',
  tag,
  allow: 'settings:manage',
  output: SignInSettings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/sign-in',
  summary: 'Change the sign-in settings',
  description: 'Omitted settings keep their value. Requiring a second factor for a role ends its sessions without one.',
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({
    emailVerification: z.enum(VERIFICATION_POLICIES).meta({ example: 'remind' }).optional(),
    mfaForRoles: z
      .array(RoleName)
      .max(10)
      .meta({ example: ['owner', 'admin'] })
      .optional(),
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
  summary: 'List the logins of a customer',
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
              .meta({ description: '`email`: codes by e-mail, without a password' }),
            login: z.string().nullable().meta({ description: 'E-mail or phone; masked without `customers:contacts`' }),
            proved: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})
