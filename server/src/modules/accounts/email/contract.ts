import { endpoint } from '../../../kit/endpoint.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { phone } from '../phone/contract.ts'
import { NameNeeded } from '../phone/refusals.ts'
import * as no from '../refusals.ts'
import { Email } from '../shapes.ts'

export const email = endpoint({
  ...phone,
  path: '/api/v1/auth/email',
  summary: 'Sign in or register with an e-mail verified by a code',
  description:
    'With the token of /customers/verify-otp for `sign_in` or `register`. Signs in to the account with this e-mail. A customer without an account gets one, also a cancelled or deactivated one. Otherwise a customer is created: `auth.name_needed` asks for the name, and the token stays valid. Staff sign in with their password.',
  body: phone.body
    .omit({ phone: true })
    .extend({ email: Email.optional().meta({ description: 'If given, must be the verified e-mail' }) }),
  refuses: [TokenInvalid, NameNeeded, no.AccountBlocked, no.AccountExists, no.StaffUsePassword],
})
