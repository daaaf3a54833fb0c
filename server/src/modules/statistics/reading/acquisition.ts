import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type * as api from '../contract.ts'
import { minutesOf, STEPS } from '../counting/entries.ts'
import { askedIn, countsOf, type DayCount, periodOf, positionNow, sumOf } from './figures.ts'

/** Who came, by what, and how far and how fast they went from guest to full customer. */
export async function readAcquisition(ctx: Context, period: Input<typeof api.acquisition>) {
  const asked = await askedIn(ctx, period)
  const position = await positionNow(ctx)
  const came = (await countsOf(ctx, 'new', asked.days)).map(({ part, ...one }) => {
    const [type = '', source = '', channel = 'unknown'] = part.split('.')
    return { ...one, type, source, channel }
  })
  const steps = await countsOf(ctx, 'step', asked.days)
  const by = (of: 'type' | 'source' | 'channel') => {
    const sums: Record<string, number> = {}
    for (const one of came) sums[one[of]] = (sums[one[of]] ?? 0) + one.count
    return sums
  }
  return {
    ...periodOf(asked),
    position,
    total: came.reduce((sum, { count }) => sum + count, 0),
    byType: by('type'),
    bySource: by('source'),
    byChannel: by('channel'),
    days: asked.days.all.map((day) => {
      const own = came.filter((one) => one.day === day)
      const sum = (type: string) => own.reduce((total, one) => total + (one.type === type ? one.count : 0), 0)
      return { day, guest: sum('guest'), stub: sum('stub'), full: sum('full') }
    }),
    funnel: STEPS.map((step) => {
      const taken = steps.filter(({ part }) => part.startsWith(`${step}.`))
      return { step, reached: sumOf(taken), medianMinutes: medianOf(taken) }
    }),
  }
}

/** About: the times are kept in steps of a fifth. */
function medianOf(taken: readonly DayCount[]): number | null {
  const buckets = taken
    .map(({ part, count }) => ({ bucket: Number(part.split('.')[1]), count }))
    .sort((a, b) => a.bucket - b.bucket)
  const half = sumOf(taken) / 2
  let passed = 0
  for (const { bucket, count } of buckets) {
    passed += count
    if (passed >= half && half > 0) return Math.round(minutesOf(bucket) * 10) / 10
  }
  return null
}
