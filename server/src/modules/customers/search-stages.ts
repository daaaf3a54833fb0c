import { type RawBuilder, sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { PreparedQuery, Stage } from './search/query.ts'
import { isCommon, noteCommon, RARE_AT_MOST } from './search-commonness.ts'
import { hashed } from './search-tokens.ts'
import { sql } from './tables.ts'

/** In which stage a customer is reached, and where in it: the latest change of identity comes first. */
export type Place = readonly [stage: number, changedAt: number, id: string]

/**
 * Who may fit, stage by stage: a customer is in the first stage whose tokens it carries. One statement; PostgreSQL asks a
 * stage only when those before it gave too few. A superset of those who fit: tokens can collide, and beginnings are rounded.
 */
export async function candidates(
  ctx: Context,
  { stages }: PreparedQuery,
  after: Place | null,
  limit: number,
): Promise<Place[]> {
  const asked = stages.map((stage, index) => ({ index, tokens: tokensOf(ctx, stage) }))
  const left = asked.filter(({ index }) => index >= (after?.[0] ?? 0))
  if (left.length === 0) return []
  const parts = left.map(({ index, tokens }) => {
    const earlier = asked.slice(0, index).map((stage) => stage.tokens)
    const from = after?.[0] === index ? after : null
    const choose = isCommon(ctx.tenant, tokens) ? alongTheDate : byTheTokens
    return choose(ctx, index, raw<boolean>`${carries(tokens)}${raw.join(earlier.map(notIn), raw``)}`, from, limit)
  })
  const { rows } = await raw<Row>`
    select stage, id, updated_at as at, found from (${raw.join(parts, raw` union all `)}) as stages /* of tenant_id */
    limit ${limit}`.execute(sql(ctx))
  const common = left.filter(({ index }) => rows.some((row) => row.stage === index && row.found > RARE_AT_MOST))
  for (const { tokens } of common) noteCommon(ctx.tenant, tokens)
  if (common.length > 0) return candidates(ctx, { stages } as PreparedQuery, after, limit)
  return rows.map(({ stage, id, at }) => [stage, at.getTime(), id])
}

interface Row {
  readonly stage: number
  readonly id: string
  readonly at: Date
  /** How many carry the tokens, where they were counted. */
  readonly found: number
}
type Tokens = readonly (readonly number[])[]
type Part = (
  ctx: Context,
  index: number,
  condition: RawBuilder<boolean>,
  after: Place | null,
  limit: number,
) => RawBuilder<Row>

const tokensOf = (ctx: Context, { all }: Stage): Tokens => all.map((terms) => hashed(ctx, terms))

/** Of each part of a query one token. */
export function carries(tokens: Tokens): RawBuilder<boolean> {
  const alone = tokens.filter((some) => some.length === 1).flat()
  const conditions = tokens
    .filter((some) => some.length > 1)
    .map((some) => raw`tokens && ${some}::int[]`)
    .concat(alone.length > 0 ? [raw`tokens @> ${alone}::int[]`] : [])
  return conditions.length > 0 ? raw`(${raw.join(conditions, raw` and `)})` : raw`true`
}
const notIn = (tokens: Tokens) => raw` and not ${carries(tokens)}`

/** Few carry the tokens: all of them, sorted. More than a few are not sorted, but looked for along the date. */
const byTheTokens: Part = (_ctx, index, condition, after, limit) => raw`(
  select ${raw.lit(index)} as stage, id, updated_at, (count(*) over ())::int as found from (
    select id, updated_at from customer_tokens where ${condition}${before(after)} limit ${RARE_AT_MOST + 1}
  ) as few order by updated_at desc, id desc limit ${limit})`

/** Many do: the latest of the tenant one by one, until the page is full. */
const alongTheDate: Part = (ctx, index, condition, after, limit) => raw`(
  select ${raw.lit(index)} as stage, id, updated_at, 0 as found from (
    select id, updated_at, tokens from customer_tokens where tenant_id = ${ctx.tenant}${before(after)}
    order by updated_at desc, id desc offset 0
  ) as latest where ${condition} limit ${limit})`

const before = (after: Place | null) =>
  after === null ? raw`` : raw` and (updated_at, id) < (${new Date(after[1])}::timestamptz, ${after[2]}::uuid)`
