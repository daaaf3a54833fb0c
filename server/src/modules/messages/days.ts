import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { beginOf, dayIn, daysOf, endOf, freshAt } from '../../kit/days.ts'
import type { Input } from '../../kit/endpoint.ts'
import { tenantDefaults } from '../tenants/index.ts'
import type { messagesByDay as api } from './contract.ts'
import { sql } from './tables.ts'
import { CHANNELS } from './templates.ts'

/** Read from the index messages_queued alone, which holds everything that is counted here. */
export async function messagesByDay(ctx: Context, asked: Input<typeof api>) {
  const { all, ...days } = daysOf(ctx, asked, (await tenantDefaults(ctx)).timeZone)
  const rows = await sql(ctx)
    .selectFrom('messages')
    .select([dayIn('queued_at', { all, ...days }).as('day'), 'channel'])
    .select((q) => [
      q.fn.countAll<number>().as('count'),
      q.fn.countAll<number>().filterWhere('status', 'in', ['failed', 'expired']).as('lost'),
      quantile(0.5).as('p50'),
      quantile(0.95).as('p95'),
    ])
    .where('tenant_id', '=', ctx.tenant)
    .where('queued_at', '>=', beginOf({ all, ...days }))
    .where('queued_at', '<', endOf({ all, ...days }))
    .groupBy(['day', 'channel'])
    .execute()
  return {
    ...days,
    ...freshAt(ctx),
    days: all.map((day) => ({
      day,
      channels: CHANNELS.map((channel) => {
        const row = rows.find((one) => one.day === day && one.channel === channel)
        return {
          channel,
          messages: row?.count ?? 0,
          lost: row?.lost ?? 0,
          seconds: typeof row?.p50 === 'number' ? { p50: row.p50, p95: row.p95! } : null,
        }
      }),
    })),
  }
}

/** From the request to the delivery if the provider reports it, else to the hand-over. */
const quantile = (part: number) =>
  raw<
    number | null
  >`percentile_cont(${part}::float8) within group (order by extract(epoch from coalesce(delivered_at, sent_at) - queued_at)::float8)`
