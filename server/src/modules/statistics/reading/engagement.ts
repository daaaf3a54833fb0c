import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { decimalText, digitsOf } from '../../../kit/money.ts'
import { reportingCurrency } from '../../orders/index.ts'
import type * as api from '../contract.ts'
import { M_FROM } from '../counting/entries.ts'
import { askedIn, countsOf, periodOf, sumOf } from './figures.ts'

const DAY_MS = 86_400_000
/** Days since the last order. */
export const R_DAYS = [30, 60, 90, 180] as const
const COHORTS_SHOWN = 13

/** Who orders how lately, how often and for how much; who comes back; who is leaving by their own rhythm. */
export async function readEngagement(ctx: Context, period: Input<typeof api.engagement>) {
  const asked = await askedIn(ctx, period)
  const currency = await reportingCurrency(ctx)
  const [rfm, cohorts, churn] = [
    await countsOf(ctx, 'rfm'),
    await countsOf(ctx, 'cohort', { from: monthsAgo(asked.today, COHORTS_SHOWN - 1) }),
    await countsOf(ctx, 'churn', { to: asked.today }),
  ]
  const sum = (part: string) => sumOf(churn.filter((one) => one.part === part))
  return {
    ...periodOf(asked),
    currency,
    moneyFrom: M_FROM.map((units) => decimalText(units * 10 ** digitsOf(currency), currency)),
    recencyDays: [...R_DAYS],
    rfm: gridOf(rfm, asked.today),
    cohorts: trianglesOf(cohorts),
    churn: { buyers: sumOf(rfm), atRisk: sum('late') - sum('lost'), lost: sum('lost') },
  }
}

/** The recency follows from the day of the last order, so it moves by itself. */
function gridOf(rfm: Awaited<ReturnType<typeof countsOf>>, today: string) {
  const cells = new Map<
    string,
    { r: number; f: number; m: number; customers: number; from: string | null; to: string }
  >()
  for (const { part, day, count } of rfm) {
    const r = recencyOf(day, today)
    const [f, m] = [Number(part[1]), Number(part[3])]
    const key = `${r} ${f} ${m}`
    const before = cells.get(key) ?? { r, f, m, customers: 0, ...daysOfRecency(r, today) }
    cells.set(key, { ...before, customers: before.customers + count })
  }
  return [...cells.values()]
    .filter(({ customers }) => customers > 0)
    .sort((a, b) => b.r - a.r || b.f - a.f || b.m - a.m)
}

/** 5 is the latest. */
function recencyOf(day: string, today: string): number {
  const since = (Date.parse(today) - Date.parse(day)) / DAY_MS
  const index = R_DAYS.findIndex((most) => since < most)
  return index === -1 ? 1 : 5 - index
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
