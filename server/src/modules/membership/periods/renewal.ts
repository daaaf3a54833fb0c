import type { Cycle } from '../catalogue/plans.ts'
import { monthsLater, wallOf } from './months.ts'

interface Period {
  readonly starts_at: Date
  readonly cycle: Cycle
  readonly anchor_day: number | null
}

/** The first end of a period after a time, each counted from the start, so that the 31st comes back; null: it has none. */
export function renewalAfter({ starts_at, cycle, anchor_day }: Period, zone: string, at: Date): Date | null {
  if (cycle === 'lifetime') return null
  const step = cycle === 'yearly' ? 12 : 1
  const after = at < starts_at ? starts_at : at
  const [from, to] = [wallOf(starts_at, zone), wallOf(after, zone)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  // With a day of its own the first period of a month may be a short one.
  const first = cycle === 'monthly' && anchor_day !== null ? 0 : 1
  for (let periods = Math.max(first, Math.floor(months / step) - 1); ; periods++) {
    const ends = monthsLater(starts_at, periods * step, zone, anchor_day)
    if (ends > after) return ends
  }
}
