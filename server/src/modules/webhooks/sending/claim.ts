import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'

/** Longer than a receiver may take: a process that has not reported by then has died. */
const LEASE_MS = 25_000

export interface Claimed {
  readonly webhookId: string
  readonly eventId: string
  /** With this one. */
  readonly attempts: number
  /** Its end, by which this claim is known among others of the same event. */
  readonly lease: Date
}

/** What this process may have in hand besides: of a tenant, and of one webhook. */
interface Room {
  roomFor(tenant: string): number
  roomOf(
    webhook: { readonly tenant: string; readonly webhookId: string },
    is: { readonly failing: boolean; readonly thin: boolean },
  ): number
}

/** What is due, as far as each webhook has room: one that is slow takes nothing from the others. */
export async function claim(ctx: Context, room: Room): Promise<readonly Claimed[]> {
  const most = room.roomFor(ctx.tenant)
  if (most <= 0) return []
  const enabled = await sql(ctx)
    .selectFrom('webhook_endpoints')
    .select(['id', 'payload', 'failing_since'])
    .where('tenant_id', '=', ctx.tenant)
    .where('disabled_at', 'is', null)
    .execute()
  const each = enabled
    .map(({ id, payload, failing_since }) => {
      const webhook = { tenant: ctx.tenant, webhookId: id }
      return { id, room: room.roomOf(webhook, { failing: failing_since !== null, thin: payload === 'thin' }) }
    })
    .filter((one) => one.room > 0)
    .sort((one, other) => other.room - one.room)
  if (each.length === 0) return []
  const lease = new Date(ctx.now.getTime() + LEASE_MS)
  // Of a process that has died nothing is known to have failed: that was no attempt.
  const { rows: claimed } = await raw<Omit<Claimed, 'lease'>>`
    update webhook_deliveries d
       set status = 'sending', attempts = d.attempts + case d.status when 'sending' then 0 else 1 end, due_at = ${lease}
      from (
       select e.id, due.event_id
         from unnest(${each.map(({ id }) => id)}::uuid[], ${each.map((one) => one.room)}::int[]) as e (id, room)
        cross join lateral (
          select event_id from webhook_deliveries
           where tenant_id = ${ctx.tenant} and endpoint_id = e.id and due_at <= ${ctx.now}
           order by due_at, position limit e.room for update skip locked) as due
        limit ${most}) as chosen
     where d.tenant_id = ${ctx.tenant} and d.endpoint_id = chosen.id and d.event_id = chosen.event_id
    returning d.endpoint_id as "webhookId", d.event_id as "eventId", d.attempts`.execute(sql(ctx))
  return claimed.map((one) => ({ ...one, lease }))
}

interface Packed extends Claimed {
  readonly version: number
}

/** Those that are to be sent as they were packed: the lease is ours, and the webhook was not disabled, changed or removed. */
export async function stillToSend<P extends Packed>(ctx: Context, parcels: readonly P[]): Promise<readonly P[]> {
  if (parcels.length === 0) return []
  const { rows } = await raw<{ n: number }>`
    select one.n::int as n
      from unnest(${parcels.map(({ webhookId }) => webhookId)}::uuid[], ${parcels.map(({ version }) => version)}::int[],
                  ${parcels.map(({ eventId }) => eventId)}::uuid[], ${parcels.map(({ lease }) => lease)}::timestamptz[])
             with ordinality as one (endpoint_id, version, event_id, lease, n)
      join webhook_endpoints e on e.tenant_id = ${ctx.tenant} and e.id = one.endpoint_id
       and e.version = one.version and e.disabled_at is null
      join webhook_deliveries d on d.tenant_id = ${ctx.tenant} and d.endpoint_id = one.endpoint_id and d.event_id = one.event_id
       and d.status = 'sending' and d.due_at = one.lease
     order by one.n`.execute(sql(ctx))
  return rows.map(({ n }) => parcels[n - 1]!)
}

/** For the clock, as kith_platform: the tenants with something that is due. */
export const FIND_DUE = `
  select distinct e.tenant_id from webhook_endpoints e
   where e.disabled_at is null and exists (select from webhook_deliveries d
     where d.tenant_id = e.tenant_id and d.endpoint_id = e.id and d.due_at <= now())`

/**
 * Makes due what no earlier event of the same customer is before. After each change of what is unfinished, under the lock of
 * the webhook's row.
 */
export async function makeDue(
  ctx: Context,
  webhookIds: readonly string[],
  of: { readonly customers: readonly string[] } | 'all',
): Promise<void> {
  const those = of === 'all' ? raw`true` : raw`(d.customer_id = any (${of.customers}::uuid[]) or d.customer_id is null)`
  await raw`
    update webhook_deliveries d set due_at = ${ctx.now}
     where d.tenant_id = ${ctx.tenant} and d.endpoint_id = any (${webhookIds}::uuid[])
       and d.finished_at is null and d.due_at is null and ${those}
       and (d.customer_id is null or not exists (
         select from webhook_deliveries e
          where e.tenant_id = d.tenant_id and e.endpoint_id = d.endpoint_id and e.customer_id = d.customer_id
            and e.finished_at is null and e.position < d.position))`.execute(sql(ctx))
}

/** Under the same lock, where earlier events of these customers were made unfinished again: what waits for its time waits for them. */
export async function holdBackNewer(ctx: Context, webhookId: string, customers: readonly string[]): Promise<void> {
  await raw`
    update webhook_deliveries d set due_at = null
     where d.tenant_id = ${ctx.tenant} and d.endpoint_id = ${webhookId} and d.status = 'waiting' and d.due_at is not null
       and d.customer_id = any (${customers}::uuid[])
       and exists (
         select from webhook_deliveries e
          where e.tenant_id = d.tenant_id and e.endpoint_id = d.endpoint_id and e.customer_id = d.customer_id
            and e.finished_at is null and e.position < d.position)`.execute(sql(ctx))
}
