import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { Country } from '../../kit/country.ts'
import { NOTHING_TO_CHANGE, PAGE_SIZE } from '../../kit/problems.ts'
import { At, ExactMoment, form, Moment, text, typedDigits } from '../../kit/text.ts'
import { SAID_CHANNELS } from './channel.ts'
import { Email, FACTS, FIELD_NAMES, fieldsWith, Locale, SEALED_FIELDS, shapesOf, TypedPhone } from './fields.ts'
import { DECIMAL_FORM, ID_INVALID, NUMBER_FORM } from './problems.ts'
import { MATCHES } from './search/needle.ts'
import { SEARCHED_FIELDS } from './search/person.ts'

export const TYPES = ['guest', 'stub', 'full'] as const
export const STATUSES = ['active', 'deactivated', 'suspended', 'cancelled', 'merged', 'erased'] as const
export const TIERS = ['free', 'basic', 'premium', 'enterprise'] as const

/** In the API `cust_` and 32 hex digits, in the database a uuid. */
export const CustomerId = form(/^cust_[0-9a-f]{32}$/, ID_INVALID)
  .transform((id) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'cust_ and 32 hex digits', example: 'cust_0198c0de7a317c549e0b3f1d5a2b8c47' })
export const outsideId = (uuid: string) => `cust_${uuid.replaceAll('-', '')}`

export const outsideNumber = (number: number) => `CUST-${String(number).padStart(5, '0')}`
export const CustomerNumber = typedDigits(/^(?:CUST-)?0*[1-9]\d{0,8}$/i, NUMBER_FORM).transform((written) =>
  Number(written.replace(/^CUST-/i, '')),
)

export { Country, Email, Locale, TypedPhone }

const VerifiedElsewhere = z.boolean().optional().meta({
  description: 'True: the contact was verified in another system. Audited. Needs `customers:import`.',
})

const settable = z.object(shapesOf(FIELD_NAMES, 'shape')).partial().shape

export const NewCustomer = withoutCardNumbers(
  z.strictObject({
    type: z.enum(TYPES).optional().meta({ description: 'By default `stub` with a phone or an e-mail, else `guest`' }),
    ...settable,
    phoneVerified: VerifiedElsewhere,
    emailVerified: VerifiedElsewhere,
    channel: z.enum(SAID_CHANNELS).optional().meta({
      description: 'Where the customer was entered, for the statistics; by default what the credential tells',
    }),
    plan: text(40).optional().meta({ description: 'Legacy plan; fills the tier. Needs `customers:import`.' }),
    createdAt: ExactMoment.optional().meta({
      description: 'Creation date in another system. Needs `customers:import`.',
    }),
  }),
)
export type NewCustomer = z.output<typeof NewCustomer>

export const CustomerChange = z
  .strictObject(settable)
  .superRefine((change, ctx) => {
    if (Object.keys(change).length === 0) ctx.addIssue({ code: 'custom', params: { code: NOTHING_TO_CHANGE } })
  })
  .meta({ id: 'CustomerChange' })
export type CustomerChange = z.output<typeof CustomerChange>

/** The customer whose value of a field the survivor keeps. */
export const MergeChoices = z.partialRecord(CustomerChange.keyof(), z.enum(['from', 'into']))
/** The same among several: its id. */
export const GroupChoices = z.partialRecord(CustomerChange.keyof(), CustomerId)

export const Customer = z
  .object({
    id: z.string(),
    number: z.string(),
    type: z.enum(TYPES),
    status: z.enum(STATUSES),
    ...shapesOf(SEALED_FIELDS, 'shown'),
    name: z.string(),
    phoneVerified: z.boolean(),
    emailVerified: z.boolean(),
    contactsMasked: z.boolean(),
    restricted: z.boolean().meta({ description: 'Processing is restricted: staff cannot change the customer' }),
    displayName: z.string().nullable(),
    tier: z.enum(TIERS),
    loyaltyTier: z.string().nullable(),
    segment: z.string().nullable(),
    plan: z.string().nullable(),
    ...shapesOf(FACTS, 'shown'),
    totalOrders: z.int(),
    totalSpent: z.string().meta({ description: 'Decimal, in the currency of the tenant' }),
    loyaltyPoints: z.int(),
    lastOrderAt: At.nullable().meta({ description: 'When they last ordered what was not cancelled' }),
    lastSeenAt: At,
    createdAt: At,
    updatedAt: At,
    version: z.int(),
    damaged: z.boolean().meta({
      description: 'The record is partly unreadable; it cannot be changed until it is repaired',
    }),
  })
  .meta({ id: 'Customer' })
