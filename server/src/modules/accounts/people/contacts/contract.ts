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
  summary: 'Verify or change your phone or e-mail',
  description:
    'With the token of /customers/verify-otp for `change_contact`. The new contact counts once it is verified. The old one stays in the history, no longer signs in, and is notified. If another customer record has the new contact, it is merged with this login’s. Requires recent authentication.',
  tag: 'Sign-in',
  allow: 'signed-in',
  freshProof: true,
  body: z.strictObject({
    phone: TypedPhone.optional().meta({
      description: 'If given, must match the verified contact; the same for the e-mail',
    }),
    email: Email.optional(),
    verificationToken: Token,
  }),
  example: { phone: '9012 3456', verificationToken: 'pX3vUo1nT7aYw0sQ2kEd' },
  output: Done,
  refuses: [TokenInvalid, StaffHaveNone, AccountBlocked, AccountExists, PhoneTaken, EmailTaken, TooManyRequests],
})
