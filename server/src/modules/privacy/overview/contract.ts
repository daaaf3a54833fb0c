import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'

const Clocks = z.object({ open: z.int(), dueSoon: z.int(), overdue: z.int() })

export const overview = endpoint({
  method: 'get',
  path: '/api/v1/privacy/overview',
  summary: 'Count the open work of the privacy officer',
  tag: 'Privacy',
  allow: 'privacy:read',
  output: z.object({
    requests: z.object({ ...Clocks.shape, unassigned: z.int() }),
    breaches: Clocks.meta({ description: 'Open: the authority is not notified yet' }),
    exports: z.object({ waiting: z.int(), failed: z.int() }),
    erasures: z.object({ unacknowledged: z.int() }),
    reviews: z.object({ open: z.int() }),
    holds: z.object({ standing: z.int() }),
    restricted: z.int(),
  }),
  refuses: [],
})
