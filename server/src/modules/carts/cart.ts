import type { Context } from '../../kit/context.ts'
import { WrongStatus } from '../customers/contract.ts'
import { customerKey, keyHolder, noteSeen } from '../customers/index.ts'
import type { Cart, Line } from './contract.ts'
import { insertLines, lineRow, linesOf, removeLines, toLine } from './lines.ts'

export async function readCart(ctx: Context, { customerId }: { customerId: string }): Promise<Cart> {
  const key = await customerKey(ctx, customerId)
  return { lines: (await linesOf(ctx, customerId)).map((row) => toLine(ctx, key, row)) }
}

/** The lock on the customer keeps a merge from taking the lines away in between. */
export async function putCart(
  ctx: Context,
  { customerId, lines }: { customerId: string; lines: readonly Line[] },
): Promise<Cart> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  const { status, key } = customer
  if (status !== 'active') throw WrongStatus({ customerStatus: status })
  noteSeen(ctx, customer)
  await removeLines(ctx, customerId)
  await insertLines(
    ctx,
    lines.map((line, position) => lineRow(ctx, key, customerId, line, position)),
  )
  ctx.audit({ action: 'customer.cart_changed', customer: { id: customerId, key }, fields: ['cart'] })
  return { lines: [...lines] }
}

export const clearCart = (ctx: Context, { customerId }: { customerId: string }) =>
  putCart(ctx, { customerId, lines: [] })
