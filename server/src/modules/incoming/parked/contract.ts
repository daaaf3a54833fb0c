import { z } from 'zod'
import { withoutCardNumbers } from '../../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { At, text } from '../../../kit/text.ts'
import { CustomerPage } from '../../customers/contract.ts'
import { EventDamaged, ParkedNotFound } from '../refusals.ts'

const Reason = z.object({ code: z.string(), text: z.string() })
/** Each field of the data that does not fit. */
export const Unfit = z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).readonly()
const Parked = z
  .object({
    id: z.uuid(),
    eventId: z.string().nullable().meta({ description: 'As its source calls it' }),
    source: z.string(),
    type: z.string(),
    state: z.enum(['parked', 'waiting']).meta({ description: '`waiting`: its order has not come yet' }),
    reason: Reason,
    happenedAt: At,
    receivedAt: At,
    sentBy: z.string(),
  })
  .meta({ id: 'ParkedEvent' })
const Replayed = z.object({ result: z.enum(['done', 'waiting', 'parked']), reason: Reason.nullable() })
export type Replayed = z.output<typeof Replayed>

const tag = 'Incoming events'
const allow = 'events:manage'
const NEEDS = 'It records orders and payments, so it also needs `orders:write`.'
const params = z.object({ parkedId: z.uuid() })

export const listParked = endpoint({
  method: 'get',
  path: '/api/v1/events/parked',
  summary: 'List events that could not be carried out',
  description: 'The oldest first, each with the reason.',
  tag,
  allow,
  query: z.strictObject({
    state: z.enum(['parked', 'waiting']).optional(),
    limit: CustomerPage.shape.limit,
    cursor: CustomerPage.shape.cursor,
  }),
  output: z.object({ items: z.array(Parked), nextCursor: z.string().nullable(), total: z.int() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const getParked = endpoint({
  method: 'get',
  path: '/api/v1/events/parked/:parkedId',
  summary: 'Read an event that could not be carried out',
  description: 'What a review or a support case says needs `notes:read`; without it `data` is null.',
  tag,
  allow,
  params,
  output: z
    .object({ ...Parked.shape, data: z.unknown(), errors: Unfit, damaged: z.boolean() })
    .meta({ id: 'WholeParkedEvent' }),
  refuses: [ParkedNotFound],
})

export const correctParked = endpoint({
  method: 'put',
  path: '/api/v1/events/parked/:parkedId',
  summary: 'Correct what an event says, and carry it out',
  description: NEEDS,
  tag,
  allow,
  params,
  body: z.strictObject({ data: z.record(z.string(), z.unknown()) }),
  example: { data: { orderId: 'A-17' } },
  output: Replayed,
  refuses: [ParkedNotFound, EventDamaged],
})

export const replayParked = endpoint({
  method: 'post',
  path: '/api/v1/events/parked/:parkedId/replay',
  summary: 'Try once more to carry out an event',
  description: NEEDS,
  tag,
  allow,
  params,
  output: Replayed,
  refuses: [ParkedNotFound, EventDamaged],
})

export const replayAll = endpoint({
  method: 'post',
  path: '/api/v1/events/parked/replay',
  summary: 'Try once more to carry out all events that wait',
  description: `The 500 oldest of them. ${NEEDS}`,
  tag,
  allow,
  output: z.object({ done: z.int(), left: z.int() }),
  refuses: [],
})

export const dropParked = endpoint({
  method: 'post',
  path: '/api/v1/events/parked/:parkedId/drop',
  summary: 'Drop an event that shall not be carried out',
  description: 'What it said is deleted; sent again, it is dropped too.',
  tag,
  allow,
  params,
  body: withoutCardNumbers(z.strictObject({ reason: text(500) })),
  example: { reason: 'It was sent to try the connection.' },
  output: z.object({ done: z.literal(true) }),
  refuses: [ParkedNotFound],
})
