import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type { readReview as readEndpoint } from '../contract.ts'
import { ReviewNotFound, ReviewUnderWay } from '../refusals.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'
import { accountsAfter, carryOut, judge, type Verdict } from './review.ts'

const BATCH = 1_000
const SHOWN = 24

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewRows>['execute']>>[0]
const reviewRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('loyalty_reviews')
    .select(['id', 'month', 'asked_by', 'at', 'reached', 'done', 'total', 'raised', 'lowered', 'warned', 'finished_at'])
    .where('tenant_id', '=', ctx.tenant)

/** On the first of each month; once a month, whenever and however often it is asked for. */
export async function beginMonthlyReview(ctx: Context): Promise<void> {
  const month = ctx.now.toISOString().slice(0, 7)
  if (await begin(ctx, month)) return
  // One that was asked for still runs: it reviews everyone, and is that of the month.
  await sql(ctx)
    .updateTable('loyalty_reviews')
    .set({ month })
    .where('tenant_id', '=', ctx.tenant)
    .where('finished_at', 'is', null)
    .where('month', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('loyalty_reviews as other')
            .select('other.id')
            .where('other.tenant_id', '=', ctx.tenant)
            .where('other.month', '=', month),
        ),
      ),
    )
    .execute()
}

/** The tiers of all customers, now. */
export async function askForReview(ctx: Context) {
  const row = await begin(ctx, null)
  if (!row) throw ReviewUnderWay()
  return toReview(row)
}

async function begin(ctx: Context, month: string | null): Promise<ReviewRow | undefined> {
  const { total } = await sql(ctx)
    .selectFrom('loyalty_accounts')
    .select((q) => q.fn.countAll<number>().as('total'))
    .where('tenant_id', '=', ctx.tenant)
    .where('away', '=', false)
    .executeTakeFirstOrThrow()
  const row = await sql(ctx)
    .insertInto('loyalty_reviews')
    .values({
      tenant_id: ctx.tenant,
      id: uuidv7(ctx.now.getTime()),
      month,
      asked_by: ctx.caller.actor,
      at: ctx.now,
      total,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  ctx.nudge('loyalty')
  return row
}

/** One batch, with the note of where it came to: killed in the middle, it goes on from there and reviews no one twice. */
export const goOnReviewing = (db: Database, tenant: string): Promise<boolean> =>
  inTenant(db, itself(tenant, 'errand:review-loyalty-tiers'), reviewBatch)

async function reviewBatch(ctx: Context): Promise<boolean> {
  const review = await reviewRows(ctx).where('finished_at', 'is', null).forUpdate().executeTakeFirst()
  if (!review) return false
  const decided = await rulesOf(ctx, 'tiers')
  const accounts = await accountsAfter(ctx, review.reached, BATCH)
  const verdicts = await judge(ctx, decided.rules, accounts)
  await carryOut(ctx, decided, verdicts, review.id)
  const isOver = accounts.length < BATCH
  await sql(ctx)
    .updateTable('loyalty_reviews')
    .set({
      reached: accounts.at(-1)?.customer_id ?? review.reached,
      done: review.done + accounts.length,
      raised: review.raised + count(verdicts, 'raise'),
      lowered: review.lowered + count(verdicts, 'lower'),
      warned: review.warned + count(verdicts, 'warn'),
      finished_at: isOver ? ctx.now : null,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', review.id)
    .execute()
  return !isOver
}

const count = (verdicts: readonly Verdict[], wanted: Verdict['verdict']) =>
  verdicts.filter(({ verdict }) => verdict === wanted).length

export async function listReviews(ctx: Context) {
  const rows = await reviewRows(ctx).orderBy('at', 'desc').orderBy('id', 'desc').limit(SHOWN).execute()
  return { items: rows.map(toReview) }
}

export async function readReview(ctx: Context, { reviewId }: Input<typeof readEndpoint>) {
  const row = await reviewRows(ctx).where('id', '=', reviewId).executeTakeFirst()
  if (!row) throw ReviewNotFound()
  return toReview(row)
}

const toReview = (row: ReviewRow) => ({
  id: row.id,
  month: row.month,
  askedBy: row.asked_by,
  at: row.at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  progress: { done: row.done, total: row.total },
  raised: row.raised,
  lowered: row.lowered,
  warned: row.warned,
})
