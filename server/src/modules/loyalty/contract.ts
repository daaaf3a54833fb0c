import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { Explained } from '../../kit/explain.ts'
import { Currency, Minor, Rate } from '../../kit/money.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { Secret } from '../../kit/secret.ts'
import { At, Moment, text } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerPage,
  CustomerRestricted,
  TokenInvalid,
} from '../customers/contract.ts'
import { OrderId, OrderMoment, OrderNotFound } from '../orders/contract.ts'
import { POINTS_ZERO } from './problems.ts'
import {
  CardInvalid,
  CardUsed,
  ConfirmationNeeded,
  MoreThanReserved,
  NotEnoughPoints,
  OfflineAllowanceSpent,
  OrderOver,
  ProofOfAnother,
  RedemptionClosed,
  RedemptionNotFound,
  ReservationOver,
  ReviewNotFound,
  ReviewUnderWay,
  SnapshotInvalid,
  TillNeeded,
  TooFewPoints,
  TooManyPoints,
  WorthMoreThanOrder,
} from './refusals.ts'
import { PENDING, PointRules, PointRulesChange, SomePoints } from './rules/points.ts'
import { TierProgram, TierProgramChange } from './rules/tiers.ts'
import { LoyaltyAccount, Redemption, RedemptionId, ShownEntry } from './shapes.ts'

export { KINDS as POINT_KINDS } from './ledger/entry.ts'
export type { LoyaltyAccount as Account, ShownEntry as Entry } from './shapes.ts'

const tag = 'Loyalty'
const ofCustomer = z.object({ customerId: CustomerId })
const ofRedemption = z.object({ customerId: CustomerId, redemptionId: RedemptionId })
const absent = [CustomerNotFound, CustomerMerged] as const
const unchangeable = [...absent, CustomerRestricted] as const
const Worth = z.string().meta({ description: 'Decimal text, in the reporting currency', examples: ['1.400'] })

export const account = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/loyalty',
  summary: 'Read the points and the tier of a customer',
  description:
    'What can be spent, what is pending, reserved and owed, what ends when, and what is missing to the next tier.',
  tag,
  allow: 'loyalty:read',
  params: ofCustomer,
  output: LoyaltyAccount,
  refuses: absent,
})

const Page = z.strictObject({ limit: CustomerPage.shape.limit, cursor: CustomerPage.shape.cursor })
const listOf = <Entry extends z.ZodObject>(entry: Entry) =>
  z.object({ items: z.array(entry), nextCursor: z.string().nullable() })
const Entries = listOf(ShownEntry)
/** Who entered it, and what staff wrote about it, is the business’s own. */
const OwnEntries = listOf(ShownEntry.omit({ note: true, actor: true }).meta({ id: 'OwnLoyaltyEntry' }))

export const listEntries = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/loyalty/entries',
  summary: 'List the ledger of a customer’s points',
  description:
    'The latest first, with what there was after each entry and why. With those who were merged into them. `note` needs `notes:read`.',
  tag,
  allow: 'loyalty:read',
  params: ofCustomer,
  query: Page,
  output: Entries,
  refuses: [...absent, CursorInvalid, CursorExpired],
})

export const balanceAt = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/loyalty/balance',
  summary: 'Read the points of a customer at a time',
  tag,
  allow: 'loyalty:read',
  params: ofCustomer,
  query: z.strictObject({ at: Moment.optional().meta({ description: 'By default now' }) }),
  output: z.object({
    at: At,
    balance: z.int(),
    pending: z.int(),
    reserved: z.int(),
    debt: z.int(),
    since: At.nullable().meta({ description: 'The entry that made it so; null: there was none yet' }),
  }),
  refuses: absent,
})

export const explain = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/loyalty/explanation',
  summary: 'Explain the tier and the points of a customer',
  description: 'Since when, by which rule, and with the values that were compared.',
  tag,
  allow: 'loyalty:read',
  params: ofCustomer,
  output: z.object({ tier: Explained, points: Explained }),
  refuses: absent,
})

export const adjust = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/adjustments',
  summary: 'Give or take points by hand',
  tag,
  allow: 'loyalty:manage',
  params: ofCustomer,
  body: withoutCardNumbers(
    z.strictObject({
      points: z
        .int()
        .min(-1_000_000)
        .max(1_000_000)
        .refine((points) => points !== 0, { params: { code: POINTS_ZERO } }),
      reason: text(500).meta({ example: 'Sorry for the wait' }),
    }),
  ),
  example: { points: 25, reason: 'Sorry for the wait' },
  output: LoyaltyAccount,
  status: 201,
  refuses: [...unchangeable, NotEnoughPoints, TooManyPoints],
})

