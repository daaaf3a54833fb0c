import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { fieldProblem } from '../../../kit/field-problem.ts'
import { refusal } from '../../../kit/refusal.ts'
import { At, ExactMoment, form } from '../../../kit/text.ts'

const EVENT_ID_FORM = fieldProblem('event_id_form', {
  en: 'The id of an event is evt_ and 32 hex digits',
  ar: 'معرّف الحدث هو evt_ ثم 32 رقمًا ست عشريًا',
})

/** In the API `evt_` and 32 hex digits, in the database a uuid. */
export const EventId = form(/^evt_[0-9a-f]{32}$/, EVENT_ID_FORM)
  .transform((id) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'evt_ and 32 hex digits', example: 'evt_0198c0de7a317c549e0b3f1d5a2b8c47' })

export const StreamNeedsKey = refusal('event.stream_needs_key', 403, {
  en: 'A stream is for programs: it needs an API key.',
  ar: 'هذا البث للبرامج: يتطلب مفتاح واجهة برمجية.',
})

const tag = 'Events'

export const OutsideEvent = z
  .object({
    id: z.string().meta({
      description:
        'The same in webhooks and streams, and at each attempt: a receiver that knows it already has the event',
    }),
    type: z.string(),
    timestamp: At,
    data: z.record(z.string(), z.unknown()).meta({
      description: 'Ids and facts, as /schemas/events/{type}.json has it',
    }),
  })
  .meta({ id: 'Event' })
export type OutsideEvent = z.output<typeof OutsideEvent>

const since = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .or(ExactMoment)
  .optional()
  .meta({ description: 'A position from `next`, or a time; by default the first event that is kept' })
const types = z
  .string()
  .max(2_000)
  .transform((list) => list.split(',').filter(Boolean))
  .optional()
  .meta({ description: 'Types, separated by commas; by default all' })

export const listEvents = endpoint({
  method: 'get',
  path: '/api/v1/events',
  summary: 'List the events since a position or a time',
  description:
    'In the order of the commits, kept for 30 days, or longer where the business decides so. Ask again with `since` = `next`; while `more` is true at once. A subscriber that missed a webhook finds the event here, under the same id.',
  tag,
  allow: 'webhooks:read',
  query: z.strictObject({ since, types }),
  output: z.object({
    items: z.array(OutsideEvent.extend({ position: z.int() })),
    next: z.int().meta({ description: 'The position to go on from' }),
    more: z.boolean(),
  }),
  refuses: [],
})

export const streamEvents = endpoint({
  method: 'get',
  path: '/api/v1/events/stream',
  summary: 'Follow the events as a stream (server-sent events)',
  description:
    'Each message has the position as its `id`; a client that reconnects with `Last-Event-ID` misses nothing. By default it begins with what comes. It ends with the API key that opened it, and after an hour.',
  tag,
  allow: 'webhooks:read',
  query: z.strictObject({
    since,
    types,
    seconds: z
      .string()
      .regex(/^(?:[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|3600)$/)
      .transform(Number)
      .default(3_600)
      .meta({ description: 'After how many seconds it ends, at most 3600' }),
  }),
  output: z.string(),
  streams: ['text/event-stream'],
  refuses: [StreamNeedsKey],
})

export const listEventTypes = endpoint({
  method: 'get',
  path: '/api/v1/event-types',
  summary: 'List the types of events',
  tag,
  allow: 'webhooks:read',
  output: z.object({
    items: z.array(
      z.object({
        type: z.string(),
        schema: z.string().meta({ description: 'The path of its JSON Schema' }),
        meantFor: z.array(z.string()).meta({ description: 'The systems that usually need it' }),
      }),
    ),
  }),
  refuses: [],
})
