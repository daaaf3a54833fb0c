import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { flairsOf } from '../catalogue/versions.ts'
import { FlairRunUnderWay } from '../refusals.ts'
import { sql } from '../tables.ts'
import { lookAtNext } from './due-flairs.ts'
import { giveByRule } from './rows.ts'

const BATCH = 1_000
const SHOWN = 24
const KEPT_DAYS = 90
const DAY_MS = 86_400_000

type RunRow = Awaited<ReturnType<ReturnType<typeof runRows>['execute']>>[0]
const runRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('flair_runs')
    .select(['id', 'day', 'asked_by', 'at', 'reached', 'done', 'awarded', 'finished_at'])
    .where('tenant_id', '=', ctx.tenant)

/** Once a day, however often it is asked for: years and birthdays come with time alone. */
export async function beginDailyRun(ctx: Context): Promise<void> {
  await sql(ctx)
    .deleteFrom('flair_runs')
    .where('tenant_id', '=', ctx.tenant)
    .where('at', '<', new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS))
    .execute()
  await begin(ctx, ctx.now.toISOString().slice(0, 10))
}

/** For a rule that is younger than what it is about. */
export async function askForRun(ctx: Context) {
  const row = await begin(ctx, null)
  if (!row) throw FlairRunUnderWay()
  return toRun(row)
}

async function begin(ctx: Context, day: string | null): Promise<RunRow | undefined> {
  const row = await sql(ctx)
    .insertInto('flair_runs')
    .values({ tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()), day, asked_by: ctx.caller.actor, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  ctx.nudge('membership')
  return row
}

/** One batch, with the note of where it came to: killed in the middle, it goes on from there. */
export const goOnLooking = (db: Database, tenant: string): Promise<boolean> =>
  inTenant(db, itself(tenant, 'errand:award-flairs'), lookAtBatch)

async function lookAtBatch(ctx: Context): Promise<boolean> {
  const run = await runRows(ctx).where('finished_at', 'is', null).forUpdate().executeTakeFirst()
  if (!run) return false
  const { customers, earned } = await lookAtNext(ctx, await flairsOf(ctx), run.reached, BATCH)
  const awarded = await giveByRule(ctx, earned)
  const isOver = customers.length < BATCH
  await sql(ctx)
    .updateTable('flair_runs')
    .set({
      reached: customers.at(-1)?.id ?? run.reached,
      done: run.done + customers.length,
      awarded: run.awarded + awarded,
      finished_at: isOver ? ctx.now : null,
    })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', run.id)
    .execute()
  return !isOver
}

export async function listRuns(ctx: Context) {
  const rows = await runRows(ctx).orderBy('at', 'desc').orderBy('id', 'desc').limit(SHOWN).execute()
  return { items: rows.map(toRun) }
}

const toRun = (row: RunRow) => ({
  id: row.id,
  day: row.day,
  askedBy: row.asked_by,
  at: row.at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  done: row.done,
  awarded: row.awarded,
})
