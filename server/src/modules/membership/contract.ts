import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { Explained } from '../../kit/explain.ts'
import { TOO_MANY_KEYS } from '../../kit/problems.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { At, DayOrMoment, PastMoment, unfitAnywhere } from '../../kit/text.ts'
import {
  CustomerDamaged,
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
} from '../customers/contract.ts'
import { Value } from './catalogue/features.ts'
import { Flair, FlairCatalogue, usualFlairs } from './catalogue/flairs.ts'
import { AnchorDay, CatalogueKey, CYCLES, PlanCatalogue, usualPlans } from './catalogue/plans.ts'
import {
  AlreadySubscribed,
  ChangeScheduled,
  FlairHeld,
  FlairInUse,
  FlairNotHeld,
  FlairRunUnderWay,
  FreePlanStays,
  NoPeriod,
  NothingScheduled,
  PlanInUse,
  SubscriptionNotActive,
  SubscriptionNotFound,
  SubscriptionNotPaused,
  SubscriptionOver,
} from './refusals.ts'
import {
  BothNames,
  HeldFlair,
  NamedTier,
  ResolvedFeature,
  Subscription,
  SubscriptionId,
  Subscriptions,
} from './shapes.ts'

const tag = 'Membership'
const ofCustomer = z.object({ customerId: CustomerId })
const ofSubscription = z.object({ customerId: CustomerId, subscriptionId: SubscriptionId })
const ofFlair = z.object({ customerId: CustomerId, flairId: CatalogueKey })
const absent = [CustomerNotFound, CustomerMerged] as const
const unchangeable = [...absent, CustomerRestricted] as const
const ofOne = [...unchangeable, SubscriptionNotFound] as const

const MOST_CHARACTERS = 4_000
const Extra = z
  .record(z.string().min(1).max(80), z.unknown())
  .superRefine((value, ctx) => {
    const code = JSON.stringify(value).length > MOST_CHARACTERS ? TOO_MANY_KEYS : unfitAnywhere(value)
    if (code) ctx.addIssue({ code: 'custom', params: { code } })
  })
  .meta({ description: 'Free keys, such as the id of a payment elsewhere' })
const DAY_MEANS = 'A date is the start of that day, where the business is'
const Cycle = z.enum(CYCLES).meta({ description: 'By default that of the plan' })
const When = z
  .enum(['now', 'period_end'])
  .meta({ description: '`period_end`: seen as `scheduled`, and revocable until then' })
const adminPath = (method: 'get' | 'post' | 'put' | 'delete', rest: string) => [
  { method, path: `/admin/customers/:customerId/${rest}` },
]

export const list = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/subscriptions',
  aliases: adminPath('get', 'subscriptions'),
  summary: 'List the plans of a customer, also former ones',
  description: 'A customer without any other plan has the free one.',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  output: Subscriptions,
  refuses: absent,
})

export const start = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/subscriptions',
  aliases: adminPath('post', 'subscriptions'),
  summary: 'Give a customer another plan',
  description:
    'Its dates decide its status: one that ended before is history. The free plan ends while another is active. No money is asked for, and no part of a period is counted.',
  tag,
  allow: 'plans:write',
  params: ofCustomer,
  body: withoutCardNumbers(
    z.strictObject({
      planId: CatalogueKey,
      billingCycle: Cycle.optional(),
      anchorDay: AnchorDay.optional().meta({ description: 'By default that of the plan' }),
      startDate: DayOrMoment.optional().meta({ description: `By default now. ${DAY_MEANS}` }),
      endDate: DayOrMoment.optional().meta({ description: `By default it goes on. ${DAY_MEANS}` }),
      cancelledAt: PastMoment.optional().meta({ description: 'Of one that was cancelled elsewhere' }),
      extra: Extra.optional(),
    }),
  ),
  example: { planId: 'premium' },
  output: Subscription,
  status: 201,
  refuses: [...unchangeable, AlreadySubscribed],
})

export const change = endpoint({
  method: 'put',
  path: '/api/v1/customers/:customerId/subscriptions/:subscriptionId',
  aliases: adminPath('put', 'subscriptions/:subscriptionId'),
  summary: 'Change a plan of a customer to another, or its cycle or end',
  description:
    'What is not named stays. Its id goes on; the time until the change stays in the list, as a plan that ended.',
  tag,
  allow: 'plans:write',
  params: ofSubscription,
  body: withoutCardNumbers(
    z.strictObject({
      planId: CatalogueKey.optional(),
      billingCycle: Cycle.optional(),
      anchorDay: AnchorDay.optional(),
      endDate: DayOrMoment.nullable()
        .optional()
        .meta({ description: `Null: it goes on. ${DAY_MEANS}` }),
      extra: Extra.optional(),
      when: When.optional().meta({ description: 'Of another plan or cycle; by default now' }),
    }),
  ),
  example: { planId: 'enterprise', when: 'period_end' },
  output: Subscription,
  refuses: [...ofOne, SubscriptionOver, SubscriptionNotActive, AlreadySubscribed, NoPeriod],
})

