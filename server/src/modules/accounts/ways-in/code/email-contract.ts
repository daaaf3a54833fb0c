import { endpoint } from '../../../../kit/endpoint.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { NameNeeded } from '../../claims/refusals.ts'
import * as no from '../../login/refusals.ts'
import { Email } from '../../login/shapes.ts'
import { phone } from './phone-contract.ts'

export const email = endpoint({
  ...phone,
  path: '/api/v1/auth/email',
  summary: 'Sign in or register with an e-mail that was proved by a code',
  description:
    'With the token that /customers/verify-otp gave for `sign_in` or `register`. Whoever has an account by this e-mail is signed in to it; whom the business knows by it gets one, also who had left or was deactivated; anybody else becomes a customer, and `auth.name_needed` asks for the name and leaves the token good. Staff sign in with their password.',
  body: phone.body
    .omit({ phone: true })
    .extend({ email: Email.optional().meta({ description: 'When given, it must be the one that was proved' }) }),
  refuses: [TokenInvalid, NameNeeded, no.AccountBlocked, no.AccountExists, no.StaffUsePassword],
})
