import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { KeyReused } from '../../../kit/idempotency.ts'
import { Forbidden, refusal, TooManyRequests, Unauthenticated } from '../../../kit/refusal.ts'
import {
  Customer,
  CustomerId,
  CustomerMerged,
  CustomerNotFound,
  EmailTaken,
  NameNeeded,
  PhoneTaken,
  WrongStatus,
} from '../../customers/contract.ts'
import { TokenInvalid } from '../../verification/contract.ts'
import { Email, Locale, PersonNames, Token } from '../shapes.ts'

export const OtherContact = refusal('upgrade.other_contact', 409, {
  en: 'Another phone or e-mail was proved than this customer has; change that one first.',
  ar: 'وسيلة التواصل المُثبتة ليست وسيلة هذا العميل؛ غيّرها أولًا.',
})

const { firstName, ...names } = PersonNames

export const upgrade = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/upgrade',
  aliases: [{ method: 'post', path: '/customers/:customerId/upgrade' }],
  summary: 'Make a guest or a stub a full customer',
  description:
    'With the token of /customers/verify-otp for `upgrade`, by staff (`customers:write`) or by the person who is signed in as this customer; an e-mail that was not proved only by staff. Preferences and consent have endpoints of their own.',
  tag: 'Customers',
  allow: 'anyone',
  params: z.object({ customerId: CustomerId }),
  body: z.strictObject({
    verificationToken: Token,
    firstName: firstName.optional(),
    ...names,
    preferredName: firstName.optional(),
    email: Email.optional(),
    locale: Locale.optional(),
  }),
  output: Customer,
  refuses: [
    Unauthenticated,
    Forbidden,
    CustomerNotFound,
    CustomerMerged,
    TokenInvalid,
    OtherContact,
    NameNeeded,
    WrongStatus,
    PhoneTaken,
    EmailTaken,
    TooManyRequests,
    KeyReused,
  ],
})