export const cancel = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/subscriptions/:subscriptionId',
  aliases: adminPath('delete', 'subscriptions/:subscriptionId'),
  summary: 'Cancel a plan of a customer',
  tag,
  allow: 'plans:write',
  params: ofSubscription,
  query: z.strictObject({ when: When.default('now') }),
  output: Subscription,
  refuses: [...ofOne, SubscriptionOver, FreePlanStays, NoPeriod],
})

export const revokeChange = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/subscriptions/:subscriptionId/scheduled',
  summary: 'Revoke what was scheduled for the end of the period',
  tag,
  allow: 'plans:write',
  params: ofSubscription,
  output: Subscription,
  refuses: [...ofOne, NothingScheduled],
})

export const pause = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/subscriptions/:subscriptionId/pause',
  summary: 'Pause a plan of a customer',
  description: 'Until then it gives nothing, and its end moves by as long as the pause lasts.',
  tag,
  allow: 'plans:write',
  params: ofSubscription,
  body: z.strictObject({
    until: DayOrMoment.optional().meta({
      description: `By default until it is resumed. ${DAY_MEANS}`,
      example: '2099-01-01',
    }),
  }),
  output: Subscription,
  refuses: [...ofOne, SubscriptionNotActive, FreePlanStays, ChangeScheduled],
})

export const resume = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/subscriptions/:subscriptionId/resume',
  summary: 'Resume a paused plan of a customer',
  tag,
  allow: 'plans:write',
  params: ofSubscription,
  output: Subscription,
  refuses: [...ofOne, SubscriptionNotPaused],
})

const Moved = <S extends z.ZodType>(what: S) => z.object({ from: what, to: what })
export const preview = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/subscriptions/preview',
  summary: 'Preview what a change of plan will mean for a customer',
  description: 'Without `subscriptionId`: another plan. Nothing is written.',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  body: z.strictObject({
    subscriptionId: SubscriptionId.optional(),
    planId: CatalogueKey.optional(),
    billingCycle: Cycle.optional(),
    cancel: z.boolean().optional(),
    when: When.default('now'),
  }),
  example: { planId: 'premium' },
  output: z
    .object({
      at: At,
      tier: Moved(NamedTier),
      plans: Moved(z.array(z.string())).meta({ description: 'Those that are active' }),
      renewalDate: At.nullable(),
      features: z
        .array(z.object({ key: z.string(), name: BothNames.nullable(), from: Value, to: Value }))
        .meta({ description: 'Only those that change' }),
    })
    .meta({ id: 'PlanPreview' }),
  refuses: [
    ...absent,
    CustomerDamaged,
    SubscriptionNotFound,
    AlreadySubscribed,
    SubscriptionOver,
    SubscriptionNotActive,
    FreePlanStays,
    NoPeriod,
  ],
})

const Features = z
  .object({
    planId: z.string().meta({ description: 'The best that is active' }),
    tier: NamedTier.shape.key,
    at: At,
    features: z.array(ResolvedFeature),
  })
  .meta({ id: 'CustomerFeatures' })

export const features = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/features',
  summary: 'Read what a customer may use, each value with its source',
  description:
    'The first that says anything: the customer’s own `features`, the best active plan, the tier, the default of the feature.',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  output: Features,
  refuses: [...absent, CustomerDamaged],
})

export const featureDocument = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/features/document',
  summary: 'Read what a customer may use as a signed document',
  description:
    'For an app that checks it without asking: a `JWT` of the type `kith-features+jwt` with the `aud` `urn:kith:features:` and the id of the tenant, signed with the keys of `/.well-known/jwks.json`. It is valid for 24 hours at most and ends before a planned change. No server accepts it as a token.',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  output: z.object({ document: z.string(), expiresAt: At }).meta({ id: 'FeatureDocument' }),
  refuses: [...absent, CustomerDamaged],
})

export const explain = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/plan-explanation',
  summary: 'Explain the plan and the features of a customer',
  description: 'Since when, by which rule, and with the values that were compared.',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  output: z.object({ plan: Explained, features: z.array(z.object({ key: z.string(), ...Explained.shape })) }),
  refuses: [...absent, CustomerDamaged],
})

export const listFlairs = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/flairs',
  aliases: adminPath('get', 'flairs'),
  summary: 'List the flairs of a customer',
  tag,
  allow: 'plans:read',
  params: ofCustomer,
  output: z.object({ items: z.array(HeldFlair) }),
  refuses: absent,
})

export const awardFlair = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/flairs',
  aliases: adminPath('post', 'flairs'),
  summary: 'Give a customer a flair',
  tag,
  allow: 'plans:write',
  params: ofCustomer,
  body: z.strictObject({ flairId: CatalogueKey, earnedAt: PastMoment.optional() }),
  example: { flairId: 'gold' },
  output: HeldFlair,
  status: 201,
  refuses: [...unchangeable, FlairHeld],
})

