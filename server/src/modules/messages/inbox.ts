import type { Caller } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Input, Output } from '../../kit/endpoint.ts'
import { known } from '../../kit/known.ts'
import { LANGUAGES } from '../../kit/language.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { readInbox as readInboxEndpoint } from './contract.ts'
import { addressDigest, openMessages } from './sealed.ts'
import { sql } from './tables.ts'
import { CHANNELS } from './templates.ts'
import { isInboxOpen } from './way-out.ts'

export type Inbox = Output<typeof readInboxEndpoint>

/** A link in it can create an owner: it is for the person at this machine and for callers with `staff:owners`. */
const mayReadInbox = ({ knowsStart = false, may }: Caller) => knowsStart || may.has('staff:owners')

export async function readInbox(ctx: Context, { channel, to, limit }: Input<typeof readInboxEndpoint>): Promise<Inbox> {
  if (!isInboxOpen(ctx.config) || !mayReadInbox(ctx.caller)) throw NotFound()
  const rows = await sql(ctx)
    .selectFrom('messages')
    .select(['id', 'channel', 'template', 'language', 'address', 'content', 'segments', 'queued_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('status', '=', 'kept')
    .$if(channel !== undefined, (q) => q.where('channel', '=', channel!))
    .$if(to !== undefined, (q) => q.where('address_digest', '=', addressDigest(ctx, to!)))
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const opened = await openMessages(ctx, rows)
  const items = rows.map((row, index) => {
    const { to: address, content, damaged } = opened[index]!
    return {
      id: row.id,
      channel: known(CHANNELS, row.channel),
      template: row.template,
      language: known(LANGUAGES, row.language),
      to: address,
      subject: content?.subject ?? null,
      text: content?.text ?? null,
      segments: row.segments,
      damaged,
      queuedAt: row.queued_at.toISOString(),
    }
  })
  return { items }
}
