import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { HeardEvent, Subscriber } from '../../../kit/module.ts'
import { segmentsOf } from '../../customers/index.ts'
import { CustomerSegmentChanged } from '../../segments/events.ts'
import { isForEvery } from '../feed/audiences.ts'
import { makeDue } from '../sending/claim.ts'
import { sql } from '../tables.ts'

/** Notes for each webhook what it is to get. Sending comes later, and holds up no other subscriber. */
export const webhookSubscriber: Subscriber = {
  name: 'webhooks',
  on: 'every kind',
  from: 'now',
  again: 'nothing more',
  hear: (ctx, event) => noteForWebhooks(ctx, [event]),
  hearTogether: noteForWebhooks,
}

async function noteForWebhooks(ctx: Context, events: readonly HeardEvent[]): Promise<void> {
  const webhooks = await sql(ctx)
    .selectFrom('webhook_endpoints')
    .select(['id', 'types', 'segments'])
    .where('tenant_id', '=', ctx.tenant)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute()
  const isFor = await filterOf(ctx, webhooks, events)
  const wanted = webhooks.flatMap((webhook) =>
    events.filter((event) => isFor(webhook, event)).map((event) => ({ webhookId: webhook.id, event })),
  )
  await enqueue(ctx, wanted)
  if (wanted.length > 0) ctx.nudge('webhooks')
}

interface Filters {
  readonly id: string
  readonly types: readonly string[] | null
  readonly segments: readonly string[] | null
}
type Judged = Pick<HeardEvent, 'type' | 'data' | 'customerId'>

/** By type, and by the segments that customers are in by now. What is told of a webhook does not go to itself: it would go round in a circle. */
export async function filterOf(ctx: Context, webhooks: readonly Filters[], events: readonly Judged[]) {
  const asks = webhooks.some(({ segments }) => segments !== null)
  const now = asks ? await segmentsOf(ctx, [...new Set(events.flatMap(({ customerId }) => customerId ?? []))]) : null
  return ({ id, types, segments }: Filters, { type, data, customerId }: Judged): boolean => {
    const { webhookId, from, to } = Object(data)
    if (webhookId === id || (types !== null && !types.includes(type))) return false
    if (segments === null || isForEvery(type)) return true
    const own = [customerId && now?.get(customerId), ...(type === CustomerSegmentChanged.type ? [from, to] : [])]
    return own.some((one) => typeof one === 'string' && segments.includes(one))
  }
}

export interface Wanted {
  readonly webhookId: string
  readonly event: Pick<HeardEvent, 'id' | 'position' | 'type' | 'customerId'>
}

/** `anew`: also what was given up; what is unfinished stays as it is. Returns how many there are to send. */
export async function enqueue(ctx: Context, wanted: readonly Wanted[], anew: readonly string[] = []): Promise<number> {
  if (wanted.length === 0) return 0
  const column = (of: (one: Wanted) => string | number | null) => wanted.map(of)
  const { rows } = await raw<{ queued: number }>`
    with queued as (
      insert into webhook_deliveries (tenant_id, endpoint_id, event_id, position, type, customer_id)
      select ${ctx.tenant}::uuid, * from unnest(
        ${column(({ webhookId }) => webhookId)}::uuid[], ${column(({ event }) => event.id)}::uuid[],
        ${column(({ event }) => event.position)}::bigint[], ${column(({ event }) => event.type)}::text[],
        ${column(({ event }) => event.customerId)}::uuid[])
      on conflict (tenant_id, endpoint_id, event_id) do update
        set status = 'waiting', attempts = 0, due_at = null, finished_at = null
        where webhook_deliveries.status = any (${anew}::text[])
      returning event_id)
    select count(*)::int as queued from queued`.execute(sql(ctx))
  const customers = [...new Set(wanted.flatMap(({ event }) => event.customerId ?? []))]
  await makeDue(ctx, [...new Set(wanted.map(({ webhookId }) => webhookId))], { customers })
  return rows[0]!.queued
}
