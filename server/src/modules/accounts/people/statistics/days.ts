import type { Context } from '../../../../kit/context.ts'
import { sql as triesOf, WAYS } from '../../../../kit/counted.ts'
import { beginOf, type Days, dayIn, daysOf, endOf, freshAt } from '../../../../kit/days.ts'
import type { Input } from '../../../../kit/endpoint.ts'
import { known } from '../../../../kit/known.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { FIRST_FACTORS, type FirstFactor } from '../../login/shapes.ts'
import { sql } from '../../login/tables.ts'
import type { signInsByDay as api } from './contract.ts'
import { reasonSaid } from './reasons.ts'

/** Sessions come from the index sessions_created alone; the accounts are looked up among the few staff. */
export async function signInsByDay(ctx: Context, asked: Input<typeof api>) {
  const days = daysOf(ctx, asked, (await tenantDefaults(ctx)).timeZone)
  const staff = sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('role', 'is not', null)
  const rows = await sql(ctx)
    .selectFrom('account_sessions')
    .select([dayIn('created_at', days).as('day'), 'factor'])
    .select((q) => [
      q.fn.countAll<number>().as('count'),
      q.fn.countAll<number>().filterWhere('account_id', 'in', staff).as('staff'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('created_at', '>=', beginOf(days))
    .where('created_at', '<', endOf(days))
    .groupBy(['day', 'factor'])
    .execute()
  const refused = await refusedIn(ctx, days)
  const byFactor: Partial<Record<FirstFactor, number>> = {}
  for (const { count, ...row } of rows) {
    const factor = known(FIRST_FACTORS, row.factor)
    byFactor[factor] = (byFactor[factor] ?? 0) + count
  }
  const { all, ...period } = days
  return {
    ...period,
    ...freshAt(ctx),
    byFactor,
    refused,
    days: all.map((day) => {
      const own = rows.filter((row) => row.day === day)
      const sum = (of: 'count' | 'staff') => own.reduce((total, row) => total + row[of], 0)
      return { day, customers: sum('count') - sum('staff'), staff: sum('staff') }
    }),
  }
}

const refusedIn = async (ctx: Context, days: Days) => {
  const rows = await triesOf(ctx)
    .selectFrom('refused_tries')
    .select(['way', 'reason'])
    .select((q) => q.cast<number>(q.fn.sum('tries'), 'bigint').as('tries'))
    .where('tenant_id', '=', ctx.tenant)
    .where('at', '>=', beginOf(days))
    .where('at', '<', endOf(days))
    .groupBy(['way', 'reason'])
    .orderBy('tries', 'desc')
    .orderBy('way')
    .orderBy('reason')
    .execute()
  return rows.map(({ way, ...row }) => ({
    way: known(WAYS, way),
    ...row,
    said: reasonSaid(row.reason, ctx.caller.language),
  }))
}
