import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { dayOf } from '../../../kit/days.ts'
import { decimalText } from '../../../kit/money.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { countedOwed, isOwedCounted, NO_END } from '../ledger/owed.ts'
import { worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'

/** Points that the business still owes, by the month in which they end, and what they are worth. */
export async function readLiability(ctx: Context) {
  const { rules, currency } = await rulesOf(ctx, 'points')
  const { timeZone } = await tenantDefaults(ctx)
  const believed = raw`select kind, day, points from loyalty_owed where tenant_id = ${ctx.tenant} and kind <> 'counted'`
  const owed = (await isOwedCounted(ctx)) ? believed : countedOwed(ctx, timeZone)
  // What ended on a day before is entered, or about to be.
  const { rows } = await raw<{ kind: string; month: string; points: string }>`
    select kind, left(day, 7) as month, sum(points) as points
      from (${owed}) owed
     where day = ${NO_END} or day >= ${dayOf(ctx.now, timeZone)}
     group by 1, 2
    having sum(points) <> 0
     order by nullif(left(day, 7), '') nulls last`.execute(sql(ctx))
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
