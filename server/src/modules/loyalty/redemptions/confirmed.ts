import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { holderOf } from '../../customers/index.ts'
import { useVerification } from '../../verification/index.ts'
import type { Book } from '../ledger/book.ts'
import { CardUsed, ConfirmationNeeded, ProofOfAnother } from '../refusals.ts'
import type { PointRules } from '../rules/points.ts'
import { sql } from '../tables.ts'
import { readCard } from './card.ts'

const DAY_MS = 86_400_000

interface Asked {
  readonly points: number
  readonly verificationToken?: string | undefined
  readonly card?: string | undefined
}

/**
 * Knowing a phone spends nothing: above the limit of the business, of a day together, it takes a code that the customer
 * got or the card in their app. Returns the id of that proof: a card is used once.
 */
export async function confirmed(ctx: Context, book: Book, rules: PointRules, asked: Asked): Promise<string | null> {
  if (asked.card !== undefined) return useCard(ctx, book, asked.card)
  if (asked.verificationToken !== undefined) {
    const { type, value } = await useVerification(ctx, asked.verificationToken, { purpose: 'redeem' })
    const holder = await holderOf(ctx, type, value)
    if (holder?.customerId !== book.customerId) throw ProofOfAnother()
    return uuidv7(ctx.now.getTime())
  }
  if (rules.confirmAbove === null) return null
  const lately = asked.points > rules.confirmAbove ? 0 : await redeemedLately(ctx, book)
  if (asked.points + lately > rules.confirmAbove) throw ConfirmationNeeded({ above: rules.confirmAbove })
  return null
}

async function useCard(ctx: Context, book: Book, card: string): Promise<string> {
  const { sub, jti } = readCard(ctx, card)
  if (sub !== book.customerId) throw ProofOfAnother()
  const used = await sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('proof', '=', jti)
    .executeTakeFirst()
  if (used) throw CardUsed()
  return jti
}

/** Without a proof. */
export async function redeemedLately(ctx: Context, { customerId }: Pick<Book, 'customerId'>): Promise<number> {
  const { points } = await sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select((q) => q.fn.coalesce(q.fn.sum<string>('points'), q.lit(0)).as('points'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('created_at', '>', new Date(ctx.now.getTime() - DAY_MS))
    .where('state', '!=', 'released')
    .where('proof', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(points)
}
