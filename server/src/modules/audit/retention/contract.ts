import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { At } from '../../../kit/text.ts'

const tag = 'Audit'
/** The database itself lets nothing go that is younger. */
const YEARS_LEAST = 1
const YEARS_MOST = 100
/** Time to notice that another person shortened it. */
export const SHORTENS_AFTER_DAYS = 30

const keepYears = z.int().min(YEARS_LEAST).max(YEARS_MOST).nullable().meta({
  example: 10,
  description: 'For how many years entries are kept, to the month; null for ever',
})

/** As stored. */
export const AuditSettings = z.object({
  keepYears: keepYears.default(null),
  startsAt: At.nullable().default(null),
})

const Retention = z
  .object({
    keepYears,
    startsAt: At.nullable().meta({
      description: 'When a shorter time takes effect: until then nothing is released',
    }),
    released: z
      .object({ entries: z.int(), until: At.nullable(), at: At.nullable() })
      .nullable()
      .meta({ description: 'What the trail no longer has; null while it is whole' }),
    held: z.boolean().meta({ description: 'A legal hold keeps entries that would be released' }),
  })
  .meta({ id: 'AuditRetention' })

export const readSettings = endpoint({
  method: 'get',
  path: '/api/v1/settings/audit',
  summary: 'Read for how long the audit trail is kept',
  tag,
  allow: 'audit:read',
  output: Retention,
  refuses: [],
})

export const changeSettings = endpoint({
  method: 'put',
  path: '/api/v1/settings/audit',
  summary: 'Change for how long the audit trail is kept',
  description: `A shorter time takes effect ${SHORTENS_AFTER_DAYS} days later. Then the job \`release-audit\` releases the oldest entries, up to the first that a legal hold covers; the chain begins behind them, at a signed checkpoint.`,
  tag,
  allow: 'settings:manage',
  freshProof: true,
  body: z.strictObject({ keepYears }),
  output: Retention,
  refuses: [],
})
