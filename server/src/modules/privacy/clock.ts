export const CLOCKS = ['in_time', 'due_soon', 'overdue'] as const
export type Clock = (typeof CLOCKS)[number]

/** Where something stands before its deadline; for what is over, whether it was over in time. */
export function clockOf(dueAt: Date, endedAt: Date | null, now: Date, soonMs: number): Clock {
  if (dueAt <= (endedAt ?? now)) return 'overdue'
  return endedAt === null && dueAt.getTime() - now.getTime() <= soonMs ? 'due_soon' : 'in_time'
}
