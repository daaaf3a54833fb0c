import { z } from 'zod'
import { event } from '../../kit/events.ts'

/** The names of the changed preferences, never their values. */
export const CustomerPreferencesUpdated = event(
  'CustomerPreferencesUpdated',
  z.object({ customerId: z.uuid(), keys: z.array(z.string()), version: z.int() }),
)
