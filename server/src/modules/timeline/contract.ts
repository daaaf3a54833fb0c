import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'
import { At, text } from '../../kit/text.ts'
import { Recorded } from '../consent/contract.ts'
import {
  Change,
  CustomerId,
  CustomerMerged,
  CustomerNotFound,
  CustomerPage,
  CustomerRestricted,
} from '../customers/contract.ts'
import { Interaction } from '../incoming/contract.ts'
import { POINT_KINDS } from '../loyalty/contract.ts'
import { MOMENTS_OF_ORDERS } from '../orders/contract.ts'

export const MOST_NOTES = 500

export const NoteNotFound = refusal('note.not_found', 404, {
  en: 'The customer has no such note.',
  ar: 'لا توجد ملاحظة كهذه لدى العميل.',
})
export const NoteOfAnother = refusal('note.of_another', 403, {
  en: 'Only its author or a manager can remove a note.',
  ar: 'لا يحذف الملاحظة إلا كاتبها أو المدير.',
})
export const TooManyNotes = refusal('note.too_many', 409, {
  en: `A customer has at most ${MOST_NOTES} notes; remove one first.`,
  ar: `للعميل ${MOST_NOTES} ملاحظة على الأكثر؛ احذف إحداها أولًا.`,
})

export const Note = z
  .object({
    id: z.uuid(),
    at: At,
    actor: z.string(),
    text: z.string().nullable().meta({ description: 'Null where it cannot be read' }),
    pinned: z.boolean(),
    own: z.boolean().meta({ description: 'Written by the caller' }),
  })
  .meta({ id: 'Note' })
export type Note = z.output<typeof Note>

const moment = { at: At, actor: z.string().nullable() }
/** What a timeline is made of, by kind. */
export const MOMENTS = {
  order: z.object({
    ...moment,
    kind: z.literal('order'),
    what: z.enum(MOMENTS_OF_ORDERS),
    orderId: z.string(),
    amount: z.string().meta({ description: 'Decimal text' }),
    currency: z.string(),
    channel: z.string(),
  }),
  points: z.object({
    ...moment,
    kind: z.literal('points'),
    what: z.enum(POINT_KINDS),
    points: z.int(),
    balance: z.int(),
    text: z.string(),
    orderId: z.string().nullable(),
  }),
  consent: z.object({
    ...moment,
    kind: z.literal('consent'),
    what: Recorded.shape.decision,
    purpose: z.string(),
    title: z.string(),
    version: z.int(),
    source: Recorded.shape.source,
    intact: Recorded.shape.intact,
  }),
  message: z.object({
    ...moment,
    kind: z.literal('message'),
    channel: z.string(),
    template: z.string(),
    status: z.string(),
  }),
  interaction: z.object({ ...moment, kind: z.literal('interaction'), interaction: Interaction }),
  note: z.object({ ...moment, kind: z.literal('note'), note: Note }),
  change: z.object({ ...moment, kind: z.literal('change'), change: Change }),
}
export const MOMENT_KINDS = ['order', 'points', 'consent', 'message', 'interaction', 'note', 'change'] as const
export const Moment = z
  .discriminatedUnion('kind', [
    MOMENTS.order,
    MOMENTS.points,
    MOMENTS.consent,
    MOMENTS.message,
    MOMENTS.interaction,
    MOMENTS.note,
    MOMENTS.change,
  ])
  .meta({ id: 'TimelineMoment' })
export type Moment = z.output<typeof Moment>

const tag = 'Timeline'
const params = z.object({ customerId: CustomerId })
const ofNote = z.object({ customerId: CustomerId, noteId: z.uuid() })
const refuses = [CustomerNotFound, CustomerMerged] as const

export const read = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/timeline',
  summary: 'Read the timeline of a customer',
  description:
    'Orders, points, consents, messages, interactions, notes and changes, the latest first. A caller sees the kinds that their scopes allow: `orders:read`, `loyalty:read`, `notes:read` for notes and interactions, and `customers:history` for changes.',
  tag,
  allow: 'customers:read',
  params,
  query: z.strictObject({
    kind: z.enum(MOMENT_KINDS).optional(),
    limit: CustomerPage.shape.limit,
    cursor: CustomerPage.shape.cursor,
  }),
  output: z.object({ items: z.array(Moment), nextCursor: z.string().nullable() }),
  refuses: [...refuses, CursorInvalid, CursorExpired],
})

export const listPinned = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/notes/pinned',
  summary: 'List the pinned notes of a customer',
  tag,
  allow: 'notes:read',
  params,
  output: z.object({ items: z.array(Note) }),
  refuses,
})

export const addNote = endpoint({
  method: 'post',
  path: '/api/v1/customers/:customerId/notes',
  summary: 'Add a note about a customer',
  description: `With its author and time; at most ${MOST_NOTES} for each customer.`,
  tag,
  allow: 'customers:write',
  params,
  body: withoutCardNumbers(
    z.strictObject({
      text: text(1_000, { multiline: true }).meta({ example: 'Prefers the side entrance' }),
      pinned: z.boolean().default(false),
    }),
  ),
  output: Note,
  status: 201,
  refuses: [...refuses, CustomerRestricted, TooManyNotes],
})

export const pinNote = endpoint({
  method: 'patch',
  path: '/api/v1/customers/:customerId/notes/:noteId',
  summary: 'Pin or unpin a note',
  tag,
  allow: 'customers:write',
  params: ofNote,
  body: z.strictObject({ pinned: z.boolean() }),
  example: { pinned: true },
  output: Note,
  refuses: [...refuses, CustomerRestricted, NoteNotFound],
})

export const removeNote = endpoint({
  method: 'delete',
  path: '/api/v1/customers/:customerId/notes/:noteId',
  summary: 'Remove a note',
  description: 'Its author, or a caller with `customers:history`.',
  tag,
  allow: 'customers:write',
  params: ofNote,
  output: z.object({ done: z.literal(true) }),
  refuses: [...refuses, CustomerRestricted, NoteNotFound, NoteOfAnother],
})
