import { z } from 'zod'
import { event } from '../../kit/events.ts'

/** Something of another system that could not be carried out, and why. */
export const IncomingEventParked = event(
  'IncomingEventParked',
  z.object({ parkedId: z.uuid(), source: z.string(), type: z.string(), reason: z.string() }),
)
export const InteractionRecorded = event(
  'InteractionRecorded',
  z.object({
    customerId: z.uuid(),
    interactionId: z.uuid(),
    kind: z.enum(['ticket', 'review']),
    sentiment: z.enum(['positive', 'neutral', 'negative']).nullable(),
    category: z.string().nullable(),
    rating: z.int().nullable(),
  }),
)
