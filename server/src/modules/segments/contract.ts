import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { Explained } from '../../kit/explain.ts'
import { KEY_FORM } from '../../kit/problems.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { At, form, Moment } from '../../kit/text.ts'
import { ContactChannel, DocumentNotFound, LEFT_OUT } from '../consent/contract.ts'
import {
  CustomerId,
  CustomerMerged,
  CustomerNotFound,
  CustomerPage,
  CustomerRestricted,
} from '../customers/contract.ts'
import { NotBegun, NothingToUndo, SegmentNotFound, StillApplying, TagByRule, TagNotFound } from './refusals.ts'
import { Definitions, OPERATORS, Rule, SegmentKey } from './rules/grammar.ts'
import { WANTED } from './rules/operators.ts'

const tag = 'Segments'
const example = {
  segments: [
    {
      key: 'vip',
      name: { en: 'VIP', ar: 'كبار العملاء' },
      rule: { attribute: 'spent', is: 'at_least', value: 200_000, window: { days: 90 } },
    },
  ],
  otherwise: { key: 'others', name: { en: 'Others', ar: 'الآخرون' } },
  tags: [{ key: 'friend', name: { en: 'Friend', ar: 'صديق' }, rule: null }],
} satisfies Definitions
const ofCustomer = z.object({ customerId: CustomerId })
const absent = [CustomerNotFound, CustomerMerged] as const

const Name = z.object({ en: z.string(), ar: z.string() })
const counted = { customers: z.int() }
const defined = {
  segments: z.array(z.object({ key: z.string(), name: Name, rule: Rule, ...counted })),
  otherwise: z.object({ key: z.string(), name: Name, ...counted }),
  tags: z.array(z.object({ key: z.string(), name: Name, rule: Rule.nullable(), ...counted })),
}

export const Segments = z
  .object({
    version: z.int().meta({ description: '0: nothing is decided, and customers have no segment' }),
    decidedAt: At.nullable(),
    decidedBy: z.string().nullable(),
    ...defined,
    applying: z
      .object({ since: At, done: z.int(), total: z.int(), changed: z.int() })
      .nullable()
      .meta({ description: 'How far the last change has come' }),
    asOf: At.meta({ description: 'The counts are exact at this time' }),
  })
  .meta({ id: 'Segments' })
export type Segments = z.output<typeof Segments>

export const read = endpoint({
  method: 'get',
  path: '/api/v1/segments',
  summary: 'Read the segments and tags, with how many customers each has',
  tag,
  allow: 'segments:read',
  output: Segments,
  versioned: true,
  refuses: [],
})

export const decide = endpoint({
  method: 'put',
  path: '/api/v1/segments',
  summary: 'Decide about segments and tags',
  description:
    'All of them at once, in order. Each decision is a version of its own, which is applied to all customers in the background; what happens to a customer meanwhile follows the new rules.',
  tag,
  allow: 'segments:manage',
  also: 'customers:read',
  body: Definitions,
  example,
  output: Segments,
  versioned: true,
  refuses: [StillApplying, VersionConflict],
})

export const undo = endpoint({
  method: 'post',
  path: '/api/v1/segments/undo',
  summary: 'Undo the last decision about segments',
  description: 'The version before it holds again, as a version of its own.',
  tag,
  allow: 'segments:manage',
  output: Segments,
  refuses: [NothingToUndo, StillApplying, VersionConflict],
})

const moved = { now: z.int(), after: z.int(), come: z.int(), go: z.int() }

export const preview = endpoint({
  method: 'post',
  path: '/api/v1/segments/preview',
  summary: 'Try segments and tags',
  description: 'How many customers each would have, and who would come and go. Nothing is written.',
  tag,
  allow: 'segments:manage',
  also: 'customers:read',
  body: Definitions,
  example,
  output: z
    .object({
      segments: z.array(z.object({ key: z.string(), ...moved })),
      tags: z.array(z.object({ key: z.string(), ...moved })),
      customers: z.int(),
      changing: z.int(),
      sample: z
        .array(
          z.object({
            customerId: z.string(),
            number: z.string(),
            name: z.string().nullable(),
            from: z.string().nullable(),
            to: z.string(),
          }),
        )
        .meta({ description: 'Some of those who would change, for callers who may read customers' }),
      took: z.int().meta({ description: 'Milliseconds' }),
      secondsToApply: z.int(),
      asOf: At,
    })
    .meta({ id: 'SegmentPreview' }),
  refuses: [NotBegun, StillApplying],
})

export const listVersions = endpoint({
  method: 'get',
  path: '/api/v1/segments/versions',
  summary: 'List the decisions about segments',
  tag,
  allow: 'segments:read',
  output: z.object({
    items: z.array(
      z.object({
        version: z.int(),
        undoes: z.int().nullable(),
        decidedAt: At,
        decidedBy: z.string(),
        segments: z.array(z.object({ key: z.string(), name: Name, rule: Rule })),
        otherwise: z.object({ key: z.string(), name: Name }),
        tags: z.array(z.object({ key: z.string(), name: Name, rule: Rule.nullable() })),
      }),
    ),
  }),
  refuses: [],
})

