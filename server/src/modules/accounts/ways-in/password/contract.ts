import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { AccountExists } from '../../claims/refusals.ts'
import { TOKEN_OR_CODE } from '../../login/problems.ts'
import { AccountBlocked, TokenUnusable, WrongProof } from '../../login/refusals.ts'
import {
  Done,
  Email,
  Locale,
  NewPassword,
  Password,
  PersonNames,
  SessionOptions,
  SignInAnswer,
  SixDigits,
  Token,
  TypedPhone,
} from '../../login/shapes.ts'
import { NoPassword, SignInFirst, WrongCredentials } from './refusals.ts'

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
    ...SessionOptions,
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
  body: z.strictObject({ email: Email, password: Password, ...SessionOptions }),
  output: SignInAnswer,
  refuses: [WrongCredentials, AccountBlocked],
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
    .refine(({ token, code }) => (token === undefined) !== (code === undefined), { params: { code: TOKEN_OR_CODE } }),
  example: { code: '482913' },
  output: Done,
  refuses: [TokenUnusable, SignInFirst, AccountExists, AccountBlocked, WrongProof],
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
  refuses: [TokenUnusable, AccountBlocked, AccountExists],
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
  refuses: [NoPassword],
})
