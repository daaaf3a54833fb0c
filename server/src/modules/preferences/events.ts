import { z } from 'zod'
import { event } from '../../kit/events.ts'

/** The names of what changed, never what it was or became. */
export const CustomerPreferencesUpdated = event(
  'CustomerPreferencesUpdated',
  z.object({ customerId: z.uuid(), keys: z.array(z.string()), version: z.int() }),
)
