import { z } from 'zod'
import { At, form } from '../../kit/text.ts'
import { TIERS } from '../customers/contract.ts'
import { FEATURE_TYPES, Value } from './catalogue/features.ts'
import { CYCLES } from './catalogue/plans.ts'
import { PLAN_ID_FORM } from './problems.ts'

export const STATUSES = ['pending', 'active', 'paused', 'cancelled', 'expired'] as const
export type Status = (typeof STATUSES)[number]

/** Outside `sub_` and 32 hex digits, inside a uuid. */
export const SubscriptionId = form(/^sub_[0-9a-f]{32}$/, PLAN_ID_FORM)
  .transform((id) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'sub_ and 32 hex digits', example: 'sub_0198c0de7a317c549e0b3f1d5a2b8c47' })
export const outsideSubscriptionId = (uuid: string) => `sub_${uuid.replaceAll('-', '')}`

export const BothNames = z.object({ en: z.string(), ar: z.string() })
export const NamedTier = z.object({ key: z.enum(TIERS), name: BothNames })

export const Subscription = z
  .object({
    id: z.string(),
    planId: z.string(),
    planName: z.string().meta({ description: 'In the language of the caller' }),
    planNames: BothNames,
    tier: z.enum(TIERS),
    status: z.enum(STATUSES),
    billingCycle: z.enum(CYCLES),
    anchorDay: z.int().nullable(),
    startDate: At,
    endDate: At.nullable(),
    renewalDate: At.nullable().meta({ description: 'When the next period begins; null: none does' }),
    cancelledAt: At.nullable(),
    pausedAt: At.nullable(),
    resumesAt: At.nullable().meta({ description: 'Null while it is paused: until it is resumed by hand' }),
    scheduled: z
      .object({
        planId: z.string().nullable().meta({ description: 'Null: it ends' }),
        planNames: BothNames.nullable(),
        billingCycle: z.enum(CYCLES).nullable(),
        at: At,
      })
      .nullable()
      .meta({ description: 'What becomes of it, unless it is revoked until then' }),
    extra: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Subscription' })
export type Subscription = z.output<typeof Subscription>

export const Subscriptions = z
  .object({
    tier: NamedTier.meta({ description: 'Of the best plan that is active' }),
    items: z.array(Subscription).meta({ description: 'Those that have not ended first, then the latest' }),
  })
  .meta({ id: 'Subscriptions' })

export const SOURCES = ['override', 'plan', 'tier', 'default'] as const
export const ResolvedFeature = z
  .object({
    key: z.string(),
    name: BothNames.nullable().meta({ description: 'Null: only the customer’s own `features` know it' }),
    type: z.enum(FEATURE_TYPES),
    value: Value,
    valueName: BothNames.nullable().meta({ description: 'Of the type `choice`: what the business calls the value' }),
    source: z.enum(SOURCES).meta({ description: 'Which of them says so: the first of these that says anything' }),
    from: z.string().nullable().meta({ description: 'The key of that plan or tier' }),
  })
  .meta({ id: 'ResolvedFeature' })
export type ResolvedFeature = z.output<typeof ResolvedFeature>

export const HeldFlair = z
  .object({
    flairId: z.string(),
    name: z.string().meta({ description: 'In the language of the caller' }),
    names: BothNames,
    description: BothNames.nullable(),
    icon: z.string(),
    category: z.string().nullable(),
    earnedAt: At,
    rule: z
      .string()
      .nullable()
      .meta({ description: 'The rule that gave it; null: by hand', examples: ['orders:10'] }),
  })
  .meta({ id: 'HeldFlair' })
export type HeldFlair = z.output<typeof HeldFlair>
