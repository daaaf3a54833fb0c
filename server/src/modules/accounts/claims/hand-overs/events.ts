import { z } from 'zod'
import { event } from '../../../../kit/events.ts'

const customerId = z.uuid()

/** The number of this customer was verified by a person who seems to be another. Staff decide. */
export const NumberHandedOver = event(
  'NumberHandedOver',
  z.object({ customerId, handOverId: z.uuid(), why: z.enum(['silent', 'unproved']) }),
)
