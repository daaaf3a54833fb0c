import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'
import { Named } from '../named.ts'

const tag = 'Privacy'
const MOST_AT_ONCE = 100
export const DECISIONS = ['keep', 'deactivate', 'erase'] as const

export const Review = z
  .object({ id: z.uuid(), customerId: z.string(), person: Named, flaggedAt: At, lastSeenAt: At })
  .meta({ id: 'RetentionReview' })

export const listReviews = endpoint({
  method: 'get',
  path: '/api/v1/retention/reviews',
  summary: 'List the inactive customers to review',
  tag,
  allow: 'privacy:read',
  query: z.strictObject({ cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(Review), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const decideReviews = endpoint({
  method: 'post',
  path: '/api/v1/retention/reviews/decisions',
  summary: 'Keep, deactivate or erase inactive customers',
  description:
    'Each customer is decided separately: a refused decision, such as an erasure under a legal hold, is reported and the customer stays in the list.',
  tag,
  allow: 'privacy:manage',
  freshProof: true,
  body: z.strictObject({
    reviewIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
    decision: z.enum(DECISIONS),
  }),
  output: z.object({
    decided: z.int(),
    refused: z.array(z.object({ reviewId: z.uuid(), code: z.string() })),
  }),
  refuses: [],
})
