import { z } from 'zod'
import { isNamedByCard, withoutCardNumbers } from '../../kit/card-numbers.ts'
import { Currency, Minor, Rate } from '../../kit/money.ts'
import { CARD_NUMBER, IN_THE_FUTURE, NAME_FORM, TOO_MANY_KEYS } from '../../kit/problems.ts'
import { At, form, Moment, text, unfitAnywhere } from '../../kit/text.ts'
import { SixDigits, Token } from '../accounts/contract.ts'
import { AddressId } from '../addresses/contract.ts'
import { SKU_FORM } from '../carts/contract.ts'
import { CustomerId, Email, Locale, TypedPhone } from '../customers/contract.ts'
import {
  ADDRESS_OR_TEXT,
  CUSTOMER_OR_CONTACT,
  ORDER_ID_FORM,
  PHONE_OR_EMAIL_NEEDED,
  REFERENCE_FORM,
  TOO_LONG_AGO,
} from './problems.ts'

export const STATES = ['placed', 'paid', 'delivered', 'refunded', 'cancelled'] as const
export const HAPPENINGS = ['placed', 'paid', 'delivered', 'cancelled', 'refunded'] as const
export type Happening = (typeof HAPPENINGS)[number]
/** What a timeline shows; that an order was paid or delivered, its own page says. */
export const MOMENTS_OF_ORDERS = ['placed', 'cancelled', 'refunded'] as const satisfies readonly Happening[]
export const PAYMENTS = ['cod', 'cash', 'card', 'transfer', 'wallet', 'other'] as const
/** `recorder`: the till, a key or an event tells what has happened. The others ask for something, and rules bind them. */
export const ORDERED_BY = ['recorder', 'login', 'visitor'] as const
export type By = (typeof ORDERED_BY)[number]
export const CANCELLED_BECAUSE = ['customer', 'business', 'refused_at_door', 'not_paid', 'other'] as const
export const SIGNALS = [
  'several_logins',
  'shared_phone',
  'shared_address',
  'number_changed_hands',
  'cod_refused',
  'phone_unproved',
  'not_active',
] as const
export type Signal = (typeof SIGNALS)[number]
export const WARNINGS = [
  'cod_unproved',
  'email_unconfirmed',
  'not_counted',
  'after_cancellation',
  'after_delivery',
  'before_delivery',
  'already',
] as const
export type Warning = (typeof WARNINGS)[number]

export const MOST_LINES = 200
const MOST_OF_ONE = 1_000_000
const DATA_MOST_CHARACTERS = 2_000
const FIRST_MOMENT = Date.UTC(2000)
/** Clocks of other systems are not quite ours. */
const AHEAD_MS = 5 * 60_000

/** Outside `ord_` and 32 hex digits, inside a uuid. */
export const OrderId = form(/^ord_[0-9a-f]{32}$/, ORDER_ID_FORM)
  .transform((id) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'ord_ and 32 hex digits' })
export const outsideOrderId = (uuid: string) => `ord_${uuid.replaceAll('-', '')}`

/** A name that another system gave: no blanks, no e-mail and no number of a card, so that it is never that of a person. */
export const Reference = form(/^[\p{L}\p{N}][\p{L}\p{N}._:/#+=-]{0,199}$/u, REFERENCE_FORM).refine(
  (name) => !isNamedByCard(name),
  { params: { code: CARD_NUMBER } },
)
/** A URI reference, as CloudEvents has it, or any other name without blanks. */
export const Source = form(/^[\x21-\x7e]{1,200}$/, REFERENCE_FORM)
const Slug = form(/^[a-z0-9][a-z0-9_-]{0,39}$/, NAME_FORM)

/** When something happened that an order tells of. */
export const OrderMoment = Moment.superRefine((at, ctx) => {
  if (at.getTime() > Date.now() + AHEAD_MS) ctx.addIssue({ code: 'custom', params: { code: IN_THE_FUTURE } })
  if (at.getTime() < FIRST_MOMENT) ctx.addIssue({ code: 'custom', params: { code: TOO_LONG_AGO } })
})

export const FreeKeys = z.record(z.string().min(1).max(80), z.unknown()).superRefine((value, ctx) => {
  const code = JSON.stringify(value).length > DATA_MOST_CHARACTERS ? TOO_MANY_KEYS : unfitAnywhere(value)
  if (code) ctx.addIssue({ code: 'custom', params: { code } })
})

export const NewLine = z.strictObject({
  sku: form(/^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,99}$/, SKU_FORM)
    .nullable()
    .default(null),
  name: text(200).nullable().default(null),
  category: Slug.nullable().default(null),
  quantity: z.int().min(1).max(MOST_OF_ONE).default(1),
  amount: Minor.meta({ description: 'Of the whole line, in minor units' }),
  data: FreeKeys.default({}),
})
export type NewLine = z.output<typeof NewLine>

