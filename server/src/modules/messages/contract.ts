import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { NotFound, refusal } from '../../kit/refusal.ts'
import { text } from '../../kit/text.ts'
import { CHANNELS, TEMPLATES, type TemplateName } from './templates.ts'

export const STATUSES = ['queued', 'sending', 'sent', 'delivered', 'kept', 'failed', 'expired'] as const

export const NotSentThatWay = refusal('message.not_sent_that_way', 422, {
  en: 'This message is not sent that way.',
  ar: 'لا تُرسل هذه الرسالة بهذه الطريقة.',
})
export const PlaceholderUnknown = refusal('message.placeholder_unknown', 422, {
  en: 'The wording has a placeholder that this message has no value for; see “known”.',
  ar: 'في النص عنصر نائب لا قيمة له في هذه الرسالة؛ انظر «known».',
})
export const PlaceholderMissing = refusal('message.placeholder_missing', 422, {
  en: 'The body lacks what the message is for; see “placeholders”.',
  ar: 'ينقص النص ما أُعدت الرسالة من أجله؛ انظر «placeholders».',
})
export const SubjectDoesNotFit = refusal('message.subject_does_not_fit', 422, {
  en: 'An e-mail has a subject, a text message has none.',
  ar: 'للبريد الإلكتروني عنوان، أما الرسالة النصية فلا عنوان لها.',
})
export const SignatureInvalid = refusal('message.signature_invalid', 403, {
  en: 'The signature does not fit this report.',
  ar: 'التوقيع لا يطابق هذا التقرير.',
})

const tag = 'Messages'
const Channel = z.enum(CHANNELS)
const Language = z.enum(['en', 'ar'])
const Name = z.enum(Object.keys(TEMPLATES) as [TemplateName, ...TemplateName[]])

const Template = z.object({
  name: Name,
  channel: Channel,
  language: Language,
  subject: z.string().nullable(),
  body: z.string(),
  changed: z.boolean().meta({ description: 'Whether this is the wording of the business' }),
  placeholders: z.array(z.string()),
  required: z.array(z.string()),
})

export const listTemplates = endpoint({
  method: 'get',
  path: '/api/v1/message-templates',
  summary: 'List the wordings of all messages',
  tag,
  allow: 'messages:manage',
  output: z.object({ items: z.array(Template) }),
  refuses: [],
})

export const changeTemplate = endpoint({
  method: 'put',
  path: '/api/v1/message-templates/:name',
  summary: 'Word a message',
  description:
    'Plain text with placeholders such as `{code}`; `{minutes}` and `{hours}` are written with their unit, `{business}` is always there. A blank line starts a paragraph. `wording: null` goes back to the original.',
  tag,
  allow: 'messages:manage',
  params: z.object({ name: Name }),
  body: z.strictObject({
    channel: Channel,
    language: Language,
    wording: z.strictObject({ subject: text(200).optional(), body: text(2_000, { multiline: true }) }).nullable(),
  }),
  output: Template,
  refuses: [NotFound, NotSentThatWay, PlaceholderUnknown, PlaceholderMissing, SubjectDoesNotFit],
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
  queuedAt: z.string(),
})

/** A plus in an address arrives as a space. */
const Address = z
  .string()
  .max(254)
  .transform((written) => written.replace(/^ (?=\d)/, '+').trim())

export const readInbox = endpoint({
  method: 'get',
  path: '/api/v1/dev/messages',
  summary: 'Read the messages that would have been sent',
  description:
    'For development: there only while no provider is configured, with the embedded database on this machine or `KITH_DEV_INBOX=on`. Newest first.',
  tag,
  allow: 'anyone',
  query: z.strictObject({
    channel: Channel.optional(),
    to: Address.optional(),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d?|1\d\d|200)$/, '1 to 200')
      .transform(Number)
      .default(50),
  }),
  output: z.object({ items: z.array(Kept) }),
  refuses: [NotFound],
})

export const showInbox = endpoint({
  method: 'get',
  path: '/dev/messages',
  summary: 'The same as a page',
  tag,
  allow: 'anyone',
  output: z.string(),
  streams: ['text/html'],
  refuses: [NotFound],
})
