import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import type { statistics } from './contract.ts'
import { sql } from './tables.ts'
import { CHANNELS } from './templates.ts'

const PERIOD_HOURS = 24

export async function messageStatistics(ctx: Context, period: Input<typeof statistics>) {
  const to = period.to ?? ctx.now
  const from = period.from ?? new Date(to.getTime() - PERIOD_HOURS * 3_600_000)
  const [counts, times] = await Promise.all([readCounts(ctx, from, to), readTimes(ctx, from, to)])
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    channels: CHANNELS.map((channel) => {
      const time = times.find((one) => one.channel === channel)
      const ours = counts.filter((one) => one.channel === channel)
      return {
        channel,
        byStatus: Object.fromEntries(ours.map(({ status, count }) => [status, count])),
        segments: ours.reduce((total, { segments }) => total + (segments ?? 0), 0),
        queuedToSent: quantiles(time?.sent_p50, time?.sent_p95),
        sentToDelivered: quantiles(time?.delivered_p50, time?.delivered_p95),
      }
    }),
  }
}

const quantiles = (p50: number | null | undefined, p95: number | null | undefined) =>
  typeof p50 === 'number' && typeof p95 === 'number' ? { p50Seconds: p50, p95Seconds: p95 } : null

const within = (ctx: Context, from: Date, to: Date) =>
  sql(ctx)
    .selectFrom('messages')
    .select('channel')
    .where('tenant_id', '=', ctx.tenant)
    .where('queued_at', '>=', from)
    .where('queued_at', '<', to)

const readCounts = (ctx: Context, from: Date, to: Date) =>
  within(ctx, from, to)
    .select([
      'status',
      (q) => q.fn.countAll<number>().as('count'),
      (q) => q.fn.sum<number | null>('segments').as('segments'),
    ])
    .groupBy(['channel', 'status'])
    .orderBy('status')
    .execute()

const readTimes = (ctx: Context, from: Date, to: Date) =>
  within(ctx, from, to)
    .select([
      quantile(0.5, 'queued_at', 'sent_at').as('sent_p50'),
      quantile(0.95, 'queued_at', 'sent_at').as('sent_p95'),
      quantile(0.5, 'sent_at', 'delivered_at').as('delivered_p50'),
      quantile(0.95, 'sent_at', 'delivered_at').as('delivered_p95'),
    ])
    .groupBy('channel')
    .execute()

/** Of delivered messages only; the others have no end time. */
const quantile = (part: number, start: 'queued_at' | 'sent_at', end: 'sent_at' | 'delivered_at') =>
  raw<
    number | null
  >`percentile_cont(${part}::float8) within group (order by extract(epoch from ${raw.ref(end)} - ${raw.ref(start)})::float8)`
