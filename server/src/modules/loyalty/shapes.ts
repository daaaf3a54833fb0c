import { z } from 'zod'
import { At, form } from '../../kit/text.ts'
import { KINDS } from './ledger/entry.ts'
import { REDEMPTION_ID_FORM } from './problems.ts'
import { Why } from './rules/why.ts'

const Worth = z.string().meta({ description: 'Decimal text, in the reporting currency', examples: ['1.400'] })
const NamedTier = z.object({ key: z.string(), name: z.object({ en: z.string(), ar: z.string() }) })

export const Standing = z.object({
  current: NamedTier.nullable().meta({ description: 'Null before the first review' }),
  since: At.nullable(),
  projected: NamedTier.meta({ description: 'Where it goes from here, if nothing more is spent' }),
  earned: NamedTier.meta({ description: 'By the spending alone' }),
  spent: Worth.meta({ description: 'In the twelve months before, less what was refunded' }),
  toReach: z.object({ tier: NamedTier, missing: Worth }).nullable().meta({ description: 'Null: there is none above' }),
  toKeep: z
    .object({ missing: Worth, until: At.nullable() })
    .nullable()
    .meta({ description: 'Null: nothing is missing; `until`: when grace ends, where it has begun' }),
})

export const LoyaltyAccount = z
  .object({
    customerId: z.string(),
    balance: z.int().meta({ description: 'Can be spent now' }),
    pending: z.int().meta({ description: 'Earned, and cannot be spent yet' }),
    reserved: z.int().meta({ description: 'Set aside until they are captured or released' }),
    debt: z.int().meta({ description: 'Spent and then taken back by a refund: the next points pay it' }),
    worth: Worth.meta({ description: 'Of the balance' }),
    currency: z.string(),
    ending: z.array(z.object({ at: At, points: z.int(), worth: Worth })).meta({ description: 'What ends when' }),
    waiting: z
      .array(
        z.object({
          points: z.int(),
          delivery: z.boolean(),
          sale: z.boolean(),
          proof: z.boolean(),
          until: At.nullable(),
        }),
      )
      .meta({
        description:
          'What pending points wait for: the delivery, of an order that was asked for the payment or the delivery (`sale`), a verified phone, the end of the return window',
      }),
    tier: Standing,
  })
  .meta({ id: 'LoyaltyAccount' })
export type LoyaltyAccount = z.output<typeof LoyaltyAccount>

export const ShownEntry = z
  .object({
    seq: z.int(),
    customerId: z.string().meta({ description: 'The customer at the time: after a merge, perhaps the other one' }),
    kind: z.enum(KINDS),
    at: At,
    actor: z.string(),
    points: z.int(),
    balance: z.int().meta({ description: 'This and the next three: what there was afterwards' }),
    pending: z.int(),
    reserved: z.int(),
    debt: z.int(),
    orderId: z.string().nullable(),
    why: Why,
    text: z.string().meta({ description: 'Why so many points, in one line' }),
    note: z.string().nullable(),
  })
  .meta({ id: 'LoyaltyEntry' })
export type ShownEntry = z.output<typeof ShownEntry>

/** Outside `rdm_` and 32 hex digits, inside a uuid. */
export const RedemptionId = form(/^rdm_[0-9a-f]{32}$/, REDEMPTION_ID_FORM)
  .transform((id) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'rdm_ and 32 hex digits', example: 'rdm_0198c0de7a317c549e0b3f1d5a2b8c47' })
export const outsideRedemptionId = (uuid: string) => `rdm_${uuid.replaceAll('-', '')}`

export const REDEMPTION_STATES = ['reserved', 'redeemed', 'released'] as const
export const Redemption = z
  .object({
    id: z.string(),
    customerId: z.string(),
    points: z.int(),
    worth: z.string().meta({ description: 'In the reporting currency, as decimal text', examples: ['1.400'] }),
    currency: z.string(),
    state: z.enum(REDEMPTION_STATES),
    overdraft: z.int().meta({ description: 'Of the points, what was not there and became a debt' }),
    returned: z.int().meta({ description: 'What refunds gave back' }),
    orderId: z.string().nullable(),
    offline: z.boolean(),
    createdAt: At,
    expiresAt: At.nullable().meta({ description: 'Until when reserved points are kept' }),
    closedAt: At.nullable(),
    balance: z.int().meta({ description: 'What is left to spend' }),
    debt: z.int(),
  })
  .meta({ id: 'Redemption' })
export type Redemption = z.output<typeof Redemption>
