import type { When } from '../queries.ts'

export const WHENS: readonly When[] = ['now', 'period_end']
