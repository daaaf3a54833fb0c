import { z } from 'zod'
import { event } from '../../../kit/events.ts'

const customerId = z.uuid()

/** A login moved to the customer whose contact it proved; the customer that it had before was merged into that one. */
export const AccountMerged = event('AccountMerged', z.object({ customerId, accountId: z.uuid(), mergedId: z.uuid() }))
/** The number of this customer was proved by somebody who does not look like them. Staff decide. */
export const NumberHandedOver = event(
  'NumberHandedOver',
  z.object({ customerId, handOverId: z.uuid(), why: z.enum(['silent', 'unproved']) }),
)