export type Customer = z.output<typeof Customer>

export const FoundCustomer = z
  .object({
    ...Customer.shape,
    match: z.enum(MATCHES).optional().meta({
      description:
        'How the result matches `q`: exactly, by prefix, or by sound, which may be a different person. Only with `q`',
    }),
    matchedBy: z.array(z.enum(SEARCHED_FIELDS)).optional().meta({
      description: 'The fields by which `q` fits. `merged`: by a record that was merged into this one',
    }),
    tags: z.array(z.string()).optional().meta({ description: 'Their keys, where `tags` asks for them' }),
  })
  .meta({ id: 'FoundCustomer' })

const ownSettable = z.object(shapesOf(fieldsWith('own', 'changes'), 'shape')).partial().shape
export const OwnChange = z.strictObject(ownSettable).superRefine((change, ctx) => {
  if (Object.keys(change).length === 0) ctx.addIssue({ code: 'custom', params: { code: NOTHING_TO_CHANGE } })
})
export type OwnChange = z.output<typeof OwnChange>

/** A customer's own profile: without the notes of the business. */
export const OwnProfile = z
  .object({
    ...shapesOf(fieldsWith('own', 'changes', 'sees'), 'shown'),
    ...Customer.pick({
      phoneVerified: true,
      emailVerified: true,
      displayName: true,
      tier: true,
      loyaltyTier: true,
      loyaltyPoints: true,
      restricted: true,
      createdAt: true,
      version: true,
    }).shape,
  })
  .meta({ id: 'OwnProfile' })
export type OwnProfile = z.output<typeof OwnProfile>

const list = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .union([z.string().max(200), z.array(z.string().max(200)).max(20)])
    .transform((written) => [written].flat().flatMap((some) => some.split(',')))
    .pipe(z.array(z.enum(values)))
    .meta({ description: `One or more of ${values.join(', ')}, separated by commas or given several times` })
const YesNo = z.enum(['true', 'false']).transform((said) => said === 'true')

export const SORTS = ['created', 'updated', 'number', 'spent', 'orders', 'points', 'lastOrder', 'lastSeen'] as const

/** At most what a total can be, so that no query overflows. */
export const Decimal = form(/^\d{1,9}(\.\d{1,3})?$/, DECIMAL_FORM).meta({ example: '100.000' })

export const CustomerFilter = z.strictObject({
  q: text(200).optional().meta({ description: 'Name in either script, phone, e-mail or number, or part of one' }),
  type: list(TYPES).optional(),
  status: list(STATUSES).optional().meta({ description: 'By default all except merged and erased' }),
  tier: list(TIERS).optional(),
  loyaltyTier: text(40).optional(),
  segment: text(80).optional().meta({ description: 'The key of a segment' }),
  tag: text(80).optional().meta({ description: 'The key of a tag' }),
  verified: YesNo.optional().meta({ description: 'Whether the phone or the e-mail is verified' }),
  restricted: YesNo.optional().meta({ description: 'Whether processing is restricted' }),
  severalLogins: YesNo.optional().meta({ description: 'Whether the person has several logins' }),
  ordered: YesNo.optional().meta({ description: 'Whether the customer has an order that counts' }),
  spentFrom: Decimal.transform((written) => Math.round(Number(written) * 1_000))
    .optional()
    .meta({ description: 'At least so much in all, in the currency of the business' }),
  createdFrom: Moment.optional(),
  createdTo: Moment.optional().meta({ description: 'Up to, not including' }),
})
export type CustomerFilter = z.output<typeof CustomerFilter>

export const CustomerPage = z.strictObject({
  ...CustomerFilter.shape,
  sort: z.enum(SORTS).optional().meta({ description: 'By default creation date, or relevance with `q`' }),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z
    .string()
    .refine((written) => /^(?:[1-9]\d?|1\d\d|200)$/.test(written), { params: { code: PAGE_SIZE } })
    .meta({ type: 'integer', minimum: 1, maximum: 200 })
    .transform(Number)
    .default(50),
  cursor: z.string().max(1_000).optional(),
  total: z.enum(['none', 'estimated', 'exact']).default('estimated'),
  tags: YesNo.optional().meta({ description: 'Whether to tell the tags of each customer' }),
})
export type CustomerPage = z.output<typeof CustomerPage>
