import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { fieldProblem } from '../../../kit/field-problem.ts'
import { refusal, VersionConflict } from '../../../kit/refusal.ts'
import { Secret } from '../../../kit/secret.ts'
import { At, text } from '../../../kit/text.ts'

export const PAYLOADS = ['thin', 'full'] as const
export const BECAUSE = ['by_hand', 'failing', 'gone'] as const
export const MOST_WEBHOOKS = 200
export const MOST_ROTATION_HOURS = 168

export const WebhookNotFound = refusal('webhook.not_found', 404, {
  en: 'There is no webhook with this id.',
  ar: 'لا يوجد خطاف ويب بهذا المعرّف.',
})
export const TooManyWebhooks = refusal('webhook.too_many', 409, {
  en: 'A business has at most 200 webhooks; remove one first.',
  ar: 'لا يمكن أن يزيد عدد خطافات الويب في المنشأة على 200؛ احذف أحدها أولًا.',
})
export const WebhookIsDisabled = refusal('webhook.is_disabled', 409, {
  en: 'This webhook is disabled; enable it first.',
  ar: 'خطاف الويب هذا معطّل؛ فعّله أولًا.',
})
export const WebhookDamaged = refusal('webhook.damaged', 409, {
  en: 'The address and the secrets of this webhook are unreadable; remove it and register it again.',
  ar: 'تعذّرت قراءة عنوان خطاف الويب وأسراره؛ احذفه ثم سجّله من جديد.',
})

export const URL_NOT_HTTPS = fieldProblem('webhook_url_not_https', {
  en: 'Must be an https:// address',
  ar: 'يجب أن يكون عنوانًا يبدأ بـ https://',
})
export const URL_INSIDE = fieldProblem('webhook_url_inside', {
  en: 'Points into a private network: only public addresses are allowed',
  ar: 'يؤدي إلى داخل شبكة خاصة: لا يُسمح إلا بالعناوين العامة',
})
export const URL_WITH_PASSWORD = fieldProblem('webhook_url_with_password', {
  en: 'Must have no user name and no password',
  ar: 'يجب ألا يحتوي على اسم مستخدم أو كلمة مرور',
})
export const EVENT_TYPE_UNKNOWN = fieldProblem('event_type_unknown', {
  en: 'There is no event of this type',
  ar: 'لا يوجد حدث من هذا النوع',
})

const tag = 'Webhooks'
export const WebhookId = z.uuid()
const params = z.object({ webhookId: WebhookId })

const Webhook = z
  .object({
    id: WebhookId,
    url: z.string(),
    description: z.string().nullable(),
    types: z.array(z.string()).nullable().meta({ description: 'The types of events that it gets; null for all' }),
    segments: z.array(z.string()).nullable().meta({
      description:
        'Only events about customers of these segments, and what every system must hear, such as erasures; null for all customers',
    }),
    payload: z.enum(PAYLOADS).meta({
      description: '`thin`: ids and facts · `full`: also the customer as read when the event is sent',
    }),
    enabled: z.boolean(),
    disabledAt: At.nullable(),
    disabledBecause: z.enum(BECAUSE).nullable().meta({
      description: '`failing`: every attempt failed for five days · `gone`: it answered 410',
    }),
    failingSince: At.nullable().meta({ description: 'The first failure after its last success' }),
    secrets: z
      .array(z.object({ createdAt: At, expiresAt: At.nullable() }))
      .meta({ description: 'The secrets that sign now, newest first; several while one is rotated' }),
    waiting: z.int().meta({ description: 'Events to be sent' }),
    dead: z.int().meta({ description: 'Events that were given up and can be sent again' }),
    createdAt: At,
    createdBy: z.string(),
    version: z.int(),
    damaged: z.boolean().meta({ description: 'Its address and secrets are unreadable' }),
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.output<typeof Webhook>

export const WantedTypes = z
  .array(z.string().max(80))
  .min(1)
  .max(200)
  .nullable()
  .meta({ example: ['CustomerRegistered'] })

const Wanted = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .meta({ example: 'https://hooks.example/kith' }),
  description: text(120).nullable().meta({ example: 'ERP' }),
  types: WantedTypes,
  segments: z.array(text(80)).min(1).max(50).nullable(),
  payload: z.enum(PAYLOADS),
})
export type Wanted = z.output<typeof Wanted>

export const list = endpoint({
  method: 'get',
  path: '/api/v1/webhooks',
  summary: 'List the webhooks, newest first',
  tag,
  allow: 'webhooks:read',
  output: z.object({ items: z.array(Webhook) }),
  refuses: [],
})

export const create = endpoint({
  method: 'post',
  path: '/api/v1/webhooks',
  summary: 'Register a webhook',
  description:
    'Signed as Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). The secret is shown only in this response, which is not stored for Idempotency-Key. A `full` payload needs `customers:export`.',
  tag,
  allow: 'webhooks:manage',
  freshProof: true,
  body: z.strictObject({
    url: Wanted.shape.url,
    description: Wanted.shape.description.default(null),
    types: Wanted.shape.types.default(null),
    segments: Wanted.shape.segments.default(null),
    payload: Wanted.shape.payload.default('thin'),
  }),
  output: Webhook.extend({ secret: Secret }),
  status: 201,
  refuses: [TooManyWebhooks],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/webhooks/:webhookId',
  summary: 'Read a webhook',
  tag,
  allow: 'webhooks:read',
  params,
  versioned: true,
  output: Webhook,
  refuses: [WebhookNotFound],
})

export const change = endpoint({
  method: 'patch',
  path: '/api/v1/webhooks/:webhookId',
  summary: 'Change the address, the filters or the payload of a webhook',
  description: 'Of a webhook with a `full` payload only with `customers:export`, except its description.',
  tag,
  allow: 'webhooks:manage',
  freshProof: true,
  params,
  versioned: true,
  body: Wanted.partial(),
  output: Webhook,
  refuses: [WebhookNotFound, WebhookDamaged, VersionConflict],
})

export const remove = endpoint({
  method: 'delete',
  path: '/api/v1/webhooks/:webhookId',
  summary: 'Remove a webhook with its log',
  tag,
  allow: 'webhooks:manage',
  params,
  output: z.object({ removed: WebhookId }),
  refuses: [WebhookNotFound],
})

export const disable = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/disable',
  summary: 'Disable a webhook',
  description: 'Events that were still to be sent are given up. `replay` sends what it missed, once it is enabled.',
  tag,
  allow: 'webhooks:manage',
  params,
  output: Webhook,
  refuses: [WebhookNotFound],
})

export const enable = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/enable',
  summary: 'Enable a webhook',
  description:
    'It gets the events from now on; `replay` sends those that it missed. With a `full` payload it needs `customers:export`.',
  tag,
  allow: 'webhooks:manage',
  params,
  output: Webhook,
  refuses: [WebhookNotFound, WebhookDamaged],
})

export const rotateSecret = endpoint({
  method: 'post',
  path: '/api/v1/webhooks/:webhookId/secret',
  summary: 'Rotate the secret of a webhook',
  description:
    'Until the former secrets expire, every message carries a signature of each. The new one is shown only in this response, which is not stored for Idempotency-Key.',
  tag,
  allow: 'webhooks:manage',
  freshProof: true,
  params,
  body: z.strictObject({
    keepHours: z
      .int()
      .min(0)
      .max(MOST_ROTATION_HOURS)
      .default(24)
      .meta({ example: 24, description: 'How long the former secrets sign too; 0 ends them at once' }),
  }),
  output: Webhook.extend({ secret: Secret }),
  refuses: [WebhookNotFound, WebhookDamaged],
})
