import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../../kit/cursor.ts'
import { endpoint } from '../../../../kit/endpoint.ts'
import { At } from '../../../../kit/text.ts'
import { CustomerNotFound, LastVerifiedContact, WrongStatus } from '../../../customers/contract.ts'
import { AlreadyMerged, SamePerson } from '../../../merging/contract.ts'
import { AlreadyDecided, HandOverNotFound } from './refusals.ts'

const tag = 'Merging'
const params = z.object({ handOverId: z.uuid() })

export const HandOver = z
  .object({
    id: z.uuid(),
    formerCustomerId: z.string().meta({ description: 'The former holder of the number' }),
    presentCustomerId: z.string().meta({ description: 'The customer who has verified it now' }),
    why: z.enum(['silent', 'unproved']).meta({
      description:
        '`silent`: the former holder was inactive for long and the names differ · `unproved`: the former holder signs in another way and never verified the number',
    }),
    at: At,
    decision: z.enum(['merged', 'dismissed']).nullable(),
    decidedAt: At.nullable(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'HandOver' })
export type HandOver = z.output<typeof HandOver>

export const listHandOvers = endpoint({
  method: 'get',
  path: '/api/v1/hand-overs',
  summary: 'List number hand-overs to review, newest first',
  tag,
  allow: 'customers:merge',
  query: z.strictObject({
    status: z.enum(['open', 'decided']).default('open'),
    cursor: z.string().max(1_000).optional(),
  }),
  output: z.object({ items: z.array(HandOver), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const mergeHandOver = endpoint({
  method: 'post',
  path: '/api/v1/hand-overs/:handOverId/merge',
  summary: 'Confirm that both customers are the same person',
  description: 'Merges the new customer into the former holder. Can be undone.',
  tag,
  allow: 'customers:merge',
  params,
  output: HandOver,
  refuses: [
    HandOverNotFound,
    AlreadyDecided,
    SamePerson,
    AlreadyMerged,
    CustomerNotFound,
    WrongStatus,
    LastVerifiedContact,
  ],
})

export const dismissHandOver = endpoint({
  method: 'post',
  path: '/api/v1/hand-overs/:handOverId/dismiss',
  summary: 'Confirm that they are different people',
  tag,
  allow: 'customers:merge',
  params,
  output: HandOver,
  refuses: [HandOverNotFound, AlreadyDecided],
})
