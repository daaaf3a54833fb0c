import type { Context } from '../../kit/context.ts'
import type { CustomerRow, Person } from './person.ts'
import { MATCHES, type Match } from './search/needle.ts'
import type { OwnKeys } from './search/person.ts'
import type { Found, PreparedQuery } from './search/query.ts'
import { termsOf } from './search/terms.ts'
import { sql } from './tables.ts'

interface Searched {
  readonly id: string
  readonly number: number
}

/** What a customer can be found by, as keyed hashes: also as those who were merged into it. */
export function tokensOf(ctx: Context, number: number, { absorbed = [], ...person }: Person, own: OwnKeys): number[] {
  const terms = [{ ...person, number }, ...absorbed].flatMap((one) => termsOf(one, own))
  return hashed(ctx, [...new Set(terms)])
}

export const hashed = (ctx: Context, terms: readonly string[]) => terms.map((term) => ctx.keys.searchToken(term))

/**
 * The one write of what search reads. Its date is that of the last change of what a customer is found by; the same tokens
 * again write nothing. Without a person nothing is left to find.
 */
export function writeSearch(ctx: Context, { id, number }: Searched, person: Person | null, own: OwnKeys): void {
  if (person === null) {
    sql.send(ctx, sql(ctx).deleteFrom('customer_search').where('tenant_id', '=', ctx.tenant).where('id', '=', id))
    return
  }
  const row = { tokens: tokensOf(ctx, number, person, own), changed_at: ctx.now, outdated: false }
  const written = sql(ctx)
    .insertInto('customer_search')
    .values({ tenant_id: ctx.tenant, id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'id'])
        .doUpdateSet(row)
        .where((q) => q('customer_search.tokens', '!=', q.ref('excluded.tokens'))),
    )
  sql.send(ctx, written)
}

/** The same for new customers. */
export function insertSearch(
  ctx: Context,
  customers: readonly (Searched & { readonly person: Person })[],
  own: OwnKeys,
): void {
  const rows = customers.map(({ id, number, person }) => {
    return { tenant_id: ctx.tenant, id, tokens: tokensOf(ctx, number, person, own), changed_at: ctx.now }
  })
  sql.insert(ctx, 'customer_search', rows)
}

/**
 * How a customer fits a query, under any of its names. A damaged one has no names to read and comes last: one of those that
 * went in comes out.
 */
export function fitOf(
  query: PreparedQuery,
  { number }: Pick<CustomerRow, 'number'>,
  { absorbed = [], damaged, ...person }: Person,
): Found | null {
  const own = query.fit({ ...person, number })
  const merged = absorbed.map((one) => query.fit(one)).map((found) => found && { ...found, fields: MERGED })
  return best([own, ...merged]) ?? (damaged ? { match: 'sounds_like', fields: [] } : null)
}

const MERGED = ['merged'] as const
const place = (match: Match) => MATCHES.indexOf(match)
const best = (found: readonly (Found | null)[]) =>
  found.reduce((one, other) => (one && (!other || place(one.match) <= place(other.match)) ? one : other), null)