export const attributes = endpoint({
  method: 'get',
  path: '/api/v1/segments/attributes',
  summary: 'List what rules may compare of a customer',
  tag,
  allow: 'segments:read',
  output: z.object({
    currency: z.string().meta({ description: 'Of amounts, which rules name in minor units' }),
    items: z.array(
      z
        .object({
          key: z.string(),
          label: z.string(),
          type: z.string(),
          windowed: z.boolean().meta({ description: 'May be counted in the last days alone' }),
          sealed: z.boolean().meta({ description: 'Kept as keyed tokens: rules name words, answers do not' }),
          operators: z.array(z.object({ is: z.enum(OPERATORS), wants: z.enum(WANTED) })),
          choices: z
            .array(z.object({ value: z.string(), label: z.string() }))
            .nullable()
            .meta({ description: 'Null: any word' }),
        })
        .meta({ id: 'SegmentAttribute' }),
    ),
  }),
  refuses: [],
})

const Asked = {
  at: Moment.optional().meta({ description: 'Who was in it then; by default now' }),
  channel: ContactChannel.optional().meta({ description: 'Only those who may be written to on this channel' }),
  topic: form(/^[a-z][A-Za-z0-9]{0,39}$/, KEY_FORM).default('offers'),
  sendAt: Moment.optional().meta({ description: 'When it is to be sent, for quiet hours; by default now' }),
}
const ofKey = z.object({ key: SegmentKey })
const LeftOut = z.object(
  // The reasons are the keys.
  Object.fromEntries(LEFT_OUT.map((reason) => [reason, z.int()])) as Record<(typeof LEFT_OUT)[number], z.ZodInt>,
)

export const listCustomers = endpoint({
  method: 'get',
  path: '/api/v1/segments/:key/customers',
  summary: 'List the customers of a segment or a tag',
  description:
    'With `channel`, only those who consent to marketing on it, want the topic, have a verified contact and no quiet hours; `leftOut` says how many of this page were left out, each for its first reason; restricted customers always are.',
  tag,
  allow: 'segments:read',
  also: 'customers:read',
  params: ofKey,
  query: z.strictObject({ ...Asked, limit: CustomerPage.shape.limit, cursor: CustomerPage.shape.cursor }),
  output: z.object({
    items: z.array(
      z.object({
        customerId: z.string(),
        number: z.string(),
        name: z.string(),
        name2: z.string().nullable(),
        language: z.string(),
        contact: z.string().nullable().meta({ description: 'With `channel`' }),
        unsubscribe: z.string().nullable().meta({ description: 'The link to offer: in the export with `channel`' }),
      }),
    ),
    leftOut: LeftOut.nullable(),
    looked: z.int().meta({ description: 'How many customers this page looked at' }),
    total: z.int().meta({ description: 'How many are in the segment, before any is left out' }),
    nextCursor: z.string().nullable(),
    asOf: At,
  }),
  refuses: [SegmentNotFound, DocumentNotFound, CursorInvalid, CursorExpired],
})

export const exportCustomers = endpoint({
  method: 'get',
  path: '/api/v1/segments/:key/export',
  summary: 'Export the customers of a segment or a tag',
  description: 'One JSON object a line, as in the list; the last line says how many were left out, and why. Audited.',
  tag,
  allow: 'customers:export',
  freshProof: true,
  params: ofKey,
  query: z.strictObject(Asked),
  output: z.string(),
  streams: ['application/x-ndjson'],
  refuses: [SegmentNotFound, DocumentNotFound],
})

export const listChanges = endpoint({
  method: 'get',
  path: '/api/v1/segments/changes',
  summary: 'List who came into which segment or got which tag, and why',
  description: 'The newest first. The same as the event `CustomerSegmentChanged`.',
  tag,
  allow: 'segments:read',
  query: z.strictObject({
    key: SegmentKey.optional(),
    limit: CustomerPage.shape.limit,
    cursor: CustomerPage.shape.cursor,
  }),
  output: z.object({
    items: z.array(
      z.object({
        customerId: z.string().nullable().meta({ description: 'Null for callers who may not read customers' }),
        name: z.string().nullable(),
        key: z.string(),
        isTag: z.boolean(),
        from: z.string().nullable(),
        at: At,
        why: z.object({ cause: z.string(), version: z.int() }),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
  refuses: [CursorInvalid, CursorExpired],
})

const Membership = z.object({ key: z.string(), name: Name.nullable(), since: At, cause: z.string() })
const OfCustomer = z
  .object({
    at: At,
    segment: Membership.nullable().meta({ description: 'Null: there were no rules at that time' }),
    tags: z.array(Membership),
    explained: z
      .object({
        segments: z.array(Explained).meta({ description: 'In order, up to the one that fits' }),
        tags: z.array(Explained),
      })
      .nullable()
      .meta({ description: 'By the rules of now; null with `at`' }),
    history: z.array(
      z.object({
        ...Membership.shape,
        isTag: z.boolean(),
        until: At.nullable(),
        version: z.int(),
        from: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SegmentsOfCustomer' })

export const ofOne = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/segments',
  summary: 'Read in which segment a customer is and which tags they have, since when and why',
  tag,
  allow: 'segments:read',
  also: 'customers:read',
  params: ofCustomer,
  query: z.strictObject({ at: Moment.optional().meta({ description: 'By default now' }) }),
  output: OfCustomer,
  refuses: absent,
})

const tagged = {
  tag,
  allow: 'segments:tag',
  also: 'customers:read',
  path: '/api/v1/customers/:customerId/tags/:tag',
  params: z.object({ customerId: CustomerId, tag: SegmentKey }),
  output: OfCustomer,
} as const

export const giveTag = endpoint({
  ...tagged,
  method: 'put',
  summary: 'Give a customer a tag by hand',
  refuses: [...absent, CustomerRestricted, TagNotFound, TagByRule],
})

export const takeTag = endpoint({
  ...tagged,
  method: 'delete',
  summary: 'Take a tag from a customer by hand',
  refuses: [...absent, CustomerRestricted, TagNotFound, TagByRule],
})
