import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from '../tables.ts'

export const AWARD_KINDS = ['order', 'welcome', 'birthday', 'adjust', 'returned'] as const

export interface Award {
  readonly id: string
  readonly order_id: string | null
  readonly points: number
  remaining: number
  readonly created_at: Date
  vested_at: Date | null
  readonly needs_delivery: boolean
  readonly needs_sale: boolean
  readonly needs_proof: boolean
  readonly vests_at: Date | null
  readonly months: number | null
  expires_at: Date | null
}

/** What it waits for; nothing: it can be spent at once. */
export interface Waits {
  readonly delivery: boolean
  /** The payment or the delivery, of an order that was only asked for. */
  readonly sale: boolean
  readonly proof: boolean
  readonly until: Date | null
}
export const AT_ONCE: Waits = { delivery: false, sale: false, proof: false, until: null }
const isWaiting = ({ delivery, sale, proof, until }: Waits) => delivery || sale || proof || until !== null

interface Given {
  readonly kind: (typeof AWARD_KINDS)[number]
  readonly points: number
  readonly orderId?: string | null
  readonly waits?: Waits
  readonly months: number | null
}

/** Does not wait for its row. */
export function openAward(
  ctx: Context,
  customerId: string,
  { kind, points, orderId = null, waits = AT_ONCE, months }: Given,
) {
  const vested_at = isWaiting(waits) ? null : ctx.now
  const award: Award = {
    id: uuidv7(ctx.now.getTime()),
    order_id: orderId,
    points,
    remaining: points,
    created_at: ctx.now,
    vested_at,
    needs_delivery: waits.delivery,
    needs_sale: waits.sale,
    needs_proof: waits.proof,
    vests_at: waits.until,
    months,
    expires_at: vested_at && endOf(vested_at, months),
  }
  sql.insert(ctx, 'loyalty_awards', [{ tenant_id: ctx.tenant, customer_id: customerId, kind, ...award }])
  return award
}

export const awardRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('loyalty_awards')
    .select([
      'id',
      'order_id',
      'points',
      'remaining',
      'created_at',
      'vested_at',
      'needs_delivery',
      'needs_sale',
      'needs_proof',
      'vests_at',
      'months',
      'expires_at',
    ])
    .where('tenant_id', '=', ctx.tenant)

/** Those with something left that is not pending, soonest end first; of the same end the oldest. */
export const vestedAwards = (ctx: Context, customerId: string): Promise<Award[]> =>
  awardRows(ctx)
    .where('customer_id', '=', customerId)
    // Not as a parameter, or the index of what is left does not serve.
    .where(raw<boolean>`remaining > 0`)
    .where('vested_at', 'is not', null)
    .orderBy('expires_at', (end) => end.asc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const NEVER = 8.64e15
export const soonestEndFirst = (one: Award, other: Award): number =>
  (one.expires_at?.getTime() ?? NEVER) - (other.expires_at?.getTime() ?? NEVER) ||
  one.created_at.getTime() - other.created_at.getTime() ||
  one.id.localeCompare(other.id)

export const isEnded = (ctx: Context, { expires_at }: Award) => expires_at !== null && expires_at <= ctx.now

/** The same day so many months later; 31 January and a month is the last of February. */
export function endOf(from: Date, months: number | null): Date | null {
  if (months === null) return null
  const end = new Date(from)
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  return end
}
