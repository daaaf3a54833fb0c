import type { Context } from '../../kit/context.ts'
import type { Person } from './person.ts'
import { termsOf } from './search/terms.ts'

/** What a customer can be found by, as keyed hashes. */
export const personTokens = (
  ctx: Context,
  { firstName, lastName, name2, preferredName, companyName, phone, email }: Person,
) => hashed(ctx, termsOf({ firstName, lastName, name2, preferredName, companyName, phone, email }))

export const numberTokens = (ctx: Context, number: number) => hashed(ctx, termsOf({ number }))

export const hashed = (ctx: Context, terms: readonly string[]) => terms.map((term) => ctx.keys.searchToken(term))
