import { z } from 'zod'
import { BREAKS } from '../../kit/audit-verify.ts'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { At, Moment } from '../../kit/text.ts'
import { CustomerId } from '../customers/contract.ts'

export * from './retention/contract.ts'

const tag = 'Audit'

const AuditFilter = z.strictObject({
  customerId: CustomerId.optional(),
  actor: z.string().max(80).optional().meta({ description: 'An id such as `key:1f0c…`, `account:…` or `cli`' }),
  action: z.string().max(80).optional().meta({ description: 'Such as `customer.changed`' }),
  from: Moment.optional(),
  to: Moment.optional().meta({ description: 'Up to, not including' }),
})
export type AuditFilter = z.output<typeof AuditFilter>

export const Entry = z.object({
  id: z.string(),
  at: At,
  actor: z.string(),
  action: z.string(),
  customerId: z.string().nullable(),
  fields: z.array(z.string()),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string(),
  damaged: z.boolean().meta({ description: 'What it tells cannot be read, and is not shown' }),
  position: z.int().nullable().meta({ description: 'Its place in the chain; null for some seconds after it was made' }),
})
export type Entry = z.output<typeof Entry>

export const list = endpoint({
  method: 'get',
  path: '/api/v1/audit',
  summary: 'Who did what, newest first',
  description:
    'What an entry of a customer says of before and after is sealed with that person’s key and stands in their history; here it is null.',
  tag,
  allow: 'audit:read',
  query: z.strictObject({ ...AuditFilter.shape, cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(Entry), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const exportAudit = endpoint({
  method: 'get',
  path: '/api/v1/audit/export',
  summary: 'Export the audit trail as NDJSON',
  description: 'Any filter of the list. Streamed, newest first; the export itself is an entry.',
  tag,
  allow: 'audit:read',
  query: AuditFilter,
  output: z.string(),
  streams: ['application/x-ndjson'],
  refuses: [],
})

const Named = z.object({
  id: z.string().meta({ description: 'As it was asked for' }),
  kind: z.enum(['staff', 'customer', 'key']),
  name: z.string().nullable().meta({ description: 'Null where none is set' }),
  name2: z.string().nullable().meta({ description: 'The name of a customer in Arabic script' }),
  customerId: z.string().nullable(),
  number: z.string().nullable().meta({ description: 'The number of a customer' }),
})

export const names = endpoint({
  method: 'get',
  path: '/api/v1/names',
  summary: 'The names of actors and customers',
  description:
    'For screens that show who acted, up to 100 ids at a time; a caller’s own is always there. Left out is what the caller may not see: staff need `staff:manage`, `audit:read`, `customers:history` or `notes:read`, API keys `keys:manage`, `audit:read` or `customers:history`, customers `customers:read`. Left out are unknown ids and erased customers, too.',
  tag,
  allow: 'staff',
  query: z.strictObject({
    ids: z
      .string()
      .max(5_000)
      .transform((list) => list.split(',').slice(0, 100))
      .meta({ description: 'Separated by commas: `account:…`, `key:…` and `cust_…`' }),
  }),
  output: z.object({ items: z.array(Named) }),
  refuses: [],
})

export const verify = endpoint({
  method: 'get',
  path: '/api/v1/audit/verification',
  summary: 'Walk the chain of the audit trail and name the first broken link',
  description:
    'Entries are sealed in batches, each with the hash of the one before it. The end of the chain is also noted outside of the database now and then (an anchor): a chain that ends before an anchor was cut, or the database was restored from an older backup. Where entries were released after the years of the business, it begins at a signed checkpoint, which the anchors know, or the trail has as decided (else `checkpoint_unknown`); one within the last year is `released_early`.',
  tag,
  allow: 'audit:read',
  output: z.object({
    intact: z.boolean(),
    entries: z.int().meta({ description: 'Also those that were released' }),
    waiting: z.int().meta({ description: 'Made in the last seconds and not sealed yet' }),
    broken: z
      .object({
        position: z.int().meta({ description: 'The first entry that is not as it was sealed' }),
        what: z.enum(BREAKS),
        anchoredAt: At.nullable().meta({ description: 'Since when an anchor knows what is missing' }),
      })
      .nullable(),
    begins: z
      .object({
        position: z.int().meta({ description: 'The first entry that is left' }),
        until: At.nullable().meta({ description: 'The time of the newest entry that was released' }),
        anchored: z.boolean().meta({ description: 'The anchors of this server know that it begins there' }),
      })
      .nullable()
      .meta({ description: 'Null while nothing was released' }),
    anchored: z
      .object({ position: z.int(), at: At })
      .nullable()
      .meta({ description: 'The newest anchor that was compared; null without one' }),
  }),
  refuses: [],
})
