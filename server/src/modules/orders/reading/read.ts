import type { Context } from '../../../kit/context.ts'
import { placed, readCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { keyHolder } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { completed, findOrder, orderRows, type Reader, stateOf, toOrders } from '../order/order.ts'
import { reportingCurrency } from '../order/settings.ts'
import type { Order } from '../shapes.ts'
import { orderSignals } from '../signals/signals.ts'
import { sql } from '../tables.ts'

type Listed = Input<typeof api.listOfCustomer>
type Place = readonly [placedAt: number, id: string]
/** So many are looked through at once for those in a state. */
const LOOKED_THROUGH = 200

export async function getOrder(ctx: Context, { orderId }: { orderId: string }): Promise<Order> {
  const row = await findOrder(ctx, orderId)
  const [order] = await toOrders(ctx, await completed(ctx, [row]))
  return { ...order!, signals: [...order!.signals, ...(await orderSignals(ctx, row))] }
}

/** Orders belong to the person, whichever login they came through. */
export async function listOrders(
  ctx: Context,
  { customerId, state, limit, cursor }: Listed,
  reader: Reader = 'business',
) {
  await keyHolder(ctx, customerId)
  const list = `orders ${customerId} ${state ?? ''}`
  let after = cursor === undefined ? null : readCursor<Place>(ctx.keys, list, ctx.now, cursor)
  const found: Awaited<ReturnType<typeof completed>> = []
  for (;;) {
    const wanted = state === undefined ? limit + 1 : LOOKED_THROUGH
    const rows = await nextRows(ctx, customerId, after, wanted)
    const whole = await completed(ctx, rows)
    found.push(...whole.filter((one) => state === undefined || stateOf(one).state === state))
    if (rows.length < wanted || found.length > limit) break
    after = placeOf(rows.at(-1)!)
  }
  const shown = found.slice(0, limit)
  const places = shown.map(({ row }) => placeOf(row))
  return {
    items: await toOrders(ctx, shown, reader),
    ...placed(ctx, list, places, found.length > limit),
    total: await countOrders(ctx, customerId),
    currency: await reportingCurrency(ctx),
  }
}

export const listOwnOrders = (ctx: Context, input: Listed) => listOrders(ctx, input, 'person')

const placeOf = ({ placed_at, id }: { placed_at: Date; id: string }): Place => [placed_at.getTime(), id]

function nextRows(ctx: Context, customerId: string, after: Place | null, limit: number) {
  let rows = orderRows(ctx).where('customer_id', '=', customerId)
  if (after) {
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('placed_at', 'id'), '<', tuple(new Date(after[0]), after[1])),
    )
  }
  return rows.orderBy('placed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

async function countOrders(ctx: Context, customerId: string): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('orders')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  return count
}
