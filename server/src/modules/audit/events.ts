import { z } from 'zod'
import { event } from '../../kit/events.ts'

/** Where the chain of the audit trail ended: to be kept outside of this database, and compared. */
export const AuditAnchored = event(
  'AuditAnchored',
  z.object({ batches: z.int(), position: z.int(), hash: z.string(), at: z.iso.datetime(), mac: z.string() }),
)
