import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { judging } from '../judge.ts'
import { countOutdated } from '../outdated.ts'
import { STATES } from '../shapes.ts'
import { sql } from '../tables.ts'

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
    precision: interval(of('accepted'), of('accepted') + of('rejected') + of('family')),
    threshold: (await judging(ctx)).threshold,
    thresholds: await preview(ctx),
  }
}

export async function openDuplicates(ctx: Context): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('duplicate_suggestions')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('state', '=', 'open')
    .where('gone', '=', false)
    .executeTakeFirstOrThrow()
  return count
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