export const quote = endpoint({
  method: 'post',
  path: '/api/v1/loyalty/quote',
  summary: 'Ask what an order would earn, and what may be redeemed for it',
  description: 'Nothing is written.',
  tag,
  allow: 'loyalty:read',
  body: z.strictObject({
    customerId: CustomerId,
    total: Minor,
    currency: Currency.optional(),
    rate: Rate.optional(),
    lines: z
      .array(
        z.strictObject({
          sku: z.string().max(100).nullable().default(null),
          category: z.string().max(80).nullable().default(null),
          amount: Minor,
        }),
      )
      .max(200)
      .default([]),
  }),
  example: {
    customerId: 'cust_0198c0de7a317c549e0b3f1d5a2b8c47',
    total: 12_000,
    lines: [{ category: 'coffee', amount: 4_000 }],
  },
  output: z
    .object({
      earns: z.object({
        points: z.int(),
        pendingUntil: z.enum(PENDING).meta({ description: 'When they can be spent' }),
        text: z.string().meta({ description: 'Why so many, in one line' }),
      }),
      mayRedeem: z.object({ points: z.int(), worth: Worth }),
      confirmAbove: z.int().nullable().meta({ description: 'More wants a code or the member’s card' }),
      least: z.int(),
      balance: z.int(),
      debt: z.int(),
      currency: z.string(),
    })
    .meta({ id: 'LoyaltyQuote' }),
  refuses: absent,
})

export const redeem = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/redemptions',
  summary: 'Redeem points, or reserve them',
  description:
    'With `hold` they are set aside until they are captured or released, or until their time is over. Above the limit of the business it takes a `verificationToken` with the purpose `redeem`, or the `card` that the customer’s app shows.',
  tag,
  allow: 'loyalty:write',
  params: ofCustomer,
  body: z.strictObject({
    points: SomePoints,
    orderId: OrderId.optional().meta({ description: 'A refund of this order gives back what was redeemed for it' }),
    hold: z.boolean().optional(),
    verificationToken: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'The proof of the phone; see docs/proofs.md' }),
    card: z.string().max(2_000).optional(),
  }),
  example: { points: 100 },
  output: Redemption,
  status: 201,
  refuses: [
    ...unchangeable,
    NotEnoughPoints,
    TooFewPoints,
    ConfirmationNeeded,
    ProofOfAnother,
    TokenInvalid,
    CardInvalid,
    CardUsed,
    OrderNotFound,
    OrderOver,
    WorthMoreThanOrder,
  ],
})

export const capture = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/redemptions/:redemptionId/capture',
  summary: 'Spend reserved points',
  description: 'Fewer than were reserved may be named; the others are the customer’s again.',
  tag,
  allow: 'loyalty:write',
  params: ofRedemption,
  body: z.strictObject({ points: SomePoints.optional(), orderId: OrderId.optional() }),
  example: { points: 100 },
  output: Redemption,
  refuses: [
    ...unchangeable,
    RedemptionNotFound,
    RedemptionClosed,
    ReservationOver,
    MoreThanReserved,
    OrderNotFound,
    OrderOver,
    WorthMoreThanOrder,
  ],
})

export const release = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/redemptions/:redemptionId/release',
  summary: 'Give reserved points back',
  tag,
  allow: 'loyalty:write',
  params: ofRedemption,
  output: Redemption,
  refuses: [...unchangeable, RedemptionNotFound, RedemptionClosed],
})

export const grantOffline = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/offline-grants',
  summary: 'Let this till redeem points of a customer while it is offline',
  description:
    'The last balance, signed, and how many points this till may redeem until then without asking. Good for 12 hours. What all tills together may redeem of one customer is what the business allows, and in a day no more than it allows without a proof.',
  tag,
  allow: 'loyalty:write',
  params: ofCustomer,
  output: z
    .object({
      customerId: z.string(),
      balance: z.int(),
      debt: z.int(),
      points: z.int().meta({ description: 'What this till may redeem' }),
      redeem: PointRules.shape.redeem,
      currency: z.string(),
      at: At,
      expiresAt: At,
      snapshot: Secret.meta({ description: 'Signed; goes with each redemption that is settled' }),
    })
    .meta({ id: 'OfflineGrant' }),
  status: 201,
  refuses: [...absent, CustomerRestricted, TillNeeded],
})

