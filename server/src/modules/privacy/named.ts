import { z } from 'zod'

/** Whom something is about, as far as the caller may read customers. */
export const Named = z
  .object({
    number: z.string(),
    name: z.string().nullable().meta({ description: 'Null for callers without `customers:read`' }),
    name2: z.string().nullable(),
  })
  .nullable()
  .meta({ description: 'Null once the person is erased' })
