import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { Refusal } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { tenantDefaults } from '../tenants/index.ts'
import { compose, placeholdersOf } from './compose.ts'
import { NotSentThatWay, type previewTemplate } from './contract.ts'
import { measure } from './segments.ts'
import { ownWording, type Wording } from './templates.ts'
import { checkWording } from './wordings.ts'

type Answer = Output<typeof previewTemplate>

/** Values of realistic length, because the length counts. */
const EXAMPLES = {
  code: { en: '482913', ar: '482913' },
  minutes: { en: '5', ar: '5' },
  hours: { en: '24', ar: '24' },
  link: { en: 'https://example.com/x/Vb7cQ2nLr4TzK9sWm1', ar: 'https://example.com/x/Vb7cQ2nLr4TzK9sWm1' },
  role: { en: 'cashier', ar: 'أمين صندوق' },
}

/** Opens its own transaction, so that previews while typing are not stored for an Idempotency-Key. */
export async function previewWording(
  { db, caller }: Entrance,
  input: Input<typeof previewTemplate>,
): Promise<Answered<Answer>> {
  return { body: await inTenant(db, caller, (ctx) => preview(ctx, input), { readOnly: true }) }
}

async function preview(
  ctx: Context,
  { name, channel, language, wording }: Input<typeof previewTemplate>,
): Promise<Answer> {
  if (!ownWording(name, channel, language)) throw NotSentThatWay()
  const next: Wording = { subject: wording.subject ?? null, body: wording.body }
  const { name: business, name2 } = await tenantDefaults(ctx)
  const known: Record<string, string> = { business: (language === 'ar' && name2) || business }
  for (const [value, example] of Object.entries(EXAMPLES)) known[value] = example[language]
  // An unknown placeholder stays as typed.
  const values = Object.fromEntries(placeholdersOf(next).map((used) => [used, known[used] ?? `{${used}}`]))
  const { subject, text } = compose(next, values, language)
  return {
    subject,
    text,
    sms: channel === 'sms' ? measure(text) : null,
    problem: problemOf(ctx, () => checkWording(name, channel, next)),
  }
}

const Facts = z.object({ placeholders: z.array(z.string()).default([]) })

function problemOf(ctx: Context, check: () => void): Answer['problem'] {
  try {
    check()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, text } = error.kind
    const { placeholders } = Facts.parse(error.facts)
    return { code, title: text[ctx.caller.language], placeholders }
  }
}
