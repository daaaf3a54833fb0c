import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { outsideNumber } from '../../customers/contract.ts'
import { believedTotals, setLastOrder, writeTotals } from '../../customers/index.ts'
import { completed, type OrderRow, orderRows } from '../order/order.ts'
import { reportingCurrency } from '../order/settings.ts'
import { sql } from '../tables.ts'
import { type Brought, broughtBy } from './totals.ts'

const AT_ONCE = 1_000

/** A total that is not what the orders say. */
export interface Drift {
  readonly customer: string
  readonly what: 'orders' | 'spent' | 'lastOrder'
  readonly believed: string
  readonly counted: string
}

/** Adds up every order anew, sets the totals right and names what was wrong. */
export async function rebuildTotals(ctx: Context): Promise<{ orders: number; drifts: readonly Drift[] }> {
  // Other changes of totals wait for the end of this.
  await raw`lock table customer_activity /* all of tenant_id */ in share row exclusive mode`.execute(sql(ctx))
  return compareTotals(ctx, async (customerId, gain, lastOrder) => {
    await writeTotals(ctx, customerId, gain)
    await setLastOrder(ctx, customerId, lastOrder)
  })
}

type Mend = (customerId: string, gain: Brought, lastOrder: Date | null) => Promise<void>

export async function compareTotals(
  ctx: Context,
  mend: Mend = async () => {},
): Promise<{ orders: number; drifts: readonly Drift[] }> {
  const { counted, orders } = await countAll(ctx)
  const drifts: Drift[] = []
  for (const { customer_id, number, orders, spent, last_order_at } of await believedTotals(ctx).execute()) {
    const is = counted.get(customer_id) ?? NOTHING
    const found = differences(outsideNumber(number), { orders, spent, lastOrder: last_order_at.getTime() }, is)
    if (found.length === 0) continue
    drifts.push(...found)
    const last = is.lastOrder === 0 ? null : new Date(is.lastOrder)
    await mend(customer_id, { orders: is.orders - orders, spent: is.spent - spent }, last)
  }
  return { orders, drifts }
}

interface Sum extends Brought {
  readonly lastOrder: number
}
const NOTHING: Sum = { orders: 0, spent: 0, lastOrder: 0 }

function differences(customer: string, believed: Sum, counted: Sum): Drift[] {
  return (['orders', 'spent', 'lastOrder'] as const).flatMap((what) =>
    believed[what] === counted[what]
      ? []
      : [{ customer, what, believed: written(what, believed[what]), counted: written(what, counted[what]) }],
  )
}

const written = (what: Drift['what'], value: number) =>
  what === 'lastOrder' ? (value === 0 ? 'never' : new Date(value).toISOString()) : String(value)

async function countAll(ctx: Context) {
  const currency = await reportingCurrency(ctx)
  const counted = new Map<string, Sum>()
  let orders = 0
  for (let rows = await nextRows(ctx, null); rows.length > 0; rows = await nextRows(ctx, rows.at(-1)!)) {
    for (const order of await completed(ctx, rows)) {
      const { customer_id, placed_at } = order.row
      const before = counted.get(customer_id) ?? NOTHING
      const brought = broughtBy(order, currency)
      orders += 1
      if (brought.orders === 0) continue
      counted.set(customer_id, {
        orders: before.orders + 1,
        spent: before.spent + brought.spent,
        lastOrder: Math.max(before.lastOrder, placed_at.getTime()),
      })
    }
  }
  return { counted, orders }
}

function nextRows(ctx: Context, after: Pick<OrderRow, 'id'> | null): Promise<OrderRow[]> {
  const rows = orderRows(ctx).orderBy('id').limit(AT_ONCE)
  return (after ? rows.where('id', '>', after.id) : rows).execute()
}
