import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import type { Input, Output } from '../../kit/endpoint.ts'
import { withSeveralLogins } from '../accounts/index.ts'
import { listAddresses } from '../addresses/index.ts'
import { customersAmong, getCustomer } from '../customers/index.ts'
import type * as api from './contract.ts'
import { listOrders } from './read.ts'
import { customerSignals } from './signals/signals.ts'

const ORDERS_SHOWN = 200

/** A customer as the back office sees them: with what other modules keep, as far as the caller may see it. */
export async function wholeCustomer(
  ctx: Context,
  { customerId }: { customerId: string },
): Promise<Output<typeof api.whole>> {
  const { may } = ctx.caller
  const mayOrders = may.has('orders:read')
  return {
    ...(await getCustomer(ctx, { customerId })),
    addresses: may.has('addresses:read') ? (await listAddresses(ctx, { customerId })).items : null,
    orders: mayOrders ? (await listOrders(ctx, { customerId, limit: ORDERS_SHOWN })).items : null,
    signals: mayOrders ? (await customerSignals(ctx, { customerId })).items : null,
  }
}

const LIST = 'customers with several logins'

export async function listSeveralLogins(ctx: Context, { limit, cursor }: Input<typeof api.severalLogins>) {
  const after = cursor === undefined ? null : readCursor<[number, string]>(ctx.keys, LIST, ctx.now, cursor)
  const place = after && { logins: after[0], customerId: after[1] }
  const { items, total } = await withSeveralLogins(ctx, { after: place, limit })
  const shown = items.slice(0, limit)
  const customers = await customersAmong(
    ctx,
    shown.map(({ customerId }) => customerId),
  )
  const last = items.length > limit ? shown.at(-1)! : null
  return {
    items: shown.flatMap(({ customerId, logins }) => {
      const customer = customers.get(customerId)
      return customer ? [{ ...customer, logins }] : []
    }),
    nextCursor: last && writeCursor(ctx.keys, LIST, ctx.now, [last.logins, last.customerId]),
    total,
  }
}
