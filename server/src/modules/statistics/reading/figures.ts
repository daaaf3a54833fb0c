import { sql as raw } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import { type Days, daysOf, type Period } from '../../../kit/days.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { beginOfDay, closedTo, LEDGERS } from '../counting/closed-days.ts'
import { dayOf } from '../counting/entries.ts'
import { sql } from '../tables.ts'

export interface DayCount {
  readonly part: string
  readonly day: string
  readonly count: number
}

interface Span {
  readonly from?: string
  readonly to?: string
}

/** How many count as what in these days, added up by part and day. */
export async function countsOf(ctx: Context, figure: string, { from, to }: Span = {}): Promise<DayCount[]> {
  let rows = sql(ctx)
    .selectFrom('statistics_days')
    .select(['part', 'day'])
    .select((q) => q.cast<number>(q.fn.sum('count'), 'bigint').as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('figure', '=', figure)
  if (from !== undefined) rows = rows.where('day', '>=', from)
  if (to !== undefined) rows = rows.where('day', '<=', to)
  const found = await rows.groupBy(['part', 'statistics_days.day']).execute()
  return found.filter(({ count }) => count !== 0)
}

/** How many count as what up to a day, whichever day it is of. */
export async function countsInAll(ctx: Context, figure: string, { to }: { readonly to: string }) {
  const rows = await sql(ctx)
    .selectFrom('statistics_days')
    .select('part')
    .select((q) => q.cast<number>(q.fn.sum('count'), 'bigint').as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('figure', '=', figure)
    .where('day', '<=', to)
    .groupBy('part')
    .execute()
  return new Map(rows.map(({ part, count }) => [part, count]))
}

/** The same of what is only ever added to: closed days from the counts, the others counted now. */
export async function ledgerCounts(ctx: Context, figure: keyof typeof LEDGERS, days: Days): Promise<DayCount[]> {
  const closed = (await closedTo(ctx)) ?? days.from
  const counted = (await countsOf(ctx, figure, days)).filter(({ day }) => day < closed)
  if (closed > days.to) return counted
  const [, first = closed] = [closed, days.from].sort()
  const [from, to] = [
    await beginOfDay(ctx, first, days.timeZone),
    await beginOfDay(ctx, dayAfter(days.to), days.timeZone),
  ]
  return [...counted, ...(await LEDGERS[figure]!(ctx, from, to, days.timeZone))]
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

export const sumOf = (counts: readonly DayCount[]) => counts.reduce((sum, { count }) => sum + count, 0)

/** The moment of these figures: which transactions they see. Read before them; what is committed meanwhile makes one more or less. */
export async function positionNow(ctx: Context): Promise<string> {
  const { rows } = await raw<{ seen: string }>`select pg_current_snapshot()::text as seen /* tenant_id */`.execute(
    sql(ctx),
  )
  return writeCursor(ctx.keys, POSITION, ctx.now, [rows[0]!.seen, ctx.now.toISOString()])
}
const POSITION = 'position of figures'

export interface Position {
  readonly seen: string
  readonly at: Date
}

export function readPosition(ctx: Context, position: string | undefined): Position | null {
  if (position === undefined) return null
  const [seen, at] = readCursor<[string, string]>(ctx.keys, POSITION, ctx.now, position)
  return { seen, at: new Date(at) }
}

export interface Asked {
  readonly days: Days
  readonly today: string
  readonly freshness: { readonly asOf: string; readonly exact: boolean }
}

export async function askedIn(ctx: Context, period: z.output<typeof Period>): Promise<Asked> {
  const { timeZone } = await tenantDefaults(ctx)
  const counting = await sql(ctx)
    .selectFrom('statistics_counting')
    .select('finished_at')
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirst()
  return {
    days: daysOf(ctx, period, timeZone),
    today: dayOf(ctx.now, timeZone),
    freshness: { asOf: ctx.now.toISOString(), exact: counting === undefined || counting.finished_at !== null },
  }
}

export const periodOf = ({ days: { from, to, timeZone }, freshness }: Asked) => ({ from, to, timeZone, ...freshness })
