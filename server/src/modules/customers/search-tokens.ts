import type { Context } from '../../kit/context.ts'
import type { CustomerRow, Person } from './person.ts'
import type { Fit } from './search/needle.ts'
import type { PreparedQuery } from './search/query.ts'
import { termsOf } from './search/terms.ts'

/** What a customer can be found by, as keyed hashes: also as whoever was merged into it. */
export const personTokens = (ctx: Context, { absorbed = [], ...person }: Person) =>
  hashed(ctx, [...new Set([person, ...absorbed].flatMap(termsOf))])

export const numberTokens = (ctx: Context, number: number) => hashed(ctx, termsOf({ number }))

export const hashed = (ctx: Context, terms: readonly string[]) => terms.map((term) => ctx.keys.searchToken(term))

/** How well a customer fits a query, under any of its names. A damaged one has no names to read and comes last. */
export const rankOf = (
  query: PreparedQuery,
  { number }: Pick<CustomerRow, 'number'>,
  { absorbed = [], damaged, ...person }: Person,
) => Math.max(damaged ? 1 : 0, ...[{ ...person, number }, ...absorbed].map((one) => query.rank(one))) as Fit
