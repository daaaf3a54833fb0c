import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { CustomerNotFound } from '../customers/contract.ts'
import { keysOf } from '../customers/index.ts'
import type { Face } from '../tenants/contract.ts'
import { readFace, tenantDefaults } from '../tenants/index.ts'
import { compose, type Letterhead } from './compose.ts'
import { addressDigest, addresses, contents } from './sealed.ts'
import { countSegments } from './segments.ts'
import { sql } from './tables.ts'
import { type Channel, TEMPLATES, type TemplateName } from './templates.ts'
import { wayOut } from './way-out.ts'
import { wordingOf } from './wordings.ts'

export interface NewMessage {
  readonly channel: Channel
  /** A phone as E.164, or an e-mail address. */
  readonly to: string
  readonly template: TemplateName
  readonly values: Readonly<Record<string, string>>
  readonly language: Language
  readonly customerId: string | null
  /** A message past this time is not sent. */
  readonly expiresAt?: Date
}

/**
 * Writes the message in the caller's transaction: it is sent after the commit, or not at all.
 * `segments` is the number of text messages; null for an e-mail.
 */
export async function sendMessage(
  ctx: Context,
  { channel, to, template, values, language, customerId, expiresAt }: NewMessage,
): Promise<{ id: string; segments: number | null }> {
  const [key, wording, business, face] = await Promise.all([
    sealingKey(ctx, customerId),
    wordingOf(ctx, template, channel, language),
    businessName(ctx, language),
    channel === 'email' ? readFace(ctx) : null,
  ])
  const content = compose(wording, { business, ...values }, language, face && letterhead(face, business, language))
  const way = wayOut(ctx.config, channel)
  const forget = way === 'none' && TEMPLATES[template].secret
  const id = uuidv7(ctx.now.getTime())
  const segments = channel === 'sms' ? countSegments(content.text) : null
  await sql(ctx)
    .insertInto('messages')
    .values({
      tenant_id: ctx.tenant,
      id,
      customer_id: customerId,
      channel,
      template,
      language,
      address: addresses.seal(ctx, key, { id }, to),
      address_digest: addressDigest(ctx, to),
      content: forget ? null : contents.seal(ctx, key, { id }, content),
      segments,
      expires_at: expiresAt ?? null,
      queued_at: ctx.now,
      ...BEGINNINGS[way],
      due_at: way === 'provider' ? ctx.now : null,
    })
    .execute()
  if (way === 'provider') ctx.nudge('messages')
  return { id, segments }
}

const BEGINNINGS = {
  provider: { status: 'queued', error: null },
  inbox: { status: 'kept', error: null },
  none: { status: 'failed', error: 'no_provider' },
} as const

async function sealingKey(ctx: Context, customerId: string | null) {
  if (customerId === null) return ctx.keys.own
  const key = (await keysOf(ctx, [customerId])).get(customerId)
  if (!key) throw CustomerNotFound()
  return key
}

function letterhead({ colour, hours, hours2, opening }: Face, business: string, language: Language): Letterhead {
  const own = language === 'ar' ? (hours2 ?? hours) : (hours ?? hours2)
  return { business, colour, hours: [opening?.words[language], own].filter(Boolean).join('\n') || null }
}

async function businessName(ctx: Context, language: Language): Promise<string> {
  const { name, name2 } = await tenantDefaults(ctx)
  return language === 'ar' ? (name2 ?? name) : name
}
