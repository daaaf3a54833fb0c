import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { dayOf } from '../../../kit/days.ts'
import { decimalText } from '../../../kit/money.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { NO_END } from '../ledger/owed.ts'
import { worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'

/** Points that the business still owes, by the month in which they end, and what they are worth. */
export async function readLiability(ctx: Context) {
  const { rules, currency } = await rulesOf(ctx, 'points')
  const { timeZone } = await tenantDefaults(ctx)
  const month = raw<string>`left(day, 7)`
  const rows = await sql(ctx)
    .selectFrom('loyalty_owed')
    .select(['kind', month.as('month'), (q) => q.fn.sum<string>('points').as('points')])
    .where('tenant_id', '=', ctx.tenant)
    // What ended on a day before is entered, or about to be.
    .where((q) => q.or([q('day', '=', NO_END), q('day', '>=', dayOf(ctx.now, timeZone))]))
    .groupBy(['kind', raw`2`])
    .having((q) => q(q.fn.sum('points'), '<>', 0))
    .orderBy(raw`nullif(left(day, 7), '') nulls last`)
    .execute()
  const valued = (points: number) => ({ points, worth: decimalText(worthOf(points, rules), currency) })
  const of = (kind: string) => rows.filter((one) => one.kind === kind)
  const total = (some: typeof rows) => some.reduce((points, row) => points + Number(row.points), 0)
  return {
    asOf: ctx.now.toISOString(),
    currency,
    months: of('vested').map(({ month, points }) => ({ month: month || null, ...valued(Number(points)) })),
    pending: valued(total(of('pending'))),
    reserved: valued(total(of('reserved'))),
    owedByCustomers: valued(total(of('debt'))),
    outstanding: valued(total(rows.filter(({ kind }) => kind !== 'debt'))),
  }
}
