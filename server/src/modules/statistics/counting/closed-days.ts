import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { decisionsByDay } from '../../consent/index.ts'
import { pointsByDay } from '../../loyalty/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { sql } from '../tables.ts'
import { addToDays } from './count.ts'
import { dayOf } from './entries.ts'

const DAY_MS = 86_400_000
/** Of what was entered before there were figures. */
const FIRST_DAY = '2020-01-01'
const MOST_DAYS = 400

type Source = (
  ctx: Context,
  from: Date,
  to: Date,
  timeZone: string,
) => Promise<{ day: string; part: string; count: number }[]>

/** What is only ever added to: a day that is over never changes, and the days after it are counted when they are asked for. */
export const LEDGERS: Readonly<Record<string, Source>> = { points: pointsByDay, consent: decisionsByDay }

/** Counts the days that are over, once. */
export async function closeDays(ctx: Context): Promise<void> {
  const { timeZone } = await tenantDefaults(ctx)
  const today = dayOf(ctx.now, timeZone)
  let day = (await lockClosed(ctx)) ?? FIRST_DAY
  while (day < today) {
    const [to = today] = [dayAfter(day, MOST_DAYS), today].sort()
    const [from, until] = [await beginOfDay(ctx, day, timeZone), await beginOfDay(ctx, to, timeZone)]
    for (const [figure, source] of Object.entries(LEDGERS)) {
      const rows = await source(ctx, from, until, timeZone)
      addToDays(
        ctx,
        rows.map((row) => ({ figure, ...row })),
      )
    }
    day = to
  }
  await sql(ctx)
    .updateTable('statistics_counting')
    .set({ closed_to: day })
    .where('tenant_id', '=', ctx.tenant)
    .execute()
}

/** One at a time: a second one counts from where the first came to. */
async function lockClosed(ctx: Context): Promise<string | null> {
  await sql(ctx)
    .insertInto('statistics_counting')
    .values({ tenant_id: ctx.tenant, finished_at: ctx.now })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  const { day } = await sql(ctx)
    .selectFrom('statistics_counting')
    .select('closed_to as day')
    .where('tenant_id', '=', ctx.tenant)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return day
}

/** The days before it are closed. */
export async function closedTo(ctx: Context): Promise<string | null> {
  const row = await sql(ctx)
    .selectFrom('statistics_counting')
    .select('closed_to as day')
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirst()
  return row?.day ?? null
}

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

export async function beginOfDay(ctx: Context, day: string, timeZone: string): Promise<Date> {
  const { rows } = await raw<{ at: Date }>`
    select (${day}::date::timestamp at time zone ${timeZone}) as at /* tenant_id */`.execute(sql(ctx))
  return rows[0]!.at
}
