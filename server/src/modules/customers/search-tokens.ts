import type { Context } from '../../kit/context.ts'
import type { CustomerRow, Person } from './person.ts'
import { maskPhone } from './phone.ts'
import { Fit } from './search/needle.ts'
import type { PreparedQuery } from './search/query.ts'
import { termsOf } from './search/terms.ts'

/** What a customer can be found by, as keyed hashes: also as whoever was merged into it. */
export const personTokens = (ctx: Context, { absorbed = [], ...person }: Person) =>
  hashed(ctx, [...new Set([person, ...absorbed].flatMap(termsOf))])

export const numberTokens = (ctx: Context, number: number) => hashed(ctx, termsOf({ number }))

export const hashed = (ctx: Context, terms: readonly string[]) => terms.map((term) => ctx.keys.searchToken(term))

/**
 * How well a customer fits a query, under any of its names and as far as the caller may see it. A damaged one has no names
 * to read and comes last.
 */
export function rankOf(
  { caller }: Context,
  query: PreparedQuery,
  { number }: Pick<CustomerRow, 'number'>,
  { absorbed = [], damaged, ...person }: Person,
): Fit {
  const seen = caller.may.has('customers:contacts') ? asItIs : withoutContacts
  const fits = [{ ...person, number }, ...absorbed].map((one) => query.rank(seen(one)))
  // One of those that went in comes out.
  return Math.max(damaged ? Fit.skeletonPrefix : Fit.none, ...fits) as Fit
}

type Searched = Parameters<PreparedQuery['rank']>[0]
const asItIs = (one: Searched) => one
/** Of a masked phone the country and the last four digits are shown, and found; nothing else of it, nor of an e-mail. */
const withoutContacts = ({ email, phone, ...one }: Searched): Searched => ({ ...one, phone: phone && maskPhone(phone) })
