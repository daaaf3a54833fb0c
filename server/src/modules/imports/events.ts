import { z } from 'zod'
import { event } from '../../kit/events.ts'

const importId = z.uuid()

/** Of the whole file; each customer has events of its own only where the import was told to. */
export const CustomersImported = event('CustomersImported', z.object({ importId, created: z.int(), updated: z.int() }))
export const ImportUndone = event('ImportUndone', z.object({ importId, undone: z.int(), kept: z.int() }))
