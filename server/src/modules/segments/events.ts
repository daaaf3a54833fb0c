import { z } from 'zod'
import { event } from '../../kit/events.ts'

const key = z.string()
export const CAUSES = ['change', 'time', 'rules', 'hand', 'merge'] as const

/** For marketing and sales: who came into which segment, from which, and why. `from` is null for a new customer. */
export const CustomerSegmentChanged = event(
  'CustomerSegmentChanged',
  z.object({
    customerId: z.uuid(),
    at: z.iso.datetime(),
    from: key.nullable(),
    to: key.nullable(),
    tagsGained: z.array(key),
    tagsLost: z.array(key),
    /** What happened, and the version of the rules that decided. */
    why: z.object({ cause: z.enum(CAUSES), rule: key.nullable(), version: z.int() }),
  }),
)
export const SegmentsDecided = event('SegmentsDecided', z.object({ version: z.int(), undoes: z.int().nullable() }))
