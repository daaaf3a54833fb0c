import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { AccountExists, NameNeeded } from '../../claims/refusals.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Email, Locale, PersonNames, SessionWish, SignInAnswer, Token, TypedPhone } from '../../login/shapes.ts'
import { StaffUsePassword } from './refusals.ts'

export const phone = endpoint({
  method: 'post',
  path: '/api/v1/auth/phone',
  summary: 'Sign in or register with a phone that was proved by a code',
  description:
    'With the token that /customers/verify-otp gave for `sign_in` or `register`. Whoever has an account by this phone is signed in to it; whom the business knows by it gets one; anybody else becomes a customer. `auth.name_needed` asks for the name and leaves the token good: it comes for numbers that nobody has, and for those whose holder was silent so long that the number may be somebody else’s by now.',
  tag: 'Sign-in',
  allow: 'anyone',
  body: z.strictObject({
    phone: TypedPhone.optional().meta({ description: 'When given, it must be the one that was proved' }),
    verificationToken: Token,
    firstName: PersonNames.firstName.optional(),
    lastName: PersonNames.lastName,
    name2: PersonNames.name2,
    locale: Locale.optional(),
    ...SessionWish,
  }),
  output: SignInAnswer,
  refuses: [TokenInvalid, NameNeeded, AccountBlocked],
})

export const email = endpoint({
  ...phone,
  path: '/api/v1/auth/email',
  summary: 'Sign in or register with an e-mail that was proved by a code',
  description:
    'With the token that /customers/verify-otp gave for `sign_in` or `register`. Whoever has an account by this e-mail is signed in to it; whom the business knows by it gets one, also who had left or was deactivated; anybody else becomes a customer, and `auth.name_needed` asks for the name and leaves the token good. Staff sign in with their password.',
  body: phone.body
    .omit({ phone: true })
    .extend({ email: Email.optional().meta({ description: 'When given, it must be the one that was proved' }) }),
  refuses: [TokenInvalid, NameNeeded, AccountBlocked, AccountExists, StaffUsePassword],
})
