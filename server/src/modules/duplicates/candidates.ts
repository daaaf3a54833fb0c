import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Pair } from './suggestions/rows.ts'
import { sql } from './tables.ts'

/** A token that more have is left out, and the others must do. */
export const MOST_WITH_TOKEN = 60

/** Who meets these customers in a token. */
export async function meeting(ctx: Context, ids: readonly string[]): Promise<[one: string, other: string][]> {
  const { rows } = await raw<{ one: string; other: string }>`
    select distinct mine.customer_id as one, theirs.id as other
      from duplicate_tokens mine
      cross join lateral (
        select array_agg(customer_id) as ids from (
          select customer_id from duplicate_tokens
           where tenant_id = ${ctx.tenant} and token = mine.token limit ${MOST_WITH_TOKEN + 1}) as few) as found
      cross join lateral unnest(found.ids) as theirs (id)
     where mine.tenant_id = ${ctx.tenant} and mine.customer_id = any (${ids}::uuid[])
       and cardinality(found.ids) <= ${MOST_WITH_TOKEN} and theirs.id <> mine.customer_id`.execute(sql(ctx))
  return rows.map(({ one, other }) => [one, other])
}

/** Of these pairs, those that have any token in common, also one that very many have. */
export async function sharing(ctx: Context, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return []
  const { rows } = await raw<Pair>`
    select pair.one, pair.other
      from unnest(${pairs.map(({ one }) => one)}::uuid[], ${pairs.map(({ other }) => other)}::uuid[]) as pair (one, other)
     where exists (
       select from duplicate_tokens mine
         join duplicate_tokens theirs on theirs.tenant_id = mine.tenant_id and theirs.token = mine.token
        where mine.tenant_id = ${ctx.tenant} and mine.customer_id = pair.one and theirs.customer_id = pair.other)`.execute(
    sql(ctx),
  )
  return rows
}

/** Those that have most of these tokens in common. */
export async function meetingTokens(ctx: Context, tokens: readonly number[], most: number): Promise<string[]> {
  const [found = []] = await meetingEach(ctx, [tokens], most)
  return found
}

/** The same for many at once. */
export async function meetingEach(
  ctx: Context,
  each: readonly (readonly number[])[],
  most: number,
): Promise<readonly string[][]> {
  const asked = each.flatMap((tokens, index) => tokens.map((token) => ({ index, token })))
  const { rows } = await raw<{ index: number; id: string }>`
    select index, id from (
      select index, id, row_number() over (partition by index order by count(*) desc, id) as nth from (
        select asked.index, found.ids
          from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ token }) => token)}::int[]) as asked (index, token)
         cross join lateral (
           select array_agg(customer_id) as ids from (
             select customer_id from duplicate_tokens
              where tenant_id = ${ctx.tenant} and token = asked.token limit ${MOST_WITH_TOKEN + 1}) as few) as found
         where cardinality(found.ids) <= ${MOST_WITH_TOKEN}) as few
       cross join lateral unnest(ids) as each_one (id)
       group by index, id) as counted
     where nth <= ${most} order by index, nth`.execute(sql(ctx))
  const found = each.map((): string[] => [])
  for (const { index, id } of rows) found[index]!.push(id)
  return found
}

/** The newest whose tokens are not written yet. */
export async function notYetLookedAt(ctx: Context, most: number): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('duplicate_people')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('outdated', '=', true)
    .orderBy('customer_id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}
