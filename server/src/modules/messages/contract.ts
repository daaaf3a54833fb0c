import { z } from 'zod'
import { freshShape, Period, periodShape } from '../../kit/days.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { PAGE_SIZE } from '../../kit/problems.ts'
import { NotFound, refusal } from '../../kit/refusal.ts'
import { At, ExactMoment, text } from '../../kit/text.ts'
import { CHANNELS, TEMPLATE_NAMES } from './templates.ts'

export * from './retention/contract.ts'

export const STATUSES = ['queued', 'sending', 'sent', 'delivered', 'kept', 'failed', 'expired'] as const

export const NotSentThatWay = refusal('message.not_sent_that_way', 422, {
  en: 'This message is not sent on this channel.',
  ar: 'لا تُرسل هذه الرسالة بهذه الطريقة.',
})
export const PlaceholderUnknown = refusal('message.placeholder_unknown', 422, {
  en: 'The text has a placeholder that this message has no value for.',
  ar: 'في النص عنصر نائب لا قيمة له في هذه الرسالة.',
})
export const PlaceholderMissing = refusal('message.placeholder_missing', 422, {
  en: 'The text lacks a placeholder that this message needs.',
  ar: 'ينقص النص عنصر نائب تحتاج إليه هذه الرسالة.',
})
export const SubjectDoesNotFit = refusal('message.subject_does_not_fit', 422, {
  en: 'An e-mail has a subject, a text message has none.',
  ar: 'للبريد الإلكتروني عنوان، أما الرسالة النصية فلا عنوان لها.',
})
export const SignatureInvalid = refusal('message.signature_invalid', 403, {
  en: 'The signature does not match this report.',
  ar: 'التوقيع لا يطابق هذا التقرير.',
})

const tag = 'Messages'
const Channel = z.enum(CHANNELS)
const Language = z.enum(['en', 'ar'])
const Name = z.enum(TEMPLATE_NAMES)

const Wording = z.strictObject({
  subject: text(200).optional(),
  body: text(2_000, { multiline: true }).meta({
    example: '{code} is your code for {business}. It is valid for {minutes}.',
  }),
})

const Template = z
  .object({
    name: Name,
    channel: Channel,
    language: Language,
    subject: z.string().nullable(),
    body: z.string(),
    changed: z.boolean().meta({ description: 'Whether the business changed the text' }),
    placeholders: z.array(z.string()),
    required: z.array(z.string()),
    damaged: z.boolean().meta({ description: 'The text of the business is unreadable; the one shown is sent' }),
  })
  .meta({ id: 'MessageTemplate' })

export const listTemplates = endpoint({
  method: 'get',
  path: '/api/v1/message-templates',
  summary: 'List the message templates',
  tag,
  allow: 'messages:manage',
  output: z.object({ items: z.array(Template) }),
  refuses: [],
})

export const changeTemplate = endpoint({
  method: 'put',
  path: '/api/v1/message-templates/:name',
  summary: 'Change a message template',
  description:
    'Plain text with placeholders such as `{code}`; `{minutes}` and `{hours}` include their unit, `{business}` is always available. A blank line starts a paragraph. `wording: null` restores the original.',
  tag,
  allow: 'messages:manage',
  params: z.object({ name: Name }),
  body: z.strictObject({
    channel: Channel,
    language: Language,
    wording: Wording.nullable(),
  }),
  output: Template,
  refuses: [NotFound, NotSentThatWay, PlaceholderUnknown, PlaceholderMissing, SubjectDoesNotFit],
})

export const previewTemplate = endpoint({
  method: 'post',
  path: '/api/v1/message-templates/:name/preview',
  summary: 'Preview a message template with example values',
  description:
    'Nothing is saved. `problem` is the error that saving would give; the preview then shows the text as far as possible.',
  tag,
  allow: 'messages:manage',
  params: z.object({ name: Name }),
  body: z.strictObject({ channel: Channel, language: Language, wording: Wording }),
  output: z.object({
    subject: z.string().nullable(),
    text: z.string(),
    sms: z
      .object({
        segments: z.int().meta({ description: 'Number of text messages charged by the provider' }),
        length: z.int(),
        room: z.int().meta({ description: 'Characters per text message: 160, or 70 with a character outside GSM-7' }),
      })
      .nullable(),
    problem: z.object({ code: z.string(), title: z.string(), placeholders: z.array(z.string()) }).nullable(),
  }),
  refuses: [NotSentThatWay],
})

