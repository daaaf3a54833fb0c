import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'
import { type Award, endOf } from './awards.ts'
import { addAward, type Book, enter } from './book.ts'
import { owedOf } from './owed.ts'

/** Something that a pending award waited for has come. */
export type Come = 'delivery' | 'payment' | 'proof' | 'time'

/** Its points can be spent once it waits for nothing any more. */
export function meet(ctx: Context, book: Book, award: Award, come: Come): void {
  if (award.vested_at !== null) return
  const needs_delivery = award.needs_delivery && come !== 'delivery'
  const needs_sale = award.needs_sale && come !== 'delivery' && come !== 'payment'
  const needs_proof = award.needs_proof && come !== 'proof'
  const isOver = award.vests_at === null || award.vests_at <= ctx.now
  const needs = { needs_delivery, needs_sale, needs_proof }
  if (Object.values(needs).includes(true) || !isOver) {
    writeAward(ctx, award, needs)
    return
  }
  const points = award.remaining
  book.owed.push(owedOf(award, -points))
  award.vested_at = ctx.now
  award.expires_at = endOf(ctx.now, award.months)
  book.owed.push(owedOf(award, points))
  const { vested_at, expires_at } = award
  writeAward(ctx, award, { ...needs, vested_at, expires_at })
  addAward(book, award)
  if (points === 0) return
  enter(ctx, book, {
    kind: 'release',
    points: 0,
    change: { pending: -points, balance: points },
    why: { rule: 'vested' },
    orderId: award.order_id,
  })
}

type Change = Partial<Pick<Award, 'needs_delivery' | 'needs_sale' | 'needs_proof' | 'vested_at' | 'expires_at'>>
function writeAward(ctx: Context, { id }: Award, change: Change): void {
  sql.send(
    ctx,
    sql(ctx).updateTable('loyalty_awards').set(change).where('tenant_id', '=', ctx.tenant).where('id', '=', id),
  )
}
