import type { Context } from '../../../kit/context.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type { KeyHolder } from '../../customers/index.ts'
import { OrderPlaced } from '../events.ts'
import type { OrderRow } from '../order/order.ts'
import { ExternalIdTaken } from '../refusals.ts'
import { type By, type NewLine, outsideOrderId } from '../shapes.ts'
import { sql } from '../tables.ts'

/** Awaited only where another order may have the same name. */
export async function insertOrder(ctx: Context, row: OrderRow, lines: readonly NewLine[]): Promise<void> {
  if (row.external_id === null) sql.insert(ctx, 'orders', [row])
  else if (!(await insertUnlessThere(ctx, row))) throw await taken(ctx, row)
  insertParts(ctx, [{ row, lines }])
}

/** The lines of orders, and that they were placed. */
export function insertParts(
  ctx: Context,
  orders: readonly { readonly row: OrderRow; readonly lines: readonly NewLine[] }[],
): void {
  const { tenant: tenant_id, now: recorded_at } = ctx
  sql.insert(
    ctx,
    'order_lines',
    orders.flatMap(({ row, lines }) => lineRows(row.id, lines).map((line) => ({ tenant_id, ...line }))),
  )
  sql.insert(
    ctx,
    'order_events',
    orders.map(({ row: { id, placed_at } }) => ({
      ...{ tenant_id, id: uuidv7(recorded_at.getTime()), order_id: id, what: 'placed', at: placed_at },
      ...{ recorded_at, actor: ctx.caller.actor },
    })),
  )
}

async function insertUnlessThere(ctx: Context, row: OrderRow): Promise<boolean> {
  const inserted = await sql(ctx)
    .insertInto('orders')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'source', 'external_id']).where('external_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

async function taken(ctx: Context, { source, external_id }: OrderRow) {
  if (!ctx.caller.may.has('orders:read')) return ExternalIdTaken()
  const { id } = await sql(ctx)
    .selectFrom('orders')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('source', '=', source)
    .where('external_id', '=', external_id)
    .executeTakeFirstOrThrow()
  return ExternalIdTaken({ orderId: outsideOrderId(id) })
}

export const lineRows = (orderId: string, lines: readonly NewLine[]) =>
  lines.map(({ sku, category, quantity, amount }, index) => ({
    order_id: orderId,
    position: index + 1,
    ...{ sku, category, quantity, amount },
  }))

export function placedEvent(
  customer: KeyHolder,
  row: OrderRow,
  lines: readonly NewLine[],
  by: By = 'recorder',
): DomainEvent {
  const { id, channel, source, external_id: externalId, currency, total, counted, placed_at } = row
  return OrderPlaced({
    customerId: customer.id,
    orderId: id,
    at: placed_at.toISOString(),
    ...{ channel, source, externalId, currency, total, counted, phoneProved: row.phone_proved, by },
    lines: lines.map(({ sku, category, quantity, amount }) => ({ sku, category, quantity, amount })),
  })
}

export function auditPlaced(ctx: Context, customer: KeyHolder, row: OrderRow): void {
  const { id, channel, source, currency, total } = row
  ctx.audit({
    action: 'order.placed',
    customer,
    fields: ['orders'],
    after: { orderId: outsideOrderId(id), total, currency, channel, source },
  })
}
