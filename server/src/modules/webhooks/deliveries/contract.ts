import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { refusal } from '../../../kit/refusal.ts'
import { At, ExactMoment } from '../../../kit/text.ts'
import { CustomerId, CustomerMerged, CustomerNotFound } from '../../customers/contract.ts'
import { WantedTypes, WebhookDamaged, WebhookId, WebhookIsDisabled, WebhookNotFound } from '../endpoints/contract.ts'
import { EventId } from '../feed/contract.ts'
import { OUTCOMES } from '../sending/outcomes.ts'

export const STATUSES = ['waiting', 'sending', 'delivered', 'dead'] as const

export const DeliveryNotFound = refusal('webhook.delivery_not_found', 404, {
  en: 'This event was not meant for this webhook, or it is no longer kept.',
  ar: 'لم يكن هذا الحدث موجّهًا إلى خطاف الويب هذا، أو لم يعد محفوظًا.',
})
export const NoEventYet = refusal('webhook.no_event_yet', 409, {
  en: 'There is no past event that this webhook would get.',
  ar: 'لا يوجد حدث سابق كان سيصل إلى خطاف الويب هذا.',
})

const tag = 'Webhooks'
const params = z.object({ webhookId: WebhookId })
const ofEvent = params.extend({ eventId: EventId })

const Delivery = z
  .object({
    eventId: z.string(),
    type: z.string(),
    customerId: z.string().nullable(),
    status: z.enum(STATUSES).meta({
      description: '`dead`: given up after the last attempt, or the webhook was disabled; it can be sent again',
    }),
    attempts: z.int(),
    nextAttemptAt: At.nullable().meta({
      description: 'Null also for an event that waits for an earlier one of the same customer',
    }),
    createdAt: At,
    finishedAt: At.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })
export type Delivery = z.output<typeof Delivery>

const Part = z.object({ headers: z.record(z.string(), z.string()), body: z.string().nullable() })
const Attempt = z
  .object({
    at: At,
    tookMs: z.int(),
    outcome: z.enum(OUTCOMES),
    status: z.int().nullable().meta({ description: 'Of the answer; null without one' }),
    test: z.boolean(),
    request: Part.nullable().meta({
      description:
        'Null where the person was erased, and for a payload with a customer to callers without `customers:contacts`',
    }),
    answer: Part.nullable().meta({
      description: 'Null where there was none, and where `request` is: it may repeat it',
    }),
    damaged: z.boolean(),
  })
  .meta({ id: 'WebhookAttempt' })

export const deliveries = endpoint({
  method: 'get',
  path: '/api/v1/webhooks/:webhookId/deliveries',
  summary: 'List what a webhook got and is to get, newest event first',
  tag,
  allow: 'webhooks:read',
  params,
  query: z.strictObject({ status: z.enum(STATUSES).optional(), cursor: z.string().max(500).optional() }),
  output: z.object({ items: z.array(Delivery), nextCursor: z.string().nullable() }),
  refuses: [WebhookNotFound],
})

export const delivery = endpoint({
  method: 'get',
  path: '/api/v1/webhooks/:webhookId/deliveries/:eventId',
  summary: 'Read what was sent of an event, and what was answered',
  description: 'Kept for 30 days, encrypted with the key of the person it is about.',
  tag,
  allow: 'webhooks:read',
  params: ofEvent,
  output: Delivery.extend({ log: z.array(Attempt) }),
  refuses: [WebhookNotFound, DeliveryNotFound],
})

export const resend = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/deliveries/:eventId/resend',
  summary: 'Send an event to a webhook again',
  description:
    'With the same id, and built anew. It does not wait for earlier events of the same customer. With a `full` payload it needs `customers:export`.',
  tag,
  allow: 'webhooks:manage',
  params: ofEvent,
  output: Delivery,
  status: 202,
  refuses: [WebhookNotFound, DeliveryNotFound, WebhookIsDisabled],
})

export const replay = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/replay',
  summary: 'Send a webhook the events since a time',
  description:
    'Those that it missed or that were given up, or with `all` also those that it got; of these `types` alone, where they are named. Per customer in order. With a `full` payload it needs `customers:export`.',
  tag,
  allow: 'webhooks:manage',
  params,
  body: z.strictObject({
    since: ExactMoment.meta({ example: '2026-11-30T09:00:00Z' }),
    types: WantedTypes.default(null),
    all: z.boolean().default(false),
  }),
  output: z.object({ events: z.int().meta({ description: 'How many will be sent' }) }),
  status: 202,
  refuses: [WebhookNotFound, WebhookIsDisabled],
})

export const tryOut = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/test',
  summary: 'Send a real past event as a test',
  description:
    'The newest event that fits the webhook, or the one that is named, with the header `kith-test: true`. It counts neither as delivery nor as failure. With `send: false` it only shows what would be sent. A `full` payload needs `customers:contacts`, and to be sent `customers:export`.',
  tag,
  allow: 'webhooks:manage',
  params,
  body: z.strictObject({ eventId: EventId.optional(), send: z.boolean().default(true) }),
  example: { send: true },
  output: z.object({
    eventId: z.string(),
    sent: z.boolean(),
    request: Part,
    outcome: z.enum(OUTCOMES).nullable(),
    status: z.int().nullable(),
    tookMs: z.int().nullable(),
    answer: Part.nullable(),
  }),
  refuses: [WebhookNotFound, WebhookDamaged, NoEventYet, DeliveryNotFound],
})

export const disclosures = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/disclosures',
  summary: 'List which other systems were told about a customer',
  description:
    'For the duty to notify recipients (Article 19 GDPR): each webhook that got events about the customer in the last 30 days, also before a merge or an erasure.',
  tag: 'Privacy',
  allow: 'privacy:read',
  params: z.object({ customerId: CustomerId }),
  output: z.object({
    items: z.array(
      z.object({
        webhookId: WebhookId,
        receiver: z.string().meta({ description: 'The description of the webhook, else its host' }),
        events: z.int(),
        described: z.int().meta({ description: 'How many of them had the customer’s data' }),
        firstAt: At,
        lastAt: At,
        erasureToldAt: At.nullable().meta({ description: 'When it took the event of the erasure' }),
      }),
    ),
    acknowledgements: z
      .array(z.object({ system: z.string(), erasedAt: At, acknowledgedAt: At.nullable() }))
      .meta({ description: 'Which systems acknowledged the erasure of the customer' }),
  }),
  refuses: [CustomerNotFound, CustomerMerged],
})
