import { z } from 'zod'

/** Sign-in settings for phones and tills. */
export const PhoneSettings = {
  handOverMonths: z.int().min(1).max(120).meta({
    description:
      'After this many months of inactivity a number may have a new owner, so the name must match. Default 12',
  }),
  tillIdleMinutes: z
    .int()
    .min(1)
    .max(720)
    .meta({ description: 'Minutes of inactivity after which a till asks for the PIN. Default 5' }),
}
