import { z } from 'zod'
import { withoutCardNumbers } from '../../../../kit/card-numbers.ts'
import { endpoint } from '../../../../kit/endpoint.ts'
import { Forbidden, ProofNeeded, TooManyRequests } from '../../../../kit/refusal.ts'
import { AddressUndeliverable, CheckUnavailable, MOST_ADDRESSES, NewAddress } from '../../../addresses/contract.ts'
import {
  Customer,
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
  create,
  EmailNeeded,
  EmailTaken,
  NameNeeded,
  NewCustomer,
  OwnProfile,
  PhoneTaken,
  WrongStatus,
} from '../../../customers/contract.ts'
import { GivenPreferences, PreferencesUnfit, QuietHoursEmpty } from '../../../preferences/contract.ts'
import { CodeInvalid, TokenInvalid } from '../../../verification/contract.ts'
import { TOKEN_OR_CODE } from '../../login/problems.ts'
import { Email, Locale, PersonNames, SixDigits, Token, TypedPhone } from '../../login/shapes.ts'
import { OtherContact } from './refusals.ts'

/** A token of /customers/verify-otp, or the code itself. Accepted purposes: proofs.ts. */
const proof = {
  verificationToken: Token.optional(),
  otpCode: SixDigits.optional().meta({
    description: 'The code of /customers/send-otp, instead of a token',
  }),
  handle: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The handle from `send-otp`; keeps the attempts of this customer apart from others' }),
}
const refusesProof = [TokenInvalid, CodeInvalid, TooManyRequests] as const
type Proof = { verificationToken?: unknown; otpCode?: unknown }
const atMostOne = ({ verificationToken, otpCode }: Proof) => verificationToken === undefined || otpCode === undefined
const exactlyOne = ({ verificationToken, otpCode }: Proof) =>
  (verificationToken === undefined) !== (otpCode === undefined)
const tokenOrCode = { params: { code: TOKEN_OR_CODE } }

export const createCustomer = endpoint({
  ...create,
  description: `${create.description} With \`preferences\` and \`addresses\`, everything is saved in one call or nothing is; all errors are reported at once. Addresses also need \`addresses:write\`.`,
  body: withoutCardNumbers(
    z.strictObject({
      ...NewCustomer.shape,
      ...proof,
      preferences: GivenPreferences.optional(),
      addresses: z.array(NewAddress).max(MOST_ADDRESSES).optional(),
    }),
  ).refine(atMostOne, tokenOrCode),
  example: {
    type: 'stub',
    firstName: 'Aisha',
    lastName: 'Al Balushi',
    name2: 'عائشة البلوشي',
    phone: '9012 3456',
    locale: 'ar',
  },
  refuses: [
    ...create.refuses,
    ...refusesProof,
    Forbidden,
    PreferencesUnfit,
    QuietHoursEmpty,
    AddressUndeliverable,
    CheckUnavailable,
  ],
})

const { firstName, ...names } = PersonNames

export const upgrade = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/upgrade',
  aliases: [{ method: 'post', path: '/customers/:customerId/upgrade' }],
  summary: 'Upgrade a guest or a stub to a full customer',
  description:
    'With a verification token for `upgrade`, `verify` or `cod`. A customer’s own login verifies an e-mail; only staff can enter one unverified. A full customer has a first name and an e-mail. Everything is saved in one call or nothing is; all errors are reported at once.',
  tag: 'Customers',
  allow: 'self or customers:write',
  params: z.object({ customerId: CustomerId }),
  body: z
    .strictObject({
      ...proof,
      phone: TypedPhone.optional().meta({ description: 'If given, must match the verified phone' }),
      firstName: firstName.optional(),
      ...names,
      preferredName: firstName.optional(),
      email: Email.optional(),
      locale: Locale.optional(),
      preferences: GivenPreferences.optional(),
    })
    .refine(exactlyOne, tokenOrCode),
  example: { otpCode: '482913', email: 'aisha@example.com' },
  output: Customer,
  refuses: [
    ...refusesProof,
    Forbidden,
    ProofNeeded,
    CustomerNotFound,
    CustomerMerged,
    CustomerRestricted,
    OtherContact,
    NameNeeded,
    EmailNeeded,
    WrongStatus,
    PhoneTaken,
    EmailTaken,
    PreferencesUnfit,
    QuietHoursEmpty,
  ],
})

const provedContact = z
  .strictObject({
    ...proof,
    phone: TypedPhone.optional().meta({
      description: 'If given, must match the verified contact; the same for the e-mail',
    }),
    email: Email.optional(),
  })
  .refine(exactlyOne, tokenOrCode)

export const verifyContact = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/contacts/verify',
  summary: 'Mark a customer’s phone or e-mail as verified',
  description:
    'With a verification token for `verify` or `cod` (cash on delivery). A new contact is added to the customer, unless another customer has it. With a first name and an e-mail the customer becomes full.',
  tag: 'Customers',
  allow: 'customers:write',
  params: z.object({ customerId: CustomerId }),
  body: provedContact,
  example: { otpCode: '482913' },
  output: Customer,
  refuses: [
    ...refusesProof,
    CustomerNotFound,
    CustomerMerged,
    CustomerRestricted,
    OtherContact,
    NameNeeded,
    WrongStatus,
    PhoneTaken,
    EmailTaken,
  ],
})

export const verifyOwnContact = endpoint({
  method: 'post',
  path: '/api/v1/me/contacts/verify',
  summary: 'Mark my phone or e-mail as verified',
  description: 'The same for the signed-in customer. To change a contact: `POST /api/v1/auth/contacts`.',
  tag: 'My account',
  allow: 'signed-in',
  freshProof: true,
  body: provedContact,
  example: { otpCode: '482913' },
  output: OwnProfile,
  versioned: true,
  refuses: [...refusesProof, CustomerLoginNeeded, OtherContact, WrongStatus, PhoneTaken, EmailTaken],
})
