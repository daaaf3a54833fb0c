import { sql as raw } from 'kysely'
import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { everybody } from '../../customers/index.ts'
import { sql } from '../tables.ts'
import { addToDays, countPeople } from './count.ts'
import { type Entry, LEFT_STEP } from './entries.ts'

const BATCH = 500

export interface StatisticsDrift extends Entry {
  readonly believed: number
  readonly counted: number
}

/** Counts everyone anew, sets right what was wrong and names each figure that was. */
export async function rebuildStatistics(ctx: Context) {
  let corrected = 0
  for (let after: string | null = null; ; ) {
    const ids: string[] = (await everybody(ctx, after, BATCH)).map(({ id }) => id)
    corrected += await countPeople(ctx, ids)
    if (ids.length < BATCH) break
    after = ids.at(-1)!
  }
  // After the customers, as every change does; others wait for it only while they commit.
  await raw`lock table statistics_people, statistics_days /* all of tenant_id */ in share row exclusive mode`.execute(
    sql(ctx),
  )
  const drifts = await compareDays(ctx)
  addToDays(
    ctx,
    drifts.map(({ figure, part, day, believed, counted }) => ({ figure, part, day, count: counted - believed })),
  )
  return { corrected, drifts }
}

/** The days against the people behind them. */
export async function compareDays(ctx: Context): Promise<StatisticsDrift[]> {
  const { rows } = await raw<StatisticsDrift>`
    with counted as (select figure, part, day, count(*) as count from statistics_people
                      where tenant_id = ${ctx.tenant} group by 1, 2, 3),
         believed as (select figure, part, day, sum(count)::bigint as count from statistics_days
                       where tenant_id = ${ctx.tenant} and figure = any(${OF_PEOPLE}::text[]) group by 1, 2, 3)
    select figure, part, day, coalesce(b.count, 0) as believed, coalesce(c.count, 0) as counted
      from counted c full join believed b using (figure, part, day)
     where coalesce(b.count, 0) <> coalesce(c.count, 0)
     order by figure, part, day`.execute(sql(ctx))
  return rows
}
const OF_PEOPLE = ['new', 'step', LEFT_STEP, 'quality', 'rfm', 'cohort', 'churn']

/** Counts the customers of a business from before there were figures, batch by batch. */
export const goOnCounting = (db: Database, tenant: string): Promise<boolean> =>
  inTenant(db, itself(tenant, 'errand:count-customers'), async (ctx) => {
    const run = await sql(ctx)
      .selectFrom('statistics_counting')
      .select('reached')
      .where('tenant_id', '=', ctx.tenant)
      .where('finished_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!run) return false
    const ids = (await everybody(ctx, run.reached, BATCH)).map(({ id }) => id)
    await countPeople(ctx, ids)
    const isOver = ids.length < BATCH
    await sql(ctx)
      .updateTable('statistics_counting')
      .set({ reached: ids.at(-1) ?? run.reached, finished_at: isOver ? ctx.now : null })
      .where('tenant_id', '=', ctx.tenant)
      .execute()
    return !isOver
  })
