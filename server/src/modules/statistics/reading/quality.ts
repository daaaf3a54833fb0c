import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { openDuplicates } from '../../duplicates/index.ts'
import type * as api from '../contract.ts'
import { QUALITY } from '../counting/entries.ts'
import { askedIn, countsOf, periodOf, positionNow } from './figures.ts'

/** The share of the required fields that are filled. */
const TARGET = 0.9
const REQUIRED = ['phone', 'email'] as const

/** How complete and how reliable what is known of customers is; guests do not count. */
export async function readQuality(ctx: Context, period: Input<typeof api.quality>) {
  const asked = await askedIn(ctx, period)
  const position = await positionNow(ctx)
  const counts = new Map((await countsOf(ctx, 'quality')).map(({ part, count }) => [part, count]))
  const people = counts.get('people') ?? 0
  const fields = QUALITY.map((field) => {
    const missing = counts.get(field) ?? 0
    return { field, has: people - missing, missing, share: shareOf(people - missing, people) }
  })
  // The name is there of everyone who is no guest.
  const filled = people + fields.filter(({ field }) => isRequired(field)).reduce((sum, { has }) => sum + has, 0)
  const completeness = shareOf(filled, people * (REQUIRED.length + 1))
  return {
    ...periodOf(asked),
    position,
    people,
    completeness,
    target: TARGET,
    fields,
    duplicates: await openDuplicates(ctx),
  }
}

const isRequired = (field: string) => REQUIRED.some((one) => one === field)
const shareOf = (part: number, of: number) => (of === 0 ? null : Math.round((part / of) * 1000) / 1000)
