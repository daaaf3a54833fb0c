import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { document, sealedForTenant } from '../../kit/sealed.ts'
import { placeholdersOf } from './compose.ts'
import { NotSentThatWay, PlaceholderMissing, PlaceholderUnknown, SubjectDoesNotFit } from './contract.ts'
import { sql } from './tables.ts'
import {
  ALWAYS,
  CHANNELS,
  type Channel,
  ownWording,
  TEMPLATE_NAMES,
  TEMPLATES,
  type TemplateName,
  type Wording,
} from './templates.ts'

const Stored = z.object({ subject: z.string().nullable().default(null), body: z.string() })
/** While it is damaged, the built-in text is sent. */
const wordings = sealedForTenant('message_templates', 'wording', document(Stored), {
  by: ['name', 'channel', 'language'],
  at: ({ name, channel, language }) => `${name}.${channel}.${language}`,
  mend: 'drop',
})

const LANGUAGES = ['en', 'ar'] as const

/** The tenant's text, else the built-in one. */
export async function wordingOf(ctx: Context, name: TemplateName, channel: Channel, language: Language) {
  const own = ownWording(name, channel, language)
  if (!own) throw new Error(`${name} is not sent by ${channel}`)
  const row = await sql(ctx)
    .selectFrom('message_templates')
    .select(['name', 'channel', 'language', 'wording'])
    .where('tenant_id', '=', ctx.tenant)
    .where('name', '=', name)
    .where('channel', '=', channel)
    .where('language', '=', language)
    .executeTakeFirst()
  return (row && wordings.show(ctx, row).value) ?? own
}

/** Every template, with the tenant's text where there is one. */
export async function listWordings(ctx: Context) {
  const rows = await sql(ctx)
    .selectFrom('message_templates')
    .select(['name', 'channel', 'language', 'wording'])
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  const items = TEMPLATE_NAMES.flatMap((name) =>
    CHANNELS.flatMap((channel) =>
      LANGUAGES.flatMap((language) => {
        const own = ownWording(name, channel, language)
        if (!own) return []
        const row = rows.find((one) => one.name === name && one.channel === channel && one.language === language)
        const opened = row && wordings.show(ctx, row)
        return [{ ...shown(name, channel, language, opened?.value ?? own, !!row), damaged: opened?.damaged ?? false }]
      }),
    ),
  )
  return { items }
}

interface NewWording {
  readonly name: TemplateName
  readonly channel: Channel
  readonly language: Language
  /** Null restores the built-in text. */
  readonly wording: { readonly subject?: string | undefined; readonly body: string } | null
}

export async function changeWording(ctx: Context, { name, channel, language, wording }: NewWording) {
  const own = ownWording(name, channel, language)
  if (!own) throw NotSentThatWay()
  const which = { tenant_id: ctx.tenant, name, channel, language }
  ctx.audit({ action: 'message_template.changed', customer: null, fields: [`${name}.${channel}.${language}`] })
  if (wording === null) {
    await sql(ctx)
      .deleteFrom('message_templates')
      .where('tenant_id', '=', ctx.tenant)
      .where((q) => q.and(which))
      .execute()
    return shown(name, channel, language, own, false)
  }
  const next: Wording = { subject: wording.subject ?? null, body: wording.body }
  checkWording(name, channel, next)
  const change = {
    wording: wordings.seal(ctx, which, next),
    updated_at: ctx.now,
  }
  await sql(ctx)
    .insertInto('message_templates')
    .values({ ...which, ...change })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'name', 'channel', 'language']).doUpdateSet(change))
    .execute()
  return shown(name, channel, language, next, true)
}

export function checkWording(name: TemplateName, channel: Channel, wording: Wording): void {
  if ((wording.subject === null) !== (channel === 'sms')) throw SubjectDoesNotFit()
  const used = placeholdersOf(wording)
  const known = placeholdersFor(name)
  const unknown = [...new Set(used.filter((one) => !known.includes(one)))]
  if (unknown.length > 0) throw PlaceholderUnknown({ placeholders: unknown, known })
  // A code or link in a subject would show on a locked screen, and does not count as part of the message.
  const inBody = placeholdersOf({ subject: null, body: wording.body })
  const missing = TEMPLATES[name].required.filter((one) => !inBody.includes(one))
  if (missing.length > 0) throw PlaceholderMissing({ placeholders: missing })
}

const placeholdersFor = (name: TemplateName) => [...new Set([...ALWAYS, ...TEMPLATES[name].values])]

const shown = (name: TemplateName, channel: Channel, language: Language, wording: Wording, changed: boolean) => ({
  name,
  channel,
  language,
  ...wording,
  changed,
  placeholders: placeholdersFor(name),
  required: [...TEMPLATES[name].required],
  damaged: false,
})