export const settleOffline = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/offline-redemptions',
  summary: 'Settle points that a till redeemed while it was offline',
  description:
    'The order was served already: what is not there any more becomes a debt. An order that was over by then, is of another customer, or of which less was left than the points are worth keeps nothing back: `orderId` of the answer is null, and the entry of the ledger says why. What was refunded of the order since then comes back at once. The same `redemptionId` again gives the same answer.',
  tag,
  allow: 'loyalty:write',
  params: ofCustomer,
  body: z.strictObject({
    redemptionId: z.uuid().meta({ description: 'Drawn by the till' }),
    snapshot: z.string().max(2_000).meta({ example: 'eyJhbGciOiJraXRoLW1hYyJ9.eyJwb2ludHMiOjEwMH0.c2lnbmVk' }),
    points: SomePoints,
    at: OrderMoment.meta({ example: '2025-01-15T09:30:00Z' }),
    orderId: OrderId.optional().meta({ description: 'A refund of this order gives back what was redeemed for it' }),
  }),
  output: Redemption,
  status: 201,
  refuses: [...unchangeable, SnapshotInvalid, OfflineAllowanceSpent],
})

const mine = { tag: 'About oneself', allow: 'signed-in', params: z.object({}) } as const

export const own = endpoint({
  ...account,
  ...mine,
  path: '/api/v1/me/loyalty',
  summary: 'Read my points and my tier',
  refuses: [CustomerLoginNeeded],
})

export const ownEntries = endpoint({
  ...listEntries,
  ...mine,
  path: '/api/v1/me/loyalty/entries',
  summary: 'List where my points come from and went',
  output: OwnEntries,
  refuses: [CustomerLoginNeeded, CursorInvalid, CursorExpired],
})

export const card = endpoint({
  ...mine,
  method: 'post',
  path: '/api/v1/me/loyalty/card',
  summary: 'Make a card that proves at the counter who I am',
  description: 'Shown as a QR code; good for two minutes and for one redemption.',
  output: z.object({ card: Secret, expiresAt: At, expiresInSeconds: z.int() }),
  refuses: [CustomerLoginNeeded],
})

const decided = { version: z.int(), since: At.nullable(), by: z.string().nullable(), currency: z.string() }
const DecidedPoints = z.object({ ...decided, rules: PointRules })
const DecidedTiers = z.object({ ...decided, rules: TierProgram })

export const readRules = endpoint({
  method: 'get',
  path: '/api/v1/settings/loyalty/points',
  summary: 'Read how points are earned and redeemed',
  tag,
  allow: 'loyalty:read',
  output: DecidedPoints,
  refuses: [],
})

export const changeRules = endpoint({
  method: 'put',
  path: '/api/v1/settings/loyalty/points',
  summary: 'Decide how points are earned and redeemed',
  description: 'What is not named stays. Each decision is a version of its own, which the entries of the ledger name.',
  tag,
  allow: 'loyalty:manage',
  body: PointRulesChange,
  example: {
    earn: { points: 1, per: 1_000 },
    multipliers: { tiers: { gold: '2' }, categories: { coffee: '1.5' }, days: { fri: '2' } },
    welcome: 50,
  },
  output: DecidedPoints,
  refuses: [VersionConflict],
})

export const listRules = endpoint({
  method: 'get',
  path: '/api/v1/settings/loyalty/points/versions',
  summary: 'List the decisions about points',
  tag,
  allow: 'loyalty:manage',
  output: z.object({ items: z.array(DecidedPoints) }),
  refuses: [],
})

export const readTiers = endpoint({
  method: 'get',
  path: '/api/v1/settings/loyalty/tiers',
  summary: 'Read the tiers',
  tag,
  allow: 'loyalty:read',
  output: DecidedTiers,
  refuses: [],
})

export const changeTiers = endpoint({
  method: 'put',
  path: '/api/v1/settings/loyalty/tiers',
  summary: 'Decide about the tiers',
  description: 'What is not named stays. It holds from the next review on.',
  tag,
  allow: 'loyalty:manage',
  body: TierProgramChange,
  example: {
    tiers: [
      { key: 'silver', name: { en: 'Silver', ar: 'فضية' }, from: 0 },
      { key: 'gold', name: { en: 'Gold', ar: 'ذهبية' }, from: 500_000 },
    ],
    graceDays: 60,
  },
  output: DecidedTiers,
  refuses: [VersionConflict],
})

