import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { MOST_WITH_TOKEN } from '../candidates.ts'
import { judging } from '../judge.ts'
import { countOutdated } from '../outdated.ts'
import { STATES } from '../shapes.ts'
import { sql } from '../tables.ts'
import { openRows } from './rows.ts'

const THRESHOLDS = [-3, 0, 2, 4, 6, 8, 10, 15, 20, 30]

export async function duplicateStatistics(ctx: Context) {
  const { rows } = await raw<{ state: string; count: number }>`
    select state, count(*)::int as count from duplicate_suggestions
     where tenant_id = ${ctx.tenant} and (not gone or state = 'accepted') group by state`.execute(sql(ctx))
  const counts = new Map(rows.map(({ state, count }) => [known(STATES, state), count]))
  const of = (state: (typeof STATES)[number]) => counts.get(state) ?? 0
  return {
    waiting: await countOutdated(ctx),
    states: {
      open: of('open'),
      put_off: of('put_off'),
      accepted: of('accepted'),
      rejected: of('rejected'),
      family: of('family'),
    },
    listed: await openDuplicates(ctx),
    precision: await precision(ctx),
    leftOut: await leftOut(ctx),
    threshold: (await judging(ctx)).threshold,
    thresholds: await preview(ctx),
  }
}

/** As many as the list has. */
export async function openDuplicates(ctx: Context): Promise<number> {
  const { threshold } = await judging(ctx)
  const { count } = await openRows(ctx, threshold)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Of many customers the tokens of a part are counted, and speak for all: tokens are spread evenly. */
const COUNTED_WHOLE = 20_000
const PARTS = 64
const TOKENS = 2 ** 32

/** Where too many meet for anyone to be compared. */
async function leftOut(ctx: Context) {
  const { customers } = await sql(ctx)
    .selectFrom('duplicate_people')
    .select((q) => q.fn.countAll<number>().as('customers'))
    .where('tenant_id', '=', ctx.tenant)
    .executeTakeFirstOrThrow()
  const parts = Number(customers) > COUNTED_WHOLE ? PARTS : 1
  const { rows } = await raw<{ blocks: number; most: number }>`
    select count(*)::int as blocks, coalesce(max(size), 0)::int as most
      from (select count(*) as size from duplicate_tokens
             where tenant_id = ${ctx.tenant} and token < ${TOKENS / parts - TOKENS / 2}::bigint
             group by token having count(*) > ${MOST_WITH_TOKEN}) as large`.execute(sql(ctx))
  const [{ blocks, most } = { blocks: 0, most: 0 }] = rows
  return { cap: MOST_WITH_TOKEN, blocks: blocks * parts, largest: most }
}

/** Of what a person decided about one pair: a merge that was undone was wrong, and no one looked at what a batch merged. */
async function precision(ctx: Context) {
  const { rows } = await raw<{ right: number; wrong: number }>`
    select count(*) filter (where state = 'accepted' and batch_id is null)::int as right,
           count(*) filter (where state in ('rejected', 'family')
                               or (undone and state in ('open', 'put_off') and batch_id is null))::int as wrong
      from duplicate_suggestions
     where tenant_id = ${ctx.tenant}`.execute(sql(ctx))
  const [{ right, wrong } = { right: 0, wrong: 0 }] = rows
  return interval(right, right + wrong)
}

/** A pair of so many bits is wrong once in so many. */
async function preview(ctx: Context) {
  const { rows } = await raw<{ threshold: number; open: number; wrong: number }>`
    select threshold::float8 as threshold, count(s.id)::int as open,
           coalesce(sum(1 / (1 + power(2::float8, least(s.score, 60)::float8))) filter (where s.id is not null), 0)::float8 as wrong
      from unnest(${THRESHOLDS}::float8[]) as threshold
      left join duplicate_suggestions s
        on s.tenant_id = ${ctx.tenant} and s.state = 'open' and not s.gone and s.score >= threshold
     group by threshold order by threshold`.execute(sql(ctx))
  return rows.map(({ threshold, open, wrong }) => ({ threshold, open, expectedWrong: wrong }))
}

/** Wilson's interval of 95 %. */
export function interval(right: number, decided: number) {
  if (decided === 0) return null
  const z = 1.96
  const share = right / decided
  const middle = (share + (z * z) / (2 * decided)) / (1 + (z * z) / decided)
  const wide =
    (z / (1 + (z * z) / decided)) * Math.sqrt((share * (1 - share)) / decided + (z * z) / (4 * decided * decided))
  return { decided, estimate: share, low: Math.max(0, middle - wide), high: Math.min(1, middle + wide) }
}