export const Contact = z
  .strictObject({
    phone: TypedPhone.optional().meta({
      description: 'Required from visitors; staff and API keys may give an e-mail instead',
    }),
    firstName: text(100).optional(),
    lastName: text(100).optional(),
    name2: text(200).optional(),
    locale: Locale.optional(),
    email: Email.optional(),
  })
  .superRefine(({ phone, email }, ctx) => {
    if (phone === undefined && email === undefined)
      ctx.addIssue({ code: 'custom', params: { code: PHONE_OR_EMAIL_NEEDED } })
  })
export type Contact = z.output<typeof Contact>

export const Delivery = z
  .strictObject({
    addressId: AddressId.optional().meta({ description: 'One that the customer has saved' }),
    to: text(500, { multiline: true }).optional().meta({ description: 'Or where to, as text' }),
  })
  .superRefine(({ addressId, to }, ctx) => {
    if ((addressId === undefined) === (to === undefined)) {
      ctx.addIssue({ code: 'custom', params: { code: ADDRESS_OR_TEXT } })
    }
  })
export type Delivery = z.output<typeof Delivery>

/** The fields of an order, from every entrance. */
export const orderFields = {
  externalId: Reference.optional().meta({ description: 'Its name in the system that it comes from; unique there' }),
  channel: Slug.optional().meta({ description: 'Such as `web`, `app`, `till`; by default where it was placed' }),
  currency: Currency.optional().meta({ description: 'By default the reporting currency' }),
  total: Minor,
  rate: Rate.optional().meta({ description: 'Of another currency: without it the order is kept and does not count' }),
  payment: z.enum(PAYMENTS).optional().meta({ description: '`cod`: cash on delivery' }),
  placedAt: OrderMoment.optional(),
  lines: z.array(NewLine).max(MOST_LINES).default([]),
  delivery: Delivery.optional(),
  note: text(1_000, { multiline: true }).optional(),
  data: FreeKeys.default({}),
}

export const Proofs = {
  verificationToken: Token.optional().meta({ description: 'Verifies the phone; see docs/proofs.md' }),
  otpCode: SixDigits.optional().meta({ description: 'Or the code itself' }),
  handle: z.string().max(100).optional().meta({ description: 'Of the code, as `send-otp` answered it' }),
  emailToken: Token.optional().meta({ description: 'Verifies the e-mail that a visitor gives' }),
}

export const NewOrder = withoutCardNumbers(
  z
    .strictObject({
      customerId: CustomerId.optional().meta({ description: 'For staff and API keys' }),
      contact: Contact.optional().meta({
        description: 'For visitors; staff and API keys may give it instead of the customer',
      }),
      source: Source.optional().meta({
        description: 'For API keys: the system that the order comes from. The first API key that names it owns it.',
      }),
      ...orderFields,
      ...Proofs,
    })
    .superRefine(({ customerId, contact }, ctx) => {
      if (customerId !== undefined && contact !== undefined) {
        ctx.addIssue({ code: 'custom', path: ['contact'], params: { code: CUSTOMER_OR_CONTACT } })
      }
    }),
)
export type NewOrder = z.output<typeof NewOrder>

