import { z } from 'zod'
import { event } from '../../kit/events.ts'

const customerId = z.uuid().meta({ description: 'The survivor' })
const mergeId = z.uuid()

export const CustomersMerged = event('CustomersMerged', z.object({ customerId, mergedId: z.uuid(), mergeId }))
/** The same event under the name that account systems use. */
export const AccountMerged = event('AccountMerged', z.object({ customerId, mergedId: z.uuid(), mergeId }))
export const CustomersUnmerged = event('CustomersUnmerged', z.object({ customerId, restoredId: z.uuid(), mergeId }))
