import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { decimalText } from '../../../kit/money.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'

/** Points that the business still owes, by the month in which they end, and what they are worth. */
export async function readLiability(ctx: Context) {
  const { rules, currency } = await rulesOf(ctx, 'points')
  const { timeZone } = await tenantDefaults(ctx)
  const month = raw<string | null>`to_char(expires_at at time zone ${timeZone}, 'YYYY-MM')`
  const rows = await sql(ctx)
    .selectFrom('loyalty_awards')
    .select([month.as('month'), (q) => q.fn.sum<string>('remaining').as('points')])
    .select(raw<boolean>`vested_at is null`.as('pending'))
    .where('tenant_id', '=', ctx.tenant)
    .where('remaining', '>', 0)
    .where((q) => q.or([q('expires_at', 'is', null), q('expires_at', '>', ctx.now)]))
    .groupBy(raw`1, 3`)
    .orderBy(raw`1 nulls last`)
    .execute()
  const { reserved, debt } = await sql(ctx)
    .selectFrom('loyalty_accounts')
    .select((q) => [
      q.fn.coalesce(q.fn.sum<string>('reserved'), q.lit(0)).as('reserved'),
      q.fn.coalesce(q.fn.sum<string>('debt'), q.lit(0)).as('debt'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirstOrThrow()
  const valued = (points: number | string) => ({
    points: Number(points),
    worth: decimalText(worthOf(Number(points), rules), currency),
  })
  const total = (of: typeof rows) => of.reduce((points, row) => points + Number(row.points), 0)
  const vested = rows.filter(({ pending }) => !pending)
  return {
    asOf: ctx.now.toISOString(),
    currency,
    months: vested.map(({ month, points }) => ({ month, ...valued(points) })),
    pending: valued(total(rows.filter(({ pending }) => pending))),
    reserved: valued(reserved),
    owedByCustomers: valued(debt),
    outstanding: valued(total(rows) + Number(reserved)),
  }
}
