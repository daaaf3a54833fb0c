import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { At, text } from '../../kit/text.ts'
import { AccountBlocked, OtherContact } from '../accounts/contract.ts'
import { Address, AddressNotFound } from '../addresses/contract.ts'
import {
  Customer,
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerPage,
  CustomerRestricted,
  NameNeeded,
  PhoneNeeded,
  WrongStatus,
} from '../customers/contract.ts'
import { CodeInvalid, TokenInvalid } from '../verification/contract.ts'
import {
  AlreadyDone,
  CodNeedsPhone,
  ContactNeeded,
  CurrencyInUse,
  EmailUnconfirmed,
  ExternalIdTaken,
  OrderNotFound,
  OrdersOfOneself,
  RefundTooLarge,
  SourceForKeys,
  SourceTaken,
} from './refusals.ts'
import {
  Act,
  Cancellation,
  NewOrder,
  NewRefund,
  Order,
  OrderId,
  OrderSettingsChange,
  RecordedOrder,
  Refund,
  Source,
} from './shapes.ts'

export * from './cards/contract.ts'
export * from './problems.ts'
export * from './refusals.ts'
export * from './shapes.ts'

const VISITORS_PER_MINUTE = 30

const tag = 'Orders'
const ofOrder = z.object({ orderId: OrderId })
const ofCustomer = z.object({ customerId: CustomerId })

export const place = endpoint({
  method: 'post',
  path: '/api/v1/orders',
  aliases: [{ method: 'post', path: '/orders' }],
  summary: 'Place or record an order',
  description:
    'A visitor orders with a phone: who has it gets the order, else a customer is made. A customer who is signed in orders for themself. Both need a verified phone for cash on delivery, and a confirmed e-mail where the business wants that. Staff and keys with `orders:write` record what has happened, and are warned instead; only they say when it was placed, at which rate and through which channel. A key without `orders:read` is answered with amounts and times alone.',
  tag,
  allow: 'anyone',
  visitorsPerMinute: VISITORS_PER_MINUTE,
  body: NewOrder,
  example: {
    contact: { phone: '9012 3456', firstName: 'Noor' },
    total: 4250,
    lines: [{ sku: 'THOBE-WASH', name: 'Thobe, washed', category: 'laundry', quantity: 2, amount: 4250 }],
  },
  output: RecordedOrder,
  status: 201,
  refuses: [
    ContactNeeded,
    CustomerNotFound,
    CustomerMerged,
    CustomerRestricted,
    WrongStatus,
    OrdersOfOneself,
    PhoneNeeded,
    NameNeeded,
    AccountBlocked,
    OtherContact,
    AddressNotFound,
    CodNeedsPhone,
    EmailUnconfirmed,
    TokenInvalid,
    CodeInvalid,
    ExternalIdTaken,
    SourceTaken,
    SourceForKeys,
  ],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/orders/:orderId',
  summary: 'Read one order',
  tag,
  allow: 'orders:read',
  params: ofOrder,
  output: Order,
  refuses: [OrderNotFound],
})

export const readCurrency = endpoint({
  method: 'get',
  path: '/api/v1/orders/currency',
  summary: 'Read the currency in which this business counts',
  tag,
  allow: 'orders:read',
  output: z.object({
    currency: z.string().meta({ description: 'The reporting currency' }),
    decimals: z.int().meta({ description: 'How many decimals its amounts have' }),
  }),
  refuses: [],
})

const Listed = z.strictObject({
  state: Order.shape.state.optional(),
  limit: CustomerPage.shape.limit,
  cursor: CustomerPage.shape.cursor,
})
const listOf = <Shape extends z.ZodObject>(order: Shape) =>
  z.object({
    items: z.array(order),
    nextCursor: z.string().nullable(),
    total: z.int(),
    currency: z.string().meta({ description: 'The reporting currency' }),
  })
const Orders = listOf(Order)
/** What the business notes of an order is its own. */
const OwnOrders = listOf(
  Order.omit({ signals: true, history: true })
    .extend({ refunds: z.array(Refund.omit({ note: true, reason: true })) })
    .meta({ id: 'OwnOrder' }),
)

export const listOfCustomer = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/orders',
  summary: 'List the orders of a customer',
  description: 'Of the person, through whichever login, also of those who were merged into them; the latest first.',
  tag,
  allow: 'orders:read',
  params: ofCustomer,
  query: Listed,
  output: Orders,
  refuses: [CustomerNotFound, CustomerMerged, CursorInvalid, CursorExpired],
})

