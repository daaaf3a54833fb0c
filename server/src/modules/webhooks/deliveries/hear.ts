import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { HeardEvent, Subscriber } from '../../../kit/module.ts'
import { makeDue } from '../sending/claim.ts'
import { sql } from '../tables.ts'

/** Notes for each webhook what it is to get. Sending comes later, and holds up no other subscriber. */
export const webhookSubscriber: Subscriber = {
  name: 'webhooks',
  on: 'every kind',
  from: 'now',
  hear: (ctx, event) => noteForWebhooks(ctx, [event]),
  hearTogether: noteForWebhooks,
}

async function noteForWebhooks(ctx: Context, events: readonly HeardEvent[]): Promise<void> {
  const webhooks = await sql(ctx)
    .selectFrom('webhook_endpoints')
    .select(['id', 'types'])
    .where('tenant_id', '=', ctx.tenant)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute()
  const wanted = webhooks.flatMap((webhook) =>
    events.filter((event) => isFor(webhook, event)).map((event) => ({ webhookId: webhook.id, event })),
  )
  await enqueue(ctx, wanted)
  if (wanted.length > 0) ctx.nudge('webhooks')
}

/** What is told of a webhook does not go to itself: it would go round in a circle. */
export const isFor = (
  { id, types }: { readonly id: string; readonly types: readonly string[] | null },
  { type, data }: Pick<HeardEvent, 'type' | 'data'>,
) => (types === null || types.includes(type)) && Object(data).webhookId !== id

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
