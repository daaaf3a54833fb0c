export const CLOCKS = ['in_time', 'due_soon', 'overdue'] as const
export type Clock = (typeof CLOCKS)[number]

/** The state of an open deadline; for a closed one, whether it was met. */
export function clockOf(dueAt: Date, endedAt: Date | null, now: Date, soonMs: number): Clock {
  if (dueAt <= (endedAt ?? now)) return 'overdue'
  return endedAt === null && dueAt.getTime() - now.getTime() <= soonMs ? 'due_soon' : 'in_time'
}
