import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { DECISIONS } from './shapes.ts'

export const ConsentUpdated = event(
  'ConsentUpdated',
  z.object({
    customerId: z.uuid(),
    eventId: z.uuid(),
    documentId: z.uuid(),
    purpose: z.string(),
    version: z.int(),
    decision: z.enum(DECISIONS),
  }),
)
export const ConsentVersionPublished = event(
  'ConsentVersionPublished',
  z.object({ documentId: z.uuid(), purpose: z.string(), version: z.int(), asksAgain: z.boolean() }),
)
export const ConsentDocumentRetired = event(
  'ConsentDocumentRetired',
  z.object({ documentId: z.uuid(), purpose: z.string() }),
)