export const removeFlair = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/flairs/:flairId',
  aliases: adminPath('delete', 'flairs/:flairId'),
  summary: 'Take a flair away from a customer',
  description: 'No rule gives it again.',
  tag,
  allow: 'plans:write',
  params: ofFlair,
  output: HeldFlair,
  refuses: [...unchangeable, FlairNotHeld],
})

const mine = { tag: 'About oneself', allow: 'signed-in', params: z.object({}) } as const

export const own = endpoint({
  ...list,
  ...mine,
  path: '/api/v1/me/subscriptions',
  aliases: [],
  summary: 'List my plans',
  refuses: [CustomerLoginNeeded],
})
export const ownFeatures = endpoint({
  ...features,
  ...mine,
  path: '/api/v1/me/features',
  summary: 'Read what I may use',
  refuses: [CustomerLoginNeeded, CustomerDamaged],
})
export const ownFeatureDocument = endpoint({
  ...featureDocument,
  ...mine,
  path: '/api/v1/me/features/document',
  summary: 'Read what I may use as a signed document',
  refuses: [CustomerLoginNeeded, CustomerDamaged],
})
export const ownFlairs = endpoint({
  ...listFlairs,
  ...mine,
  path: '/api/v1/me/flairs',
  aliases: [],
  summary: 'List my flairs',
  refuses: [CustomerLoginNeeded],
})

const decided = { version: z.int(), since: At.nullable(), by: z.string().nullable() }
const DecidedPlans = z.object({ ...decided, catalogue: PlanCatalogue.meta({ id: 'PlanCatalogue' }) })
const DecidedFlairs = z.object({ ...decided, catalogue: FlairCatalogue.meta({ id: 'FlairCatalogue' }) })

export const readPlans = endpoint({
  method: 'get',
  path: '/api/v1/settings/plans',
  summary: 'Read the plans, tiers and features',
  tag,
  allow: 'plans:read',
  output: DecidedPlans,
  versioned: true,
  refuses: [],
})

export const changePlans = endpoint({
  method: 'put',
  path: '/api/v1/settings/plans',
  summary: 'Decide which plans, tiers and features there are',
  description:
    'The catalogue as a whole. Features hold at once; where the order of the tiers or the tier of a plan changes, the tiers of customers follow within a minute.',
  tag,
  allow: 'plans:manage',
  body: PlanCatalogue,
  example: usualPlans,
  output: DecidedPlans,
  versioned: true,
  refuses: [PlanInUse, VersionConflict],
})

export const readFlairs = endpoint({
  method: 'get',
  path: '/api/v1/settings/flairs',
  summary: 'Read which flairs there are, and their rules',
  tag,
  allow: 'plans:read',
  output: DecidedFlairs,
  versioned: true,
  refuses: [],
})

export const changeFlairs = endpoint({
  method: 'put',
  path: '/api/v1/settings/flairs',
  summary: 'Decide which flairs there are, and their rules',
  description:
    'The catalogue as a whole. A new rule holds for what happens from now on; apply the rules for what was before.',
  tag,
  allow: 'plans:manage',
  body: FlairCatalogue,
  example: usualFlairs,
  output: DecidedFlairs,
  versioned: true,
  refuses: [FlairInUse, VersionConflict],
})

export const previewFlairs = endpoint({
  method: 'post',
  path: '/api/v1/flairs/preview',
  summary: 'Preview the flairs that the rules would give now',
  description: 'Also by rules that are not saved. Exact counts, and the first 50 of each by name. Nothing is written.',
  tag,
  allow: 'plans:manage',
  body: z.strictObject({ flairs: z.array(Flair).max(100).optional() }),
  example: usualFlairs,
  output: z
    .object({
      looked: z.int().meta({ description: 'How many customers were looked at' }),
      flairs: z.array(
        z.object({
          flairId: z.string(),
          names: BothNames,
          customers: z.int(),
          named: z.array(
            z.object({ customerId: z.string(), number: z.string().nullable(), name: z.string().nullable() }),
          ),
        }),
      ),
    })
    .meta({ id: 'FlairPreview' }),
  refuses: [],
})

const FlairRun = z
  .object({
    id: z.uuid(),
    day: z.string().nullable().meta({ description: 'Of the daily ones' }),
    askedBy: z.string(),
    at: At,
    finishedAt: At.nullable(),
    done: z.int().meta({ description: 'How many customers were looked at' }),
    awarded: z.int(),
  })
  .meta({ id: 'FlairRun' })

export const applyFlairs = endpoint({
  method: 'post',
  path: '/api/v1/flairs/runs',
  summary: 'Apply the rules of flairs to all customers now',
  description:
    'In the background, in batches; killed in the middle, it goes on from there. No customer gets a flair twice.',
  tag,
  allow: 'plans:manage',
  output: FlairRun,
  status: 202,
  refuses: [FlairRunUnderWay],
})

export const listFlairRuns = endpoint({
  method: 'get',
  path: '/api/v1/flairs/runs',
  summary: 'List when the rules of flairs were last applied to all customers',
  tag,
  allow: 'plans:manage',
  output: z.object({ items: z.array(FlairRun) }),
  refuses: [],
})
