import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { AccountExists, NameNeeded } from '../../claims/refusals.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Email, Locale, PersonNames, SessionOptions, SignInAnswer, Token, TypedPhone } from '../../login/shapes.ts'
import { StaffUsePassword } from './refusals.ts'

export const phone = endpoint({
  method: 'post',
  path: '/api/v1/auth/phone',
  summary: 'Sign in or register with a phone verified by a code',
  description:
    'With the token of /customers/verify-otp for `sign_in` or `register`. Signs in to the account with this phone. A customer without an account gets one. Otherwise a customer is created: `auth.name_needed` asks for the name, and the token stays valid. It also asks when the holder was inactive for so long that the number may belong to another person by now.',
  tag: 'Sign-in',
  allow: 'anyone',
  body: z.strictObject({
    phone: TypedPhone.optional().meta({ description: 'If given, must be the verified phone' }),
    verificationToken: Token,
    firstName: PersonNames.firstName.optional(),
    lastName: PersonNames.lastName,
    name2: PersonNames.name2,
    locale: Locale.optional(),
    ...SessionOptions,
  }),
  output: SignInAnswer,
  refuses: [TokenInvalid, NameNeeded, AccountBlocked],
})

export const email = endpoint({
  ...phone,
  path: '/api/v1/auth/email',
  summary: 'Sign in or register with an e-mail verified by a code',
  description:
    'With the token of /customers/verify-otp for `sign_in` or `register`. Signs in to the account with this e-mail. A customer without an account gets one, also a cancelled or deactivated one. Otherwise a customer is created: `auth.name_needed` asks for the name, and the token stays valid. Staff sign in with their password.',
  body: phone.body
    .omit({ phone: true })
    .extend({ email: Email.optional().meta({ description: 'If given, must be the verified e-mail' }) }),
  refuses: [TokenInvalid, NameNeeded, AccountBlocked, AccountExists, StaffUsePassword],
})
