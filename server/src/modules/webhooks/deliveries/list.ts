import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { outsideId } from '../../customers/contract.ts'
import { requireEndpoint } from '../endpoints/endpoint-row.ts'
import { outsideEventId } from '../feed/outside.ts'
import { readLog } from '../sending/log.ts'
import { sql } from '../tables.ts'
import { type Delivery, DeliveryNotFound, type deliveries, STATUSES } from './contract.ts'

const PAGE = 50

export async function listDeliveries(ctx: Context, { webhookId, status, cursor }: Input<typeof deliveries>) {
  await requireEndpoint(ctx, webhookId)
  const list = `webhook ${webhookId} ${status ?? ''}`
  const after = cursor === undefined ? null : readCursor<[number]>(ctx.keys, list, ctx.now, cursor)[0]
  const rows = await deliveryRows(ctx, webhookId)
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(after !== null, (query) => query.where('position', '<', after!))
    .orderBy('position', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  return {
    items: shown.map(toDelivery),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, list, ctx.now, [shown.at(-1)!.position]) : null,
  }
}

export async function readDelivery(ctx: Context, { webhookId, eventId }: { webhookId: string; eventId: string }) {
  await requireEndpoint(ctx, webhookId)
  const row = await deliveryRows(ctx, webhookId).where('event_id', '=', eventId).executeTakeFirst()
  if (!row) throw DeliveryNotFound()
  return { ...toDelivery(row), log: await readLog(ctx, webhookId, eventId) }
}

export const deliveryRows = (ctx: Context, webhookId: string) =>
  sql(ctx)
    .selectFrom('webhook_deliveries')
    .select([
      'event_id',
      'position',
      'type',
      'customer_id',
      'status',
      'attempts',
      'due_at',
      'created_at',
      'finished_at',
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', webhookId)
type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveryRows>['execute']>>[0]

export const toDelivery = (row: DeliveryRow): Delivery => ({
  eventId: outsideEventId(row.event_id),
  type: row.type,
  customerId: row.customer_id && outsideId(row.customer_id),
  status: known(STATUSES, row.status),
  attempts: row.attempts,
  nextAttemptAt: row.status === 'waiting' ? (row.due_at?.toISOString() ?? null) : null,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
})
