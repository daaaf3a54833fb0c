import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { type EndpointRow, lockEndpoint } from '../endpoints/endpoint-row.ts'
import { noteFailure, noteSuccess } from '../endpoints/switch.ts'
import { WebhookDeliveryFailed } from '../events.ts'
import { sql } from '../tables.ts'
import { type Claimed, makeDue } from './claim.ts'
import type { Attempt } from './lane.ts'
import { keepInLog } from './log.ts'
import type { Parcel } from './parcel.ts'
import { nextAttempt } from './schedule.ts'

/** What came of attempts at one webhook, in the order of the answers. Nothing where a lease was lost meanwhile: another process sends that again. */
export async function note(ctx: Context, webhookId: string, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return
  const webhook = await lockEndpoint(ctx, webhookId)
  if (!webhook) return
  await keepInLog(ctx, attempts, { test: false })
  const noted = await noteOutcomes(ctx, webhookId, attempts)
  const customers = noted.flatMap(({ next, parcel }) => (next === null && parcel.customerId) || [])
  if (customers.length > 0) {
    await makeDue(ctx, [webhookId], { customers: [...new Set(customers)] })
    ctx.nudge('webhooks')
  }
  await noteHealth(ctx, webhook, noted)
}

interface Noted extends Attempt {
  readonly type: string
  /** When it is tried again. */
  readonly next: Date | null
}

async function noteOutcomes(ctx: Context, webhookId: string, attempts: readonly Attempt[]): Promise<Noted[]> {
  const judged = attempts.map(({ parcel, answer }) => {
    const isDelivered = answer.outcome === 'delivered'
    const next = isDelivered ? null : nextAttempt(ctx.now, parcel.attempts, answer.retryAfterMs)
    return { parcel, answer, next, status: isDelivered ? 'delivered' : next ? 'waiting' : 'dead' }
  })
  const { rows } = await raw<{ n: number; type: string }>`
    update webhook_deliveries d
       set status = one.status, due_at = one.next, finished_at = case when one.next is null then ${ctx.now}::timestamptz end
      from unnest(${judged.map(({ parcel }) => parcel.eventId)}::uuid[], ${judged.map(({ parcel }) => parcel.lease)}::timestamptz[],
                  ${judged.map(({ status }) => status)}::text[], ${judged.map(({ next }) => next)}::timestamptz[])
             with ordinality as one (event_id, lease, status, next, n)
     where d.tenant_id = ${ctx.tenant} and d.endpoint_id = ${webhookId} and d.event_id = one.event_id
       and d.status = 'sending' and d.due_at = one.lease
    returning one.n::int as n, d.type`.execute(sql(ctx))
  return rows.sort((a, b) => a.n - b.n).map(({ n, type }) => ({ ...judged[n - 1]!, type }))
}

async function noteHealth(ctx: Context, webhook: EndpointRow, noted: readonly Noted[]): Promise<void> {
  let row = webhook
  for (const { parcel, answer, type, next } of noted) {
    if (answer.outcome === 'delivered') {
      row = await noteSuccess(ctx, row)
      continue
    }
    const dead = next === null
    if (dead) ctx.emit(WebhookDeliveryFailed({ webhookId: row.id, eventId: parcel.eventId, eventType: type }))
    row = await noteFailure(ctx, row, { gone: answer.outcome === 'gone', dead })
  }
}

/** What was claimed and not sent: as if it had never been claimed. */
export async function giveBack(ctx: Context, webhookId: string, parcels: readonly Parcel[]): Promise<void> {
  if (parcels.length === 0) return
  // What is disabled or replayed meanwhile locks the same rows, in another order.
  await lockEndpoint(ctx, webhookId)
  await raw`
    update webhook_deliveries d set status = 'waiting', due_at = ${ctx.now}, attempts = d.attempts - 1
      from unnest(${parcels.map(({ eventId }) => eventId)}::uuid[], ${parcels.map(({ lease }) => lease)}::timestamptz[])
             as one (event_id, lease)
     where d.tenant_id = ${ctx.tenant} and d.endpoint_id = ${webhookId} and d.event_id = one.event_id
       and d.status = 'sending' and d.due_at = one.lease`.execute(sql(ctx))
}

/** What cannot be sent: its event is no longer kept, or the webhook is damaged. */
export async function dropUnsendable(ctx: Context, gone: readonly Claimed[]) {
  for (const one of gone) {
    await lockEndpoint(ctx, one.webhookId)
    await unlessLost(ctx, one).set({ status: 'dead', due_at: null, finished_at: ctx.now }).execute()
    await makeDue(ctx, [one.webhookId], 'all')
  }
}

const unlessLost = (ctx: Context, { webhookId, eventId, lease }: Claimed) =>
  sql(ctx)
    .updateTable('webhook_deliveries')
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .where('status', '=', 'sending')
    .where('due_at', '=', lease)
