import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { decimalText, digitsOf } from '../../../kit/money.ts'
import { reportingCurrency } from '../../orders/index.ts'
import type * as api from '../contract.ts'
import { M_FROM } from '../counting/entries.ts'
import { sql } from '../tables.ts'
import { askedIn, countsInAll, countsOf, periodOf, positionNow } from './figures.ts'

const DAY_MS = 86_400_000
/** Days since the last order. */
export const R_DAYS = [30, 60, 90, 180] as const
const COHORTS_SHOWN = 13

/** Who orders how lately, how often and for how much; who comes back; who is leaving by their own rhythm. */
export async function readEngagement(ctx: Context, period: Input<typeof api.engagement>) {
  const asked = await askedIn(ctx, period)
  const currency = await reportingCurrency(ctx)
  const position = await positionNow(ctx)
  const [rfm, cohorts, churn] = [
    await rfmOf(ctx, asked.today),
    await countsOf(ctx, 'cohort', { from: monthsAgo(asked.today, COHORTS_SHOWN - 1) }),
    await countsInAll(ctx, 'churn', { to: asked.today }),
  ]
  const sum = (part: string) => churn.get(part) ?? 0
  return {
    ...periodOf(asked),
    position,
    currency,
    moneyFrom: M_FROM.map((units) => decimalText(units * 10 ** digitsOf(currency), currency)),
    recencyDays: [...R_DAYS],
    rfm: gridOf(rfm, asked.today),
    cohorts: trianglesOf(cohorts),
    churn: {
      buyers: rfm.reduce((sum, { count }) => sum + count, 0),
      atRisk: sum('late') - sum('lost'),
      lost: sum('lost'),
    },
  }
}

/** The recency follows from the day of the last order, so it moves by itself; 5 is the latest. */
async function rfmOf(ctx: Context, today: string) {
  const since = (r: number) => daysOfRecency(r, today).from!
  const recency = raw<number>`
    case when day >= ${since(5)} then 5 when day >= ${since(4)} then 4 when day >= ${since(3)} then 3 when day >= ${since(2)} then 2 else 1 end`
  return sql(ctx)
    .selectFrom('statistics_days')
    .select(['part', recency.as('r')])
    .select((q) => q.cast<number>(q.fn.sum('count'), 'bigint').as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('figure', '=', 'rfm')
    .groupBy(['part', 'r'])
    .execute()
}

function gridOf(rfm: Awaited<ReturnType<typeof rfmOf>>, today: string) {
  return rfm
    .filter(({ count }) => count > 0)
    .map(({ part, r, count }) => ({
      ...{ r, f: Number(part[1]), m: Number(part[3]), customers: count },
      ...daysOfRecency(r, today),
    }))
    .sort((a, b) => b.r - a.r || b.f - a.f || b.m - a.m)
}

function daysOfRecency(r: number, today: string) {
  const at = (days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10)
  const index = 5 - r
  return {
    from: index < R_DAYS.length ? at(R_DAYS[index]! - 1) : null,
    to: index === 0 ? '2199-12-31' : at(R_DAYS[index - 1]!),
  }
}

/** For each month of a first order: how many ordered in it and in each month after it. */
function trianglesOf(cohorts: Awaited<ReturnType<typeof countsOf>>) {
  const months = [...new Set(cohorts.map(({ part }) => part))].sort().slice(-COHORTS_SHOWN)
  return months.map((month) => ({
    month,
    months: cohorts
      .filter(({ part }) => part === month)
      .map(({ day, count }) => ({ month: day.slice(0, 7), customers: count }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }))
}

function monthsAgo(today: string, months: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}
