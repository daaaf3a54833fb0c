import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { document, sealedForTenant } from '../../../kit/sealed.ts'
import { IncomingEventParked } from '../events.ts'
import { EVENT_TYPES, type Incoming } from '../shapes.ts'
import { sql } from '../tables.ts'
import { peopleIn } from './people-in.ts'

/** The event as it came, or as it was corrected. */
const Payload = z.object({
  id: z.string(),
  source: z.string(),
  type: z.enum(EVENT_TYPES),
  time: z.string().nullable().default(null),
  data: z.unknown(),
})
export type Payload = z.output<typeof Payload>
/** The person may not be known yet: sealed with the key of the business. */
const payloads = sealedForTenant('incoming_events', 'sealed', document(Payload), { mend: 'drop' })

export const showPayload = (ctx: Context, row: { readonly id: string; readonly sealed: Buffer | null }) =>
  payloads.show(ctx, row)

export const eventDigest = (ctx: Context, { source, id }: Pick<Incoming, 'source' | 'id'>) =>
  ctx.keys.digest('incoming event', `${source}\0${id}`)
export const orderDigest = (ctx: Context, source: string, orderId: string) =>
  ctx.keys.digest('incoming order', `${source}\0${orderId}`)

export const rowsOf = (ctx: Context) =>
  sql(ctx)
    .selectFrom('incoming_events')
    .select(['id', 'source', 'type', 'state', 'reason', 'happened_at', 'received_at', 'actor', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)

export const changeRow = (ctx: Context, id: string) =>
  sql(ctx).updateTable('incoming_events').where('tenant_id', '=', ctx.tenant).where('id', '=', id)

/** Keeps an event that could not be carried out; its row was written before. Returns how it is called from now on. */
export async function park(
  ctx: Context,
  { id, source, type, time, data }: Incoming,
  { reason, awaits }: { readonly reason: string; readonly awaits: Buffer | null },
): Promise<string> {
  const digest = eventDigest(ctx, { source, id })
  const row = await sql(ctx)
    .selectFrom('incoming_events')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow()
  await keepPayload(ctx, row.id, { id, source, type, time: time?.toISOString() ?? null, data })
  await changeRow(ctx, row.id).set({ reason, awaits }).execute()
  ctx.emit(IncomingEventParked({ parkedId: row.id, source, type, reason }))
  return row.id
}

/** With what an erasure finds it by. */
export async function keepPayload(ctx: Context, rowId: string, payload: Payload): Promise<void> {
  const sealed = payloads.seal(ctx, { id: rowId }, payload)
  await changeRow(ctx, rowId)
    .set({ sealed, ...(await peopleIn(ctx, payload)) })
    .execute()
}

/** Nothing is left of what it said. */
export const EMPTIED = { sealed: null, contacts: [], about: [], awaits: null, reason: null }