export const listOwn = endpoint({
  ...listOfCustomer,
  path: '/api/v1/me/orders',
  summary: 'List my orders',
  description:
    'The latest first. Of an order that a visitor placed with my phone, amounts and articles alone until the phone is verified.',
  tag: 'My account',
  allow: 'signed-in',
  params: z.object({}),
  output: OwnOrders,
  refuses: [CustomerLoginNeeded, CursorInvalid, CursorExpired],
})

const act = { method: 'post', tag, allow: 'orders:write', params: ofOrder, output: RecordedOrder, status: 201 } as const
const refusesAct = [OrderNotFound, CustomerRestricted] as const

export const pay = endpoint({
  ...act,
  path: '/api/v1/orders/:orderId/payment',
  summary: 'Record that an order was paid',
  body: Act,
  refuses: [...refusesAct, AlreadyDone],
})

export const deliver = endpoint({
  ...act,
  path: '/api/v1/orders/:orderId/delivery',
  summary: 'Record that an order was delivered',
  body: Act,
  refuses: [...refusesAct, AlreadyDone],
})

export const cancel = endpoint({
  ...act,
  path: '/api/v1/orders/:orderId/cancellation',
  summary: 'Record that an order was cancelled',
  description: 'It counts no longer. What was cancelled stays cancelled.',
  body: Cancellation,
  refuses: [...refusesAct, AlreadyDone],
})

export const refund = endpoint({
  ...act,
  path: '/api/v1/orders/:orderId/refunds',
  summary: 'Record a refund, of all or a part',
  body: NewRefund,
  refuses: [...refusesAct, RefundTooLarge],
})

const Said = z.object({ code: z.string(), text: z.string() })

export const signals = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/signals',
  summary: 'Read what is odd about a customer',
  description:
    'Several logins, a phone or an address that others order with, a number that changed hands, cash on delivery refused before.',
  tag,
  allow: 'orders:read',
  params: ofCustomer,
  output: z.object({ items: z.array(Said) }),
  refuses: [CustomerNotFound, CustomerMerged],
})

export const whole = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/whole',
  aliases: [{ method: 'get', path: '/admin/customers/:customerId' }],
  summary: 'Read a customer with addresses and orders',
  description: 'Addresses and orders are null without the permission to read them; of the orders the latest 200.',
  tag,
  allow: 'customers:read',
  params: ofCustomer,
  output: z
    .object({
      ...Customer.shape,
      addresses: z.array(Address).nullable(),
      orders: z.array(Order).nullable(),
      signals: z.array(Said).nullable(),
    })
    .meta({ id: 'WholeCustomer' }),
  versioned: true,
  refuses: [CustomerNotFound, CustomerMerged],
})

export const listSources = endpoint({
  method: 'get',
  path: '/api/v1/order-sources',
  summary: 'List the systems that orders, events and logins come from',
  description: 'A system with logins stands there as `login:` and its name.',
  tag,
  allow: 'keys:manage',
  output: z.object({
    items: z.array(z.object({ source: z.string(), owner: z.string(), claimedAt: At })),
  }),
  refuses: [],
})

export const releaseSource = endpoint({
  method: 'post',
  path: '/api/v1/order-sources/release',
  summary: 'Let another API key own a source',
  description: 'The next key that names it owns it, such as the successor of a key.',
  tag,
  allow: 'keys:manage',
  body: withoutCardNumbers(z.strictObject({ source: Source, reason: text(500).optional() })),
  example: { source: 'foodics' },
  output: z.object({ done: z.literal(true) }),
  refuses: [],
})

const Settings = z.object({
  currency: z.string().meta({ description: 'The reporting currency' }),
  ownCurrency: z.string().nullable().meta({ description: 'Null: that of the country' }),
})

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/orders',
  summary: 'Read how orders are counted',
  tag,
  allow: 'settings:manage',
  output: Settings,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'patch',
  path: '/api/v1/settings/orders',
  summary: 'Decide how orders are counted',
  description: 'What is not named stays.',
  tag,
  allow: 'settings:manage',
  body: OrderSettingsChange,
  output: Settings,
  refuses: [CurrencyInUse],
})
