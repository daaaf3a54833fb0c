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
  SessionWish,
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
  refuses: [WrongCredentials, AccountBlocked],
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
    .refine(({ token, code }) => (token === undefined) !== (code === undefined), { params: { code: TOKEN_OR_CODE } }),
  output: Done,
  refuses: [TokenUnusable, SignInFirst, AccountExists, AccountBlocked, WrongProof],
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
  refuses: [TokenUnusable, AccountBlocked, AccountExists],
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
  refuses: [NoPassword],
})