const Kept = z.object({
  id: z.string(),
  channel: Channel,
  template: z.string(),
  language: Language,
  to: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  segments: z.int().nullable(),
  damaged: z.boolean().meta({ description: 'Its recipient or text is unreadable' }),
  queuedAt: At,
})

/** A plus in an address arrives as a space. */
const Address = z
  .string()
  .max(254)
  .transform((written) => written.replace(/^ (?=\d)/, '+').trim())

export const readInbox = endpoint({
  method: 'get',
  path: '/api/v1/dev/messages',
  summary: 'Read the development inbox',
  description:
    'For development. Available only while no provider is configured, with the embedded database or `KITH_DEV_INBOX=on`, to a browser that opened the URL printed at start, and to callers with `staff:owners`. Newest first.',
  tag,
  allow: 'anyone',
  query: z.strictObject({
    channel: Channel.optional(),
    to: Address.optional(),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d?|1\d\d|200)$/, PAGE_SIZE)
      .transform(Number)
      .default(50),
  }),
  output: z.object({ items: z.array(Kept) }),
  refuses: [NotFound],
})

export const showInbox = endpoint({
  method: 'get',
  path: '/api/v1/dev/messages/page',
  aliases: [{ method: 'get', path: '/dev/messages' }],
  summary: 'Read the development inbox as a page, also at /dev/messages',
  tag,
  allow: 'anyone',
  output: z.string(),
  streams: ['text/html'],
  refuses: [NotFound],
})

const Seconds = z.object({ p50Seconds: z.number(), p95Seconds: z.number() }).nullable()

export const statistics = endpoint({
  method: 'get',
  path: '/api/v1/messages/statistics',
  summary: 'Count messages and measure their delivery time',
  description: 'Messages queued from `from` to `to`, exclusive; by default the last 24 hours.',
  tag,
  allow: 'customers:statistics',
  query: z.strictObject({ from: ExactMoment.optional(), to: ExactMoment.optional() }),
  output: z.object({
    from: At,
    to: At,
    channels: z.array(
      z.object({
        channel: Channel,
        byStatus: z.partialRecord(z.enum(STATUSES), z.int()),
        segments: z.int().meta({ description: 'Number of text messages charged by the provider' }),
        queuedToSent: Seconds,
        sentToDelivered: Seconds,
      }),
    ),
  }),
  refuses: [],
})

export const messagesByDay = endpoint({
  method: 'get',
  path: '/api/v1/messages/statistics/days',
  summary: 'Count messages and measure their delivery time by day',
  description:
    'In the time zone of the business. `seconds` is the time from request to delivery, or to the hand-over if the provider reports no delivery; null if nothing was sent.',
  tag: 'Statistics',
  allow: 'customers:statistics',
  query: Period,
  output: z.object({
    ...periodShape,
    ...freshShape,
    days: z.array(
      z.object({
        day: z.iso.date(),
        channels: z.array(
          z.object({
            channel: Channel,
            messages: z.int(),
            lost: z.int().meta({ description: 'Failed or expired' }),
            seconds: z.object({ p50: z.number(), p95: z.number() }).nullable(),
          }),
        ),
      }),
    ),
  }),
  refuses: [],
})

const REPORTS_PER_MINUTE = 6_000

export const twilioStatus = endpoint({
  method: 'post',
  path: '/api/v1/messages/twilio-status/:tenant',
  summary: 'Receive a delivery report from Twilio',
  description: 'Called by Twilio and signed in `X-Twilio-Signature` with the account’s token.',
  tag,
  allow: 'anyone',
  visitorsPerMinute: REPORTS_PER_MINUTE,
  form: true,
  params: z.object({ tenant: z.string() }),
  query: z.strictObject({ message: z.uuid() }),
  // Twilio may add fields, and signs them all.
  body: z.looseObject({
    MessageSid: z.string().max(64).optional(),
    MessageStatus: z.string().max(40).meta({ example: 'delivered' }).optional(),
  }),
  output: z.object({}),
  refuses: [SignatureInvalid],
})
