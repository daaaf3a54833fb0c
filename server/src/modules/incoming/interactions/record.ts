import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForPerson } from '../../../kit/sealed.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { keyHolder } from '../../customers/index.ts'
import { InteractionRecorded } from '../events.ts'
import type { Sentiment } from '../shapes.ts'
import { sql } from '../tables.ts'
import { sentimentIn } from './sentiment.ts'

const maybe = z.string().nullable().default(null)
const Told = z.object({ externalId: maybe, subject: maybe, text: maybe })
export const told = sealedForPerson('interactions', 'sealed', document(Told), {
  mend: () => ({ externalId: null, subject: null, text: null }),
})

export interface NewInteraction {
  readonly customerId: string
  readonly kind: 'ticket' | 'review'
  readonly source: string
  readonly at?: Date | undefined
  readonly externalId?: string | undefined
  readonly channel?: string | undefined
  readonly sku?: string | undefined
  readonly category?: string | undefined
  readonly tags?: readonly string[]
  readonly rating?: number | undefined
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly sentiment?: Sentiment | undefined
}

/** Records an interaction. The sentiment is given, or found by its words. */
export async function recordInteraction(ctx: Context, input: NewInteraction): Promise<string> {
  const { customerId, kind, source, at = ctx.now, externalId = null, subject = null, text = null } = input
  const { category = null, rating = null } = input
  const customer = await keyHolder(ctx, customerId, 'for update')
  const id = uuidv7(ctx.now.getTime())
  const found = input.sentiment ?? sentimentIn([subject, text].filter(Boolean).join('\n'))
  sql.insert(ctx, 'interactions', [
    {
      ...{ tenant_id: ctx.tenant, id, customer_id: customerId, kind, at, recorded_at: ctx.now, source },
      ...{ channel: input.channel ?? null, sku: input.sku ?? null, category, tags: [...(input.tags ?? [])], rating },
      sentiment: found,
      sentiment_by: found === null ? null : input.sentiment ? 'given' : 'words',
      sealed: told.seal(ctx, customer.key, { id }, { externalId, subject, text }),
    },
  ])
  ctx.emit(InteractionRecorded({ customerId, interactionId: id, kind, sentiment: found, category, rating }))
  ctx.audit({ action: `interaction.${kind}`, customer, fields: ['interactions'], after: { interactionId: id } })
  return id
}