const Valued = z.object({ points: z.int(), worth: Worth })

export const simulate = endpoint({
  method: 'post',
  path: '/api/v1/loyalty/simulation',
  summary: 'Try other rules on the orders of the last days',
  description: 'What they would have given and cost, beside the rules of today. Nothing is written.',
  tag,
  allow: 'loyalty:manage',
  body: z.strictObject({ rules: PointRulesChange, days: z.int().min(1).max(730).default(90) }),
  example: { rules: { earn: { points: 2, per: 1_000 } }, days: 90 },
  output: z
    .object({
      days: z.int(),
      orders: z.int(),
      customers: z.int(),
      given: z.int().meta({ description: 'What these orders earned when they were placed' }),
      present: Valued,
      wanted: Valued,
      difference: Valued,
      currency: z.string(),
    })
    .meta({ id: 'LoyaltySimulation' }),
  refuses: [],
})

export const liability = endpoint({
  method: 'get',
  path: '/api/v1/loyalty/liability',
  summary: 'Read what outstanding points are worth, by the month in which they end',
  tag,
  allow: 'loyalty:manage',
  output: z
    .object({
      asOf: At,
      currency: z.string(),
      months: z.array(
        z.object({ month: z.string().nullable().meta({ description: 'Null: they do not end' }), ...Valued.shape }),
      ),
      pending: Valued,
      reserved: Valued,
      owedByCustomers: Valued,
      outstanding: Valued,
    })
    .meta({ id: 'LoyaltyLiability' }),
  refuses: [],
})

const Review = z
  .object({
    id: z.uuid(),
    month: z.string().nullable().meta({ description: 'Of the monthly reviews' }),
    askedBy: z.string(),
    at: At,
    finishedAt: At.nullable(),
    progress: z.object({ done: z.int(), total: z.int() }),
    raised: z.int(),
    lowered: z.int(),
    warned: z.int().meta({ description: 'Customers with a grace that began' }),
  })
  .meta({ id: 'LoyaltyReview' })

export const previewReview = endpoint({
  method: 'post',
  path: '/api/v1/loyalty/reviews/preview',
  summary: 'Preview the tiers that a review would change now',
  description:
    'Also by a program that is not saved. Exact counts, and the first 50 of each kind by name. Nothing is written.',
  tag,
  allow: 'loyalty:manage',
  body: TierProgramChange,
  example: { graceDays: 60 },
  output: z.object({
    reviewed: z.int(),
    changes: z.array(
      z.object({
        what: z.enum(['raise', 'lower', 'warn']).meta({ description: '`warn`: grace begins' }),
        from: z.string().nullable(),
        to: z.string(),
        customers: z.int(),
        named: z.array(
          z.object({
            customerId: z.string(),
            number: z.string().nullable(),
            name: z.string().nullable(),
            spent: Worth,
          }),
        ),
      }),
    ),
  }),
  refuses: [],
})

export const askForReview = endpoint({
  method: 'post',
  path: '/api/v1/loyalty/reviews',
  summary: 'Review the tiers of all customers now',
  description: 'In the background, in batches; killed in the middle, it goes on from there.',
  tag,
  allow: 'loyalty:manage',
  output: Review,
  status: 202,
  refuses: [ReviewUnderWay],
})

export const listReviews = endpoint({
  method: 'get',
  path: '/api/v1/loyalty/reviews',
  summary: 'List the last reviews of tiers, and how far one has come',
  tag,
  allow: 'loyalty:manage',
  output: z.object({ items: z.array(Review) }),
  refuses: [],
})

export const readReview = endpoint({
  method: 'get',
  path: '/api/v1/loyalty/reviews/:reviewId',
  summary: 'Read one review of tiers',
  tag,
  allow: 'loyalty:manage',
  params: z.object({ reviewId: z.uuid() }),
  output: Review,
  refuses: [ReviewNotFound],
})

export const reviewOne = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/loyalty/review',
  summary: 'Review the tier of one customer now',
  tag,
  allow: 'loyalty:manage',
  params: ofCustomer,
  output: LoyaltyAccount,
  refuses: unchangeable,
})
