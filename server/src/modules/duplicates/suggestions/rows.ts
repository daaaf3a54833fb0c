import type { Context } from '../../../kit/context.ts'
import { type Compared, valuesOf } from '../compared.ts'
import { SuggestionNotFound } from '../contract.ts'
import { sql } from '../tables.ts'

export interface Pair {
  readonly one: string
  readonly other: string
}
export const pairOf = (a: string, b: string): Pair => (a < b ? { one: a, other: b } : { one: b, other: a })

export const suggestionRows = (ctx: Context) =>
  sql(ctx).selectFrom('duplicate_suggestions').selectAll().where('tenant_id', '=', ctx.tenant)
export type SuggestionRow = Awaited<ReturnType<ReturnType<typeof suggestionRows>['execute']>>[0]
export type NewSuggestion = Pick<
  SuggestionRow,
  'tenant_id' | 'id' | 'one_id' | 'other_id' | 'score' | 'vetoed' | 'state' | 'found_at'
>

export async function requireSuggestion(ctx: Context, id: string, lock = false): Promise<SuggestionRow> {
  const row = await suggestionRows(ctx)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw SuggestionNotFound()
  return row
}

/** Open ones, and those that were put off until now: from the threshold on. */
export const openRows = (ctx: Context, threshold: number) =>
  suggestionRows(ctx)
    .where('gone', '=', false)
    .where('score', '>=', threshold)
    .where((q) => q.or([q('state', '=', 'open'), q.and([q('state', '=', 'put_off'), q('put_off_to', '<=', ctx.now)])]))

/** Every pair that is remembered of these customers. */
export async function pairsOf(ctx: Context, ids: readonly string[]): Promise<Pair[]> {
  if (ids.length === 0) return []
  const rows = await suggestionRows(ctx)
    .where((q) => q.or([q('one_id', 'in', ids), q('other_id', 'in', ids)]))
    .clearSelect()
    .select(['one_id', 'other_id'])
    .execute()
  return rows.map(({ one_id, other_id }) => ({ one: one_id, other: other_id }))
}

/** Of what was compared of two customers. */
export const comparedDigest = (ctx: Context, [one, other]: readonly [Compared, Compared]): Buffer =>
  ctx.keys.blindIndex('duplicates', JSON.stringify([valuesOf(one.person), valuesOf(other.person)]))
