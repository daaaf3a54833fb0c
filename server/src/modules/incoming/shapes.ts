import { z } from 'zod'
import { keysOf } from '../../kit/known.ts'
import { Minor } from '../../kit/money.ts'
import { NAME_FORM } from '../../kit/problems.ts'
import { form, text } from '../../kit/text.ts'
import { SKU_FORM } from '../carts/contract.ts'
import { CustomerId, Email, Locale, TypedPhone } from '../customers/contract.ts'
import {
  CANCELLED_BECAUSE,
  cardFields,
  FreeKeys,
  NewLine,
  OrderMoment,
  orderFields,
  PHONE_OR_EMAIL_NEEDED,
  Reference,
  Source,
} from '../orders/contract.ts'

export const SENTIMENTS = ['positive', 'neutral', 'negative'] as const
export type Sentiment = (typeof SENTIMENTS)[number]

/** What became of an event. */
export const RESULTS = ['done', 'already', 'waiting', 'parked', 'refused'] as const

/** What CloudEvents 1.0 wants of every event, and what it may have. Extensions are passed over. */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  source: Source,
  type: z.string().min(1).max(200),
  time: OrderMoment.optional(),
  subject: z.string().max(200).nullish(),
  datacontenttype: z.string().max(100).nullish(),
  dataschema: z.string().max(500).nullish(),
  data: z.unknown().optional(),
})
export type Envelope = z.output<typeof Envelope>

/** The customer of the event: by our id, or by a contact. */
const Who = z
  .object({
    id: CustomerId.optional(),
    phone: TypedPhone.optional(),
    email: Email.optional(),
    firstName: text(100).optional(),
    lastName: text(100).optional(),
    name2: text(200).optional(),
    locale: Locale.optional(),
  })
  .superRefine(({ id, phone, email }, ctx) => {
    if (!id && !phone && !email) ctx.addIssue({ code: 'custom', params: { code: PHONE_OR_EMAIL_NEEDED } })
  })
  .meta({
    description: 'Our id of the customer, or a phone or an e-mail: who is not known by a phone becomes a customer',
  })
export type Who = z.output<typeof Who>

const orderId = Reference.meta({ description: 'The source’s own name of the order' })
const note = text(500, { multiline: true }).optional()
const happened = { orderId, at: OrderMoment.optional().meta({ description: 'By default the time of the event' }), note }
const { externalId: _, delivery: __, lines: ___, data: ____, ...ofOrder } = orderFields
const Slug = form(/^[a-z0-9][a-z0-9_-]{0,39}$/, NAME_FORM)
const words = text(4_000, { multiline: true })

/** The types that are taken, each with what its `data` says. Keys that are not named here are passed over. */
export const DATA = {
  OrderPlaced: z.object({
    orderId,
    customer: Who,
    ...ofOrder,
    lines: z.array(z.object(NewLine.shape)).max(200).default([]),
    delivery: z.object({ to: text(500, { multiline: true }) }).optional(),
    data: FreeKeys.default({}),
  }),
  OrderPaid: z.object(happened),
  OrderDelivered: z.object(happened),
  OrderCancelled: z.object({ ...happened, reason: z.enum(CANCELLED_BECAUSE).default('other') }),
  OrderRefunded: z.object({
    ...happened,
    amount: Minor.min(1).meta({ description: 'In minor units; needed, so that events may come in any order' }),
    reason: Slug.optional(),
    lines: z
      .array(z.object({ position: z.int().min(1), amount: Minor.min(1) }))
      .min(1)
      .max(200)
      .optional(),
  }),
  PaymentMethodAdded: z.object({ customer: Who, ...cardFields }),
  ProductReviewed: z.object({
    customer: Who,
    reviewId: Reference.optional(),
    sku: form(/^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,99}$/, SKU_FORM).optional(),
    category: Slug.optional(),
    tags: z.array(Slug).max(20).default([]),
    rating: z.int().min(1).max(5),
    text: words.optional(),
    sentiment: z.enum(SENTIMENTS).optional(),
  }),
  CustomerSupportTicketCreated: z.object({
    customer: Who,
    ticketId: Reference.optional(),
    channel: Slug.optional(),
    category: Slug.optional(),
    subject: text(300).optional(),
    text: words.optional(),
    sentiment: z.enum(SENTIMENTS).optional().meta({ description: 'Where it is not given, a list of words decides' }),
  }),
} as const
export type EventType = keyof typeof DATA
export const EVENT_TYPES = keysOf(DATA)
export const schemaOf = (type: EventType): z.ZodType => DATA[type]
export type Data<T extends EventType> = z.output<(typeof DATA)[T]>

/** An event of a type that is taken. */
export interface Incoming extends Omit<Envelope, 'type'> {
  readonly type: EventType
}

/** `OrderPlaced`, also with the name of a company before it: `com.example.OrderPlaced`. */
export const typeIn = (written: string): EventType | undefined =>
  EVENT_TYPES.find((type) => written === type || written.endsWith(`.${type}`))

export const schemaPath = (type: EventType) => `/schemas/events/${type}.json`

/** The published JSON Schema of what an event of this type says. */
export const publishedSchema = (type: EventType) => ({
  $id: schemaPath(type),
  title: type,
  ...z.toJSONSchema(DATA[type], { io: 'input', unrepresentable: 'any' }),
})
