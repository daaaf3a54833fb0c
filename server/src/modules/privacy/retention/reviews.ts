import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { outsideId } from '../../customers/contract.ts'
import { deactivateCustomer, namesOf } from '../../customers/index.ts'
import { erase } from '../erasure/erase.ts'
import { sql } from '../tables.ts'
import type { DECISIONS, decideReviews } from './contract.ts'

const PAGE = 50
type Decision = (typeof DECISIONS)[number] | 'came_back'

export async function listReviews(ctx: Context, { cursor }: { cursor?: string | undefined }) {
  const name = 'retention reviews'
  let query = sql(ctx)
    .selectFrom('retention_reviews')
    .select(['id', 'customer_id', 'flagged_at', 'last_seen_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('decision', 'is', null)
    .orderBy('id')
    .limit(PAGE + 1)
  if (cursor !== undefined) query = query.where('id', '>', readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0])
  const rows = await query.execute()
  const shown = rows.slice(0, PAGE)
  const names = await namesOf(
    ctx,
    shown.map(({ customer_id }) => customer_id),
  )
  return {
    items: shown.map((row) => ({
      id: row.id,
      customerId: outsideId(row.customer_id),
      person: names.get(row.customer_id) ?? null,
      flaggedAt: row.flagged_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    })),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, name, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

/** In the order of customer ids, so that two officers who decide at once cannot deadlock. */
export async function decide(ctx: Context, { reviewIds, decision }: Input<typeof decideReviews>) {
  const open = await sql(ctx)
    .selectFrom('retention_reviews')
    .select(['id', 'customer_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', reviewIds)
    .where('decision', 'is', null)
    .orderBy('customer_id')
    .execute()
  const known = new Set(open.map(({ id }) => id))
  const refused = [...new Set(reviewIds)]
    .filter((reviewId) => !known.has(reviewId))
    .map((reviewId) => ({ reviewId, code: 'privacy.review_not_open' }))
  let decided = 0
  for (const { id, customer_id: customerId } of open) {
    const code = await carryOut(ctx, customerId, decision)
    if (code !== null) refused.push({ reviewId: id, code })
    else {
      await settle(ctx, [id], decision)
      decided += 1
    }
  }
  return { decided, refused }
}

/** The code of a refusal, which is thrown before anything is written. */
async function carryOut(ctx: Context, customerId: string, decision: Decision): Promise<string | null> {
  try {
    if (decision === 'deactivate') await deactivateCustomer(ctx, { customerId })
    if (decision === 'erase') await erase(ctx, { customerId, reason: 'no_longer_needed' })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.kind.code
    throw error
  }
}

export async function settle(ctx: Context, reviewIds: readonly string[], decision: Decision): Promise<void> {
  if (reviewIds.length === 0) return
  await sql(ctx)
    .updateTable('retention_reviews')
    .set({ decision, decided_at: ctx.now, decided_by: ctx.caller.actor })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', reviewIds)
    .execute()
}
