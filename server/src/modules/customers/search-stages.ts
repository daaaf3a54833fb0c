import { type RawBuilder, sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { PreparedQuery, Stage } from './search/query.ts'
import { areMore, fewAtMost, noteCarriers } from './search-commonness.ts'
import { hashed } from './search-tokens.ts'
import { sql } from './tables.ts'

/** In which stage a customer is reached, and where in it: the latest change of identity comes first. Or a stage’s beginning. */
export type Place = Reached | readonly [stage: number, changedAt?: undefined, id?: undefined]
export type Reached = readonly [stage: number, changedAt: number, id: string]

export interface Asked {
  readonly from: Place
  /** The stage before which to stop. */
  readonly until: number
  readonly limit: number
}

/**
 * Who may fit, stage by stage: a customer is in the first stage whose tokens it carries. One statement; PostgreSQL asks a
 * stage only when those before it gave too few. A superset of those who fit: tokens can collide, and beginnings are rounded.
 */
export async function candidates(
  ctx: Context,
  { stages }: Pick<PreparedQuery, 'stages'>,
  asked: Asked,
): Promise<Reached[]> {
  const { from, until, limit } = asked
  const known = stages.slice(0, until).map((stage, index) => ({ index, tokens: tokensOf(ctx, stage) }))
  const left = known.slice(from[0])
  if (left.length === 0) return []
  const parts = left.map(({ index, tokens }) => {
    const most = fewAtMost(tokens, limit)
    const earlier = known.slice(0, index).map((stage) => stage.tokens)
    const part = { index, limit, most, after: from[0] === index && from[2] !== undefined ? from : null }
    const choose = areMore(ctx.tenant, tokens, most) ? alongTheDate : byTheTokens
    return choose(ctx, part, raw<boolean>`${carries(tokens)}${raw.join(earlier.map(notIn), raw``)}`)
  })
  const { rows } = await raw<Row>`
    select stage, id, updated_at as at, found from (${raw.join(parts, raw` union all `)}) as stages /* of tenant_id */
    limit ${limit}`.execute(sql(ctx))
  const common = left.flatMap(({ index, tokens }) => {
    const found = rows.find(({ stage }) => stage === index)?.found ?? 0
    return found > fewAtMost(tokens, limit) ? [{ tokens, found }] : []
  })
  for (const { tokens, found } of common) noteCarriers(ctx.tenant, tokens, found)
  if (common.length > 0) return candidates(ctx, { stages }, asked)
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
interface PartOf {
  readonly index: number
  readonly after: Reached | null
  readonly limit: number
  /** Carriers that are read and sorted. */
  readonly most: number
}
type Part = (ctx: Context, part: PartOf, condition: RawBuilder<boolean>) => RawBuilder<Row>

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
const byTheTokens: Part = (_ctx, { index, after, limit, most }, condition) => raw`(
  select ${raw.lit(index)} as stage, id, updated_at, (count(*) over ())::int as found from (
    select id, updated_at from customer_tokens where ${condition}${before(after)} limit ${most + 1}
  ) as few order by updated_at desc, id desc limit ${limit})`

/** Many do: the latest of the tenant one by one, until the page is full. */
const alongTheDate: Part = (ctx, { index, after, limit }, condition) => raw`(
  select ${raw.lit(index)} as stage, id, updated_at, 0 as found from (
    select id, updated_at, tokens from customer_tokens where tenant_id = ${ctx.tenant}${before(after)}
    order by updated_at desc, id desc offset 0
  ) as latest where ${condition} limit ${limit})`

const before = (after: Reached | null) =>
  after === null ? raw`` : raw` and (updated_at, id) < (${new Date(after[1])}::timestamptz, ${after[2]}::uuid)`
