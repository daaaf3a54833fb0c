import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { eventsById, positionBefore, readEvents } from '../../events/index.ts'
import { WebhookIsDisabled } from '../endpoints/contract.ts'
import { refuseWithoutExport, requireEndpoint } from '../endpoints/endpoint-row.ts'
import { refuseUnfit } from '../endpoints/register.ts'
import { holdBackNewer } from '../sending/claim.ts'
import { sql } from '../tables.ts'
import { type Delivery, DeliveryNotFound, type replay } from './contract.ts'
import { enqueue, filterOf } from './hear.ts'
import { deliveryRows, toDelivery } from './list.ts'

/** At once, also before earlier ones: a person asked for it. */
export async function resendEvent(
  ctx: Context,
  { webhookId, eventId }: { webhookId: string; eventId: string },
): Promise<Delivery> {
  await requireSendable(ctx, webhookId)
  const [found, events] = [
    await deliveryRows(ctx, webhookId).where('event_id', '=', eventId).executeTakeFirst(),
    await eventsById(ctx, [eventId]),
  ]
  if (!found || !events.has(eventId)) throw DeliveryNotFound()
  if (found.status === 'sending') return toDelivery(found)
  const change = { status: 'waiting', attempts: 0, due_at: ctx.now, finished_at: null }
  await sql(ctx)
    .updateTable('webhook_deliveries')
    .set(change)
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .execute()
  ctx.audit({ action: 'webhook.resent', customer: null, fields: [found.type], after: { id: webhookId, eventId } })
  ctx.nudge('webhooks')
  return toDelivery({ ...found, ...change })
}

/** What it was not given, or is given anew with `all`. What is newer and waits of the same customers comes after it. */
export async function replayEvents(ctx: Context, { webhookId, since, types, all }: Input<typeof replay>) {
  refuseUnfit(ctx, { types })
  const webhook = await requireSendable(ctx, webhookId)
  const anew = all ? ['dead', 'delivered'] : ['dead']
  const customers = new Set<string>()
  let events = 0
  for (let [after, more] = [await positionBefore(ctx, since), true]; more; ) {
    const page = await readEvents(ctx, after, types ?? webhook.types)
    const isFor = await filterOf(ctx, [webhook], page.events)
    const wanted = page.events.filter((event) => event.at >= since && isFor(webhook, event))
    events += await enqueue(
      ctx,
      wanted.map((event) => ({ webhookId, event })),
      anew,
    )
    for (const { customerId } of wanted) if (customerId !== null) customers.add(customerId)
    ;({ through: after, more } = page)
  }
  await holdBackNewer(ctx, webhookId, [...customers])
  ctx.audit({
    action: 'webhook.replayed',
    customer: null,
    fields: ['since'],
    after: { id: webhookId, since, types, all },
  })
  ctx.nudge('webhooks')
  return { events }
}

async function requireSendable(ctx: Context, webhookId: string) {
  const webhook = await requireEndpoint(ctx, webhookId)
  refuseWithoutExport(ctx, webhook)
  if (webhook.disabled_at !== null) throw WebhookIsDisabled()
  return webhook
}
