import { z } from 'zod'

/** How people sign in, by phone and at the till. */
export const PhoneSettings = {
  handOverMonths: z.int().min(1).max(120).meta({
    description: 'After so many silent months a number may have a new owner: the name must fit. 12 by default',
  }),
  tillIdleMinutes: z
    .int()
    .min(1)
    .max(720)
    .meta({ description: 'After so long unused a till wants the PIN. 5 by default' }),
}
