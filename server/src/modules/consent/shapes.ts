import { z } from 'zod'
import { fieldProblem } from '../../kit/field-problem.ts'
import { At, form, text } from '../../kit/text.ts'
import { CHANNELS } from '../preferences/contract.ts'

const PURPOSE_FORM = fieldProblem('purpose_form', {
  en: 'terms, privacy, marketing. with a channel, or custom. with a name of yours',
  ar: 'terms أو privacy أو marketing. مع الوسيلة أو custom. مع اسم من عندك',
})
const ONE_LANGUAGE = fieldProblem('one_language', {
  en: 'Give the text in one language at least',
  ar: 'اكتب النص بلغة واحدة على الأقل',
})

export const DECISIONS = ['requested', 'granted', 'withdrawn'] as const
/** How a decision was received. */
export const HEARD = ['till', 'web', 'spoken', 'import'] as const
const SOURCES = [...HEARD, 'confirmation', 'unsubscribe', 'objection', 'erasure'] as const
export const STATES = ['none', 'pending', 'granted', 'outdated', 'withdrawn'] as const
const CONTACTS = ['sms', 'email', 'whatsapp', 'phone'] as const

/** Why a customer gets no marketing, in the order in which it is looked at. */
export const LEFT_OUT = [
  'not_active',
  'restricted',
  'no_consent',
  'no_contact',
  'not_verified',
  'not_wanted',
  'quiet_hours',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

export const Language = z.enum(['en', 'ar'])
export type Purpose = string
export const Purpose = form(
  /^(?:terms|privacy|marketing\.(?:sms|email|whatsapp|push|phone)|custom\.[a-z][a-z0-9-]{0,39})$/,
  PURPOSE_FORM,
).meta({ description: '`terms`, `privacy`, `marketing.<channel>` or `custom.<name>`', example: 'marketing.email' })
const KINDS = ['terms', 'privacy', 'marketing', 'custom'] as const
export const kindOf = (purpose: Purpose) => KINDS.find((kind) => kind === purpose.split('.')[0])!
export const channelOf = (purpose: Purpose) => CHANNELS.find((channel) => purpose === `marketing.${channel}`) ?? null
/** The channels whose contacts Kith knows. */
export const ContactChannel = z.enum(CONTACTS)

const Text = z.strictObject({ title: text(200), text: text(40_000, { multiline: true }) })
export const Texts = z
  .strictObject({ en: Text.optional(), ar: Text.optional() })
  .refine(({ en, ar }) => en ?? ar, { params: { code: ONE_LANGUAGE } })
  .meta({
    description: 'The text shown to people, in at least one language',
    example: {
      en: { title: 'News by e-mail', text: 'We may write to you about offers, twice a month at most.' },
      ar: { title: 'الأخبار بالبريد الإلكتروني', text: 'يجوز لنا أن نراسلك بشأن العروض، مرتين في الشهر على الأكثر.' },
    },
  })

export type Texts = z.output<typeof Texts>

const PublishedText = z.object({ title: z.string(), text: z.string(), sha256: z.string() })
export const Version = z
  .object({
    version: z.int(),
    asksAgain: z.boolean(),
    publishedAt: At,
    texts: z.object({ en: PublishedText.optional(), ar: PublishedText.optional() }),
  })
  .meta({ id: 'ConsentVersion' })
export type Version = z.output<typeof Version>

const about = {
  documentId: z.string(),
  purpose: z.string(),
  kind: z.enum(KINDS),
  channel: z.string().nullable(),
}
export const Document = z
  .object({
    ...about,
    doubleOptIn: z.boolean(),
    status: z.enum(['published', 'retired']),
    retiredAt: At.nullable(),
    latest: Version,
  })
  .meta({ id: 'ConsentDocument' })
export type Document = z.output<typeof Document>

export const State = z
  .object({
    ...about,
    title: z.string(),
    status: z.enum(['published', 'retired']),
    state: z.enum(STATES),
    version: z.int().nullable().meta({ description: 'The version of the decision' }),
    latestVersion: z.int(),
    since: At.nullable(),
    eventId: z.string().nullable().meta({ description: 'The decision in force' }),
  })
  .meta({ id: 'Consent' })
export type State = z.output<typeof State>

export const Recorded = z.object({
  eventId: z.string(),
  documentId: z.string(),
  purpose: z.string(),
  version: z.int(),
  decision: z.enum(DECISIONS),
  source: z.enum(SOURCES),
  language: Language,
  decidedAt: At,
  recordedAt: At,
  actor: z.string(),
  heardBy: z.string().nullable().meta({ description: 'For a spoken decision: the login or API key that recorded it' }),
  spokenTo: z.string().nullable(),
  origin: z.string().nullable().meta({ description: 'Of an imported decision: where it was made' }),
  proof: z.string().nullable().meta({ description: 'Of an imported decision: what shows it' }),
  ip: z.string().nullable().meta({ description: 'With `customers:history`' }),
  userAgent: z.string().nullable().meta({ description: 'With `customers:history`' }),
  intact: z.boolean().meta({ description: 'False if the record was altered in the database; it then allows nothing' }),
})
export type Recorded = z.output<typeof Recorded>
