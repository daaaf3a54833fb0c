import type { Context } from '../../kit/context.ts'
import { beginOf, dayIn, daysOf, endOf } from '../../kit/days.ts'
import type { Input } from '../../kit/endpoint.ts'
import { eachOf } from '../../kit/known.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { customersByDay as api } from './contract.ts'
import { sql } from './tables.ts'

const TYPES = ['guest', 'stub', 'full'] as const

/** Read from the index customers_created alone, which holds everything that is counted here. */
export async function customersByDay(ctx: Context, asked: Input<typeof api>) {
  const days = daysOf(ctx, asked, (await tenantDefaults(ctx)).timeZone)
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select([dayIn('created_at', days).as('day'), 'type', 'phone_verified'])
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('created_at', '>=', beginOf(days))
    .where('created_at', '<', endOf(days))
    // Merged and erased customers do not count.
    .where('status', 'not in', ['merged', 'erased'])
    .groupBy(['day', 'type', 'phone_verified'])
    .execute()
  const counted = (fits: (row: (typeof rows)[0]) => boolean) =>
    rows.reduce((sum, row) => sum + (fits(row) ? row.count : 0), 0)
  const byType = (day: string) => eachOf(TYPES, (type) => counted((row) => row.day === day && row.type === type))
  const { all, ...period } = days
  return {
    ...period,
    total: {
      all: counted(() => true),
      reachedStub: counted(({ type }) => type !== 'guest'),
      reachedFull: counted(({ type }) => type === 'full'),
      phoneVerified: counted(({ phone_verified }) => phone_verified),
    },
    days: all.map((day) => ({
      day,
      ...byType(day),
      phoneVerified: counted((row) => row.day === day && row.phone_verified),
    })),
  }
}
