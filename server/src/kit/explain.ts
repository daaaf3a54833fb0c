import { z } from 'zod'
import { At } from './text.ts'

/** Why something is as it is: one shape for tiers, points, plans, features, and all else that follows from rules. */
export const Explained = z
  .object({
    value: z.union([z.string(), z.number(), z.boolean()]).nullable().meta({ description: 'What is explained' }),
    since: At.nullable(),
    rule: z.object({ key: z.string(), text: z.string() }).meta({ description: 'In the language of the caller' }),
    compared: z
      .array(
        z.object({
          what: z.string(),
          value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
          needs: z.union([z.string(), z.number(), z.boolean()]).nullable(),
          met: z.boolean(),
        }),
      )
      .meta({ description: 'The values that the rule looked at, beside what it wants' }),
    source: z.string().meta({ description: 'Where the rule is from, such as `loyalty.tiers version 3`' }),
  })
  .meta({ id: 'Explained' })
export type Explained = z.output<typeof Explained>
