import { z } from 'zod'
import { endpoint } from '../../../../kit/endpoint.ts'
import { TooManyRequests } from '../../../../kit/refusal.ts'
import { EmailTaken, PhoneTaken } from '../../../customers/contract.ts'
import { TokenInvalid } from '../../../verification/contract.ts'
import { AccountExists } from '../../claims/refusals.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { Done, Email, Token, TypedPhone } from '../../login/shapes.ts'
import { StaffHaveNone } from './refusals.ts'

export const changeContact = endpoint({
  method: 'post',
  path: '/api/v1/auth/contacts',
  summary: 'Prove one’s phone or e-mail, or change it',
  description:
    'With the token of /customers/verify-otp for `change_contact`. Counts only once proved; the one before stays in the history, no longer signs in, and is told. Where the business knew somebody by the new one, that person and this login become one. Wants a recent proof of who one is.',
  tag: 'Sign-in',
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({
    phone: TypedPhone.optional().meta({ description: 'When given, it must be what was proved; so for the e-mail' }),
    email: Email.optional(),
    verificationToken: Token,
  }),
  output: Done,
  refuses: [TokenInvalid, StaffHaveNone, AccountBlocked, AccountExists, PhoneTaken, EmailTaken, TooManyRequests],
})
