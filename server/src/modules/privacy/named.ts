import { z } from 'zod'

/** The customer concerned, if the caller may read customers. */
export const Named = z
  .object({
    number: z.string(),
    name: z.string().nullable().meta({ description: 'Null for callers without `customers:read`' }),
    name2: z.string().nullable(),
  })
  .nullable()
  .meta({ description: 'Null once the person is erased' })
