import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'
import { addToDays } from './count.ts'

/** So long the list behind a figure is of the moment of the figure. */
const FIGURES_LAST_MS = 86_400_000

/** Folds the differences into one row for each figure, part and day. Readers see either all of it or nothing. */
export async function foldStatistics(ctx: Context): Promise<void> {
  const { rows } = await raw<{ figure: string; part: string; day: string; count: number }>`
    with several as (
      select figure, part, day from statistics_days where tenant_id = ${ctx.tenant}
       group by figure, part, day having count(*) > 1 limit 5000)
    delete from statistics_days d using several s
     where d.tenant_id = ${ctx.tenant} and d.figure = s.figure and d.part = s.part and d.day = s.day
    returning d.figure, d.part, d.day, d.count`.execute(sql(ctx))
  addToDays(ctx, rows)
  await sql(ctx)
    .deleteFrom('statistics_left')
    .where('tenant_id', '=', ctx.tenant)
    .where('went_at', '<', new Date(ctx.now.getTime() - FIGURES_LAST_MS))
    .execute()
}
