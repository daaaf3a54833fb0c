import type { Context } from '../../../kit/context.ts'
import { lockEndpoint } from '../endpoints/endpoint-row.ts'
import { noteFailure, noteSuccess } from '../endpoints/switch.ts'
import { WebhookDeliveryFailed } from '../events.ts'
import { sql } from '../tables.ts'
import { type Claimed, makeDue } from './claim.ts'
import { keepInLog } from './log.ts'
import type { Parcel } from './parcel.ts'
import type { Answer } from './post.ts'
import { nextAttempt } from './schedule.ts'

/** Nothing where the lease was lost meanwhile: another process sends it again. */
export async function note(ctx: Context, parcel: Parcel, answer: Answer): Promise<void> {
  const webhook = await lockEndpoint(ctx, parcel.webhookId)
  if (!webhook) return
  await keepInLog(ctx, parcel, answer, { test: false })
  const isDelivered = answer.outcome === 'delivered'
  const next = isDelivered ? null : nextAttempt(ctx.now, parcel.attempts, answer.retryAfterMs)
  const change = next
    ? { status: 'waiting', due_at: next, finished_at: null }
    : { status: isDelivered ? 'delivered' : 'dead', due_at: null, finished_at: ctx.now }
  const noted = await unlessLost(ctx, parcel).set(change).returning('type').executeTakeFirst()
  if (!noted) return
  const { webhookId, eventId, customerId } = parcel
  if (next === null && customerId !== null) {
    await makeDue(ctx, [webhookId], { customers: [customerId] })
    ctx.nudge('webhooks')
  }
  if (isDelivered) return noteSuccess(ctx, webhook)
  const dead = next === null
  if (dead) ctx.emit(WebhookDeliveryFailed({ webhookId, eventId, eventType: noted.type }))
  await noteFailure(ctx, webhook, { gone: answer.outcome === 'gone', dead })
}

/** Called off before there was an answer. */
export async function giveBack(ctx: Context, parcel: Parcel): Promise<void> {
  await unlessLost(ctx, parcel)
    .set({ status: 'waiting', due_at: ctx.now, attempts: parcel.attempts - 1 })
    .execute()
}

/** What cannot be sent: its event is no longer kept, or the webhook is damaged. */
export async function dropUnsendable(ctx: Context, claimed: readonly Claimed[], parcels: readonly Parcel[]) {
  const lost = claimed.filter(
    ({ webhookId, eventId }) => !parcels.some((one) => one.webhookId === webhookId && one.eventId === eventId),
  )
  for (const one of lost) {
    await lockEndpoint(ctx, one.webhookId)
    await unlessLost(ctx, one).set({ status: 'dead', due_at: null, finished_at: ctx.now }).execute()
    await makeDue(ctx, [one.webhookId], 'all')
  }
}

const unlessLost = (ctx: Context, { webhookId, eventId, attempts }: Claimed) =>
  sql(ctx)
    .updateTable('webhook_deliveries')
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts)
