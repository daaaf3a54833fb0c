import { z } from 'zod'
import { WAYS } from '../../../../kit/counted.ts'
import { freshShape, Period, periodShape } from '../../../../kit/days.ts'
import { endpoint } from '../../../../kit/endpoint.ts'
import { FIRST_FACTORS } from '../../login/shapes.ts'

export const signInsByDay = endpoint({
  method: 'get',
  path: '/api/v1/auth/statistics/days',
  summary: 'Count sign-ins by day, and failed attempts by reason',
  description:
    'Every new session, including registrations, in the time zone of the business. Sessions are kept for 90 days after their end.',
  tag: 'Statistics',
  allow: 'customers:statistics',
  query: Period,
  output: z.object({
    ...periodShape,
    ...freshShape,
    byFactor: z.partialRecord(z.enum(FIRST_FACTORS), z.int()),
    refused: z.array(z.object({ way: z.enum(WAYS), reason: z.string(), said: z.string(), tries: z.int() })).meta({
      description:
        'Failed attempts to register, sign in or verify a code, by error code and in words; `lock_out` by the limit that was reached',
    }),
    days: z.array(z.object({ day: z.iso.date(), customers: z.int(), staff: z.int() })),
  }),
  refuses: [],
})
