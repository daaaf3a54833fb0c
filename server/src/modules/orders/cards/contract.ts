import { z } from 'zod'
import { withoutCardNumbers } from '../../../kit/card-numbers.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { NAME_FORM } from '../../../kit/problems.ts'
import { At, form, text } from '../../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
} from '../../customers/contract.ts'
import { FOUR_DIGITS, PAYMENT_METHOD_ID_FORM, REFERENCE_FORM } from '../problems.ts'
import { PaymentMethodNotFound, TooManyPaymentMethods } from '../refusals.ts'

/** Outside `pm_` and 32 hex digits, inside a uuid. */
export const PaymentMethodId = form(/^pm_[0-9a-f]{32}$/, PAYMENT_METHOD_ID_FORM)
  .transform((id) => id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'pm_ and 32 hex digits' })
export const outsidePaymentMethodId = (uuid: string) => `pm_${uuid.replaceAll('-', '')}`

export const cardFields = {
  provider: form(/^[a-z0-9][a-z0-9_-]{0,39}$/, NAME_FORM).meta({
    description: 'Who keeps the card',
    example: 'thawani',
  }),
  token: form(/^[\x21-\x7e]{4,200}$/, REFERENCE_FORM).meta({
    description: 'The provider’s own name of the card, never its number',
  }),
  brand: text(40),
  lastFour: form(/^\d{4}$/, FOUR_DIGITS),
  expiryMonth: z.int().min(1).max(12),
  expiryYear: z.int().min(2000).max(2199),
}
export const NewPaymentMethod = withoutCardNumbers(z.strictObject(cardFields))
export type NewPaymentMethod = z.output<typeof NewPaymentMethod>

export const PaymentMethod = z
  .object({
    id: z.string(),
    provider: z.string().nullable(),
    token: z.string().nullable().meta({ description: 'Shown to API keys only' }),
    brand: z.string().nullable(),
    lastFour: z.string().nullable(),
    expiryMonth: z.int().nullable(),
    expiryYear: z.int().nullable(),
    expired: z.boolean(),
    addedAt: At,
    damaged: z.boolean(),
  })
  .meta({ id: 'PaymentMethod' })
export type PaymentMethod = z.output<typeof PaymentMethod>
const PaymentMethods = z.object({ items: z.array(PaymentMethod) })

const tag = 'Payment methods'
const ofCustomer = z.object({ customerId: CustomerId })
const path = '/api/v1/customers/:customerId/payment-methods'

export const listPaymentMethods = endpoint({
  method: 'get',
  path,
  summary: 'List the payment methods of a customer',
  description: 'What is known of their cards: brand, last four digits, expiry. Numbers of cards are never kept.',
  tag,
  allow: 'orders:read',
  params: ofCustomer,
  output: PaymentMethods,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const addPaymentMethod = endpoint({
  method: 'post',
  path,
  summary: 'Add a payment method',
  description: 'The same token again is the same payment method. The number of a card is refused in any field.',
  tag,
  allow: 'orders:write',
  params: ofCustomer,
  body: NewPaymentMethod,
  example: {
    ...{ provider: 'thawani', token: 'card_9f2c', brand: 'Visa', lastFour: '4242' },
    ...{ expiryMonth: 4, expiryYear: 2029 },
  },
  output: PaymentMethod,
  status: 201,
  refuses: [CustomerNotFound, CustomerMerged, CustomerRestricted, TooManyPaymentMethods],
})

export const removePaymentMethod = endpoint({
  method: 'delete',
  path: `${path}/:paymentMethodId`,
  summary: 'Remove a payment method',
  tag,
  allow: 'orders:write',
  params: z.object({ customerId: CustomerId, paymentMethodId: PaymentMethodId }),
  output: z.object({ done: z.literal(true) }),
  refuses: [CustomerNotFound, CustomerMerged, CustomerRestricted, PaymentMethodNotFound],
})

export const listOwnPaymentMethods = endpoint({
  ...listPaymentMethods,
  path: '/api/v1/me/payment-methods',
  summary: 'List my payment methods',
  tag: 'My account',
  allow: 'signed-in',
  params: z.object({}),
  refuses: [CustomerLoginNeeded],
})

export const removeOwnPaymentMethod = endpoint({
  ...removePaymentMethod,
  path: '/api/v1/me/payment-methods/:paymentMethodId',
  summary: 'Remove a payment method of mine',
  tag: 'My account',
  allow: 'signed-in',
  params: z.object({ paymentMethodId: PaymentMethodId }),
  refuses: [CustomerLoginNeeded, PaymentMethodNotFound],
})
