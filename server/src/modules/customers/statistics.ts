import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'
import { readTally } from './tally.ts'

/** Counts of customers; merged and erased ones appear in byStatus only. */
export async function customerStatistics(ctx: Context) {
  const [kinds, fresh] = await Promise.all([readTally(ctx), newSince(ctx)])
  const present = kinds.filter(({ status }) => status !== 'merged' && status !== 'erased')
  return {
    total: sum(present),
    byType: sumBy(present, 'type'),
    byStatus: sumBy(kinds, 'status'),
    byTier: sumBy(present, 'tier'),
    phoneVerified: sum(present.filter(({ phone_verified }) => phone_verified)),
    ...fresh,
    asOf: ctx.now.toISOString(),
  }
}

async function newSince(ctx: Context) {
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
  const { month, week, today } = await sql(ctx)
    .selectFrom('customers')
    .select((q) => [
      q.fn.countAll<number>().as('month'),
      q.fn.countAll<number>().filterWhere('created_at', '>=', daysAgo(7)).as('week'),
      q.fn.countAll<number>().filterWhere('created_at', '>=', daysAgo(1)).as('today'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('created_at', '>=', daysAgo(30))
    .executeTakeFirstOrThrow()
  return { newToday: today, newThisWeek: week, newThisMonth: month }
}

type Kinds = Awaited<ReturnType<typeof readTally>>
const sum = (kinds: Kinds) => kinds.reduce((total, { count }) => total + count, 0)

function sumBy(kinds: Kinds, field: 'type' | 'status' | 'tier'): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind[field]] = (counts[kind[field]] ?? 0) + kind.count
  return counts
}