const Money = z.string().meta({ description: 'Decimal text', example: '1.400' })
const Said = z.object({ code: z.string(), text: z.string() })

export const Refund = z.object({
  id: z.uuid(),
  at: At,
  amount: Money,
  reason: z.string().nullable(),
  note: z.string().nullable(),
  lines: z.array(z.object({ position: z.int(), amount: Money })).nullable(),
})

export const Order = z
  .object({
    id: z.string(),
    customerId: z.string().nullable().meta({ description: 'Null in the answer to a visitor' }),
    source: z.string(),
    externalId: z.string().nullable(),
    channel: z.string(),
    state: z.enum(STATES),
    currency: z.string(),
    total: Money,
    refunded: Money,
    rate: z.string().nullable(),
    counted: z
      .object({ amount: Money, currency: z.string() })
      .nullable()
      .meta({ description: 'In the reporting currency; null: without a rate it does not count' }),
    payment: z.enum(PAYMENTS).nullable(),
    phoneProved: z.boolean(),
    placedAt: At,
    paidAt: At.nullable(),
    deliveredAt: At.nullable(),
    cancelledAt: At.nullable(),
    lines: z.array(
      z.object({
        position: z.int(),
        sku: z.string().nullable(),
        name: z.string().nullable(),
        category: z.string().nullable(),
        quantity: z.int(),
        amount: Money,
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    contact: z
      .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
      .nullable(),
    delivery: z.object({ addressId: z.string().nullable(), to: z.string().nullable() }).nullable(),
    note: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    refunds: z.array(Refund),
    history: z
      .array(
        z.object({
          what: z.enum(HAPPENINGS),
          at: At,
          recordedAt: At,
          actor: z.string(),
          reason: z.string().nullable(),
          note: z.string().nullable(),
          amount: Money.nullable(),
        }),
      )
      .meta({ description: 'What became of it: when, and recorded when and by which caller' }),
    signals: z.array(Said).meta({
      description: 'What is odd about it, in words. In a list only what the order itself tells',
    }),
    damaged: z.boolean().meta({ description: 'What describes the person cannot be read' }),
  })
  .meta({ id: 'Order' })
export type Order = z.output<typeof Order>

export const RecordedOrder = z
  .object({
    ...Order.shape,
    warnings: z
      .array(Said)
      .meta({ description: 'It was recorded all the same: a till, a key or an event tells what has happened' }),
  })
  .meta({ id: 'RecordedOrder' })
export type RecordedOrder = z.output<typeof RecordedOrder>

const act = {
  at: OrderMoment.meta({ description: 'By default now', example: '2025-01-15T09:30:00Z' }).optional(),
  note: text(500, { multiline: true }).optional(),
}
export const Act = withoutCardNumbers(z.strictObject(act))
export const Cancellation = withoutCardNumbers(
  z.strictObject({
    ...act,
    reason: z
      .enum(CANCELLED_BECAUSE)
      .default('other')
      .meta({ description: '`refused_at_door`: brought, and not taken; with cash on delivery that is remembered' }),
  }),
)
export const NewRefund = withoutCardNumbers(
  z.strictObject({
    ...act,
    amount: Minor.min(1).optional().meta({ description: 'By default all that is left' }),
    reason: Slug.optional(),
    lines: z
      .array(z.strictObject({ position: z.int().min(1).max(MOST_LINES), amount: Minor.min(1) }))
      .min(1)
      .max(MOST_LINES)
      .optional()
      .meta({ description: 'Which lines it is for; together at most the amount' }),
  }),
)
export type Cancellation = z.output<typeof Cancellation>
export type NewRefund = z.output<typeof NewRefund>

export const OrderSettings = z.object({
  currency: Currency.nullable().default(null),
})
export const OrderSettingsChange = z.strictObject({
  currency: Currency.optional().meta({
    description: 'The reporting currency; not changed any more once an order counts',
  }),
})
