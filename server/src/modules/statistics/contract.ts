import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { freshShape, Period, periodShape } from '../../kit/days.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { At, Day, text } from '../../kit/text.ts'
import { CustomerPage } from '../customers/contract.ts'

const tag = 'Statistics'
const figures = { method: 'get', tag, allow: 'customers:statistics', query: Period, refuses: [] } as const
const dated = { ...periodShape, ...freshShape }
const listed = {
  ...dated,
  position: z.string().meta({ description: 'For the lists behind these figures, which are then of the same moment' }),
}
const share = z.number().nullable().meta({ description: 'From 0 to 1; null where there is nothing' })

export const acquisition = endpoint({
  ...figures,
  path: '/api/v1/statistics/acquisition',
  summary: 'Count who came, by day, type, source and channel, and how far they went',
  description: 'Without merged and erased customers. The times of the funnel are right to a tenth.',
  output: z.object({
    ...listed,
    total: z.int(),
    byType: z.record(z.string(), z.int()),
    bySource: z.record(z.string(), z.int()),
    byChannel: z.record(z.string(), z.int()).meta({
      description: 'By where they were entered: what a caller may say as `channel`, or api, import, unknown',
    }),
    days: z.array(z.object({ day: z.iso.date(), guest: z.int(), stub: z.int(), full: z.int() })),
    funnel: z.array(
      z.object({
        step: z.enum(['stub', 'full']),
        reached: z.int(),
        medianMinutes: z.number().nullable().meta({ description: 'From the first visit' }),
      }),
    ),
  }),
})

export const quality = endpoint({
  ...figures,
  path: '/api/v1/statistics/quality',
  summary: 'Count how complete and how reliable the data of customers is',
  description: 'Of all customers except guests, now.',
  output: z.object({
    ...listed,
    people: z.int(),
    completeness: share,
    target: z.number(),
    fields: z.array(z.object({ field: z.string(), has: z.int(), missing: z.int(), share })),
    duplicates: z
      .int()
      .meta({ description: 'Pairs that are likely one person; their list is `GET /api/v1/duplicates`' }),
  }),
})

export const engagement = endpoint({
  ...figures,
  path: '/api/v1/statistics/engagement',
  summary: 'Count customers by recency, frequency and money, by return, and by their own rhythm',
  description:
    'RFM from 1 to 5, 5 being the most recent, the most often and the most. Cohorts by the month of the first order. At risk: no order for twice the usual time between theirs; lost: for four times.',
  output: z.object({
    ...listed,
    currency: z.string(),
    moneyFrom: z.array(z.string()).meta({ description: 'From which amount each band of money begins' }),
    recencyDays: z.array(z.int()),
    rfm: z.array(
      z.object({
        r: z.int(),
        f: z.int(),
        m: z.int(),
        customers: z.int(),
        from: z.iso
          .date()
          .nullable()
          .meta({ description: 'With `to`: the days of the last order, for the list behind it' }),
        to: z.iso.date(),
      }),
    ),
    cohorts: z.array(
      z.object({ month: z.string(), months: z.array(z.object({ month: z.string(), customers: z.int() })) }),
    ),
    churn: z.object({ buyers: z.int(), atRisk: z.int(), lost: z.int() }),
  }),
})

const pointCounts = { given: z.int(), redeemed: z.int(), expired: z.int() }

export const points = endpoint({
  ...figures,
  path: '/api/v1/statistics/points',
  summary: 'Count points by day: given, redeemed and expired',
  description: 'What they are worth is `GET /api/v1/loyalty/liability`.',
  output: z.object({
    ...dated,
    total: z.object(pointCounts),
    days: z.array(z.object({ day: z.iso.date(), ...pointCounts })),
  }),
})

const decisions = { granted: z.int(), withdrawn: z.int() }

export const consent = endpoint({
  ...figures,
  path: '/api/v1/statistics/consent',
  summary: 'Count consents by day and purpose: given and withdrawn',
  output: z.object({
    ...dated,
    purposes: z.array(z.object({ purpose: z.string(), ...decisions })),
    days: z.array(z.object({ day: z.iso.date(), ...decisions })),
  }),
})

export const reliability = endpoint({
  ...figures,
  path: '/api/v1/statistics/reliability',
  summary: 'Count what went wrong: registrations, sign-ins, and privacy requests that were late',
  output: z.object({
    ...dated,
    registration: z.object({
      succeeded: z.int(),
      failed: z.int(),
      share,
      target: z.number(),
      reasons: z.array(z.object({ reason: z.string(), said: z.string(), tries: z.int() })),
    }),
    refused: z.array(z.object({ way: z.string(), reason: z.string(), said: z.string(), tries: z.int() })).meta({
      description: 'Failed attempts to sign in or to verify a code; `lock_out` by the limit that was reached',
    }),
    incidents: z.object({
      kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
      signIns: z.int(),
      share,
      target: z.number(),
    }),
    privacy: z.object({ received: z.int(), closed: z.int(), overdue: z.int(), inTime: share, target: z.number() }),
  }),
})

export const TODO = [
  'overdue',
  'dueSoon',
  'breaches',
  'duplicates',
  'handOvers',
  'parked',
  'jobs',
  'webhooks',
  'tills',
] as const

export const todo = endpoint({
  method: 'get',
  path: '/api/v1/todo',
  summary: 'Count what needs doing, as far as the caller may do something about it',
  description:
    'In the order in which it should be done; what needs nothing is left out. `overdue` and `dueSoon` are privacy requests, `breaches` those of which the authority is not notified, `jobs` and `webhooks` those that fail, `tills` those without a sign-in for two days.',
  tag,
  allow: 'staff',
  output: z.object({ items: z.array(z.object({ what: z.enum(TODO), count: z.int() })) }),
  refuses: [],
})

export const FIGURES = ['new', 'step', 'quality', 'rfm', 'cohort', 'churn'] as const

export const behind = endpoint({
  method: 'get',
  path: '/api/v1/statistics/customers',
  summary: 'List the customers behind a figure',
  description:
    'As many as the figure says, at the `position` that came with it: `new` with `type.source.channel`, `quality` with a field that is missing, `rfm` with `F3M2` and the days of the last order, `cohort` with the month of the first order and the month, `churn` with `late` or `lost`. Needs `customers:read` too.',
  tag,
  allow: 'customers:statistics',
  query: z.strictObject({
    figure: z.enum(FIGURES),
    part: text(60).optional().meta({
      description:
        'One part; with a dot at its end all that begin so, with one at its begin all that end so, with both all that have it within',
      example: 'full.web.shop',
    }),
    from: Day.optional(),
    to: Day.optional(),
    position: text(4_000)
      .optional()
      .meta({ description: 'Of the figure, less than a day old; by default the list is of now' }),
    limit: CustomerPage.shape.limit,
    cursor: CustomerPage.shape.cursor,
  }),
  output: z.object({
    items: z.array(
      z.object({
        customerId: z.string(),
        number: z.string(),
        name: z.string(),
        type: z.string(),
        part: z.string(),
        day: z.iso.date(),
      }),
    ),
    total: z.int(),
    nextCursor: z.string().nullable(),
    asOf: At,
  }),
  refuses: [CursorInvalid, CursorExpired],
})
