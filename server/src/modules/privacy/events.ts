import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { At } from '../../kit/text.ts'
import { REQUEST_KINDS } from './requests/kinds.ts'

const customerId = z.uuid()
const requestId = z.uuid()
const receivedAt = At.optional().meta({ description: 'Absent in events before it was told' })

export const PrivacyRequestReceived = event(
  'PrivacyRequestReceived',
  z.object({ customerId, requestId, kind: z.enum(REQUEST_KINDS), receivedAt, dueAt: At }),
)
/** Published once when it becomes due soon, and once when it is overdue. */
export const PrivacyRequestDue = event(
  'PrivacyRequestDue',
  z.object({ customerId, requestId, clock: z.enum(['due_soon', 'overdue']), receivedAt, dueAt: At }),
)
export const PrivacyRequestClosed = event(
  'PrivacyRequestClosed',
  z.object({ customerId, requestId, status: z.enum(['completed', 'refused', 'obsolete']) }),
)
export const PrivacyExportReady = event('PrivacyExportReady', z.object({ customerId, exportId: z.uuid() }))
/** Downstream systems must erase the person too. Without an erasure id: an expired guest. */
export const CustomerErased = event('CustomerErased', z.object({ customerId, erasureId: z.uuid().nullable() }))
export const CustomersInactive = event('CustomersInactive', z.object({ flagged: z.int() }))
export const BreachDue = event(
  'BreachDue',
  z.object({ breachId: z.uuid(), clock: z.enum(['due_soon', 'overdue']), dueAt: At }),
)
