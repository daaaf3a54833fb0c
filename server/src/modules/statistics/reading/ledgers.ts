import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type * as api from '../contract.ts'
import { askedIn, type DayCount, ledgerCounts, periodOf, sumOf } from './figures.ts'

/** Points that were given, redeemed and have expired. What they are worth: `GET /api/v1/loyalty/liability`. */
export async function readPoints(ctx: Context, period: Input<typeof api.points>) {
  const asked = await askedIn(ctx, period)
  const counts = await ledgerCounts(ctx, 'points', asked.days)
  const of = (rows: readonly DayCount[]) => {
    const sum = (...kinds: string[]) => sumOf(rows.filter(({ part }) => kinds.includes(part)))
    // A refund takes back what was given.
    return { given: sum('earn', 'adjust', 'revert'), redeemed: -sum('redeem'), expired: -sum('expire') }
  }
  return {
    ...periodOf(asked),
    total: of(counts),
    days: asked.days.all.map((day) => ({ day, ...of(counts.filter((one) => one.day === day)) })),
  }
}

/** Decisions about each purpose. */
export async function readConsent(ctx: Context, period: Input<typeof api.consent>) {
  const asked = await askedIn(ctx, period)
  const counts = (await ledgerCounts(ctx, 'consent', asked.days)).map(({ part, ...one }) => {
    const at = part.lastIndexOf(':')
    return { ...one, part, purpose: part.slice(0, at), decision: part.slice(at + 1) }
  })
  const sum = (rows: typeof counts, decision: string) => sumOf(rows.filter((one) => one.decision === decision))
  const of = (rows: typeof counts) => ({ granted: sum(rows, 'granted'), withdrawn: sum(rows, 'withdrawn') })
  return {
    ...periodOf(asked),
    purposes: [...new Set(counts.map(({ purpose }) => purpose))].sort().map((purpose) => ({
      purpose,
      ...of(counts.filter((one) => one.purpose === purpose)),
    })),
    days: asked.days.all.map((day) => ({ day, ...of(counts.filter((one) => one.day === day)) })),
  }
}
