import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { unfitFields } from '../../../kit/invalid.ts'
import { outsideId } from '../../customers/contract.ts'
import { namesOf } from '../../customers/index.ts'
import { runUnderWay } from '../applying/runs.ts'
import { currentProgram, outcomes } from '../deciding/current.ts'
import { isKept } from '../deciding/keep.ts'
import { NotBegun, StillApplying } from '../refusals.ts'
import { unfitDefinitions } from '../rules/check.ts'
import type { Definitions } from '../rules/grammar.ts'
import { offeredAttributes } from '../rules/members.ts'
import { type Program, programOf } from '../rules/program.ts'
import { sql } from '../tables.ts'

const SAMPLE = 20
/** What an application writes for each customer who changes, on a small machine. */
const CHANGES_PER_SECOND = 4_000

interface Compared {
  readonly moves: readonly { from: string | null; to: string; customers: number }[] | null
  readonly tags: readonly { key: string; now: number; after: number; gain: number; lose: number }[] | null
  readonly sample: readonly { id: string; from: string | null; to: string }[] | null
}

/** What would become of each customer, by the same statement that applies the rules. Nothing is written. */
export async function previewSegments(ctx: Context, definitions: Definitions) {
  const wrong = unfitDefinitions(definitions, await offeredAttributes(ctx))
  if (wrong.length > 0) throw unfitFields(wrong)
  const program = programOf(ctx.keys, ctx.attributes, definitions, 0)
  await requireKept(ctx, program)
  const began = performance.now()
  const { moves, tags, sample } = await compare(ctx, program)
  const took = Math.round(performance.now() - began)
  const all = moves ?? []
  const keys = [...definitions.segments.map(({ key }) => key), definitions.otherwise.key]
  const former = all.flatMap(({ from }) => (from === null || keys.includes(from) ? [] : [from]))
  const changing = sum(all.filter(({ from, to }) => from !== to))
  return {
    segments: [...keys, ...new Set(former)].map((key) => ({
      key,
      now: sum(all.filter(({ from }) => from === key)),
      after: sum(all.filter(({ to }) => to === key)),
      come: sum(all.filter(({ from, to }) => to === key && from !== key)),
      go: sum(all.filter(({ from, to }) => from === key && to !== key)),
    })),
    tags: (tags ?? []).map(({ key, now, after, gain, lose }) => ({ key, now, after, come: gain, go: lose })),
    customers: sum(all),
    changing,
    sample: await named(ctx, sample ?? []),
    took,
    secondsToApply: Math.ceil(took / 1000 + changing / CHANGES_PER_SECOND),
    asOf: ctx.now.toISOString(),
  }
}

const sum = (moves: readonly { readonly customers: number }[]) =>
  moves.reduce((total, { customers }) => total + customers, 0)

/** What is derived from sealed values is known once it was collected of every customer. */
async function requireKept(ctx: Context, { slots }: Program): Promise<void> {
  if (!slots.some(({ attribute }) => isKept(attribute))) return
  if ((await currentProgram(ctx)) === null) throw NotBegun()
  if ((await runUnderWay(ctx))?.keeps) throw StillApplying()
}

async function compare(ctx: Context, program: Program): Promise<Compared> {
  const { rows } = await raw<Compared>`
    with compared as materialized (
      select judged.id, m.segment as from_segment, judged.segment as to_segment, coalesce(m.tags, '{}') as from_tags, judged.tags as to_tags
        from (${outcomes(ctx, program, null, null)}) judged
        left join segment_members m on m.tenant_id = ${ctx.tenant} and m.customer_id = judged.id)
    select
      (select json_agg(move) from (select from_segment as "from", to_segment as "to", count(*) as customers
                                     from compared group by 1, 2) move) as moves,
      (select json_agg(tag) from (
         select key, count(*) filter (where key = any(from_tags)) as now, count(*) filter (where key = any(to_tags)) as after,
                count(*) filter (where key = any(to_tags) and not key = any(from_tags)) as gain,
                count(*) filter (where key = any(from_tags) and not key = any(to_tags)) as lose
           from compared, unnest(from_tags || to_tags) with ordinality as one(key, place)
          where place = array_position(from_tags || to_tags, key) group by key order by key) tag) as tags,
      (select json_agg(one) from (select id, from_segment as "from", to_segment as "to" from compared
                                   where from_segment is distinct from to_segment
                                   order by hashtextextended(id::text, 0) limit ${SAMPLE}) one) as sample`.execute(
    sql(ctx),
  )
  return rows[0]!
}

async function named(ctx: Context, sample: NonNullable<Compared['sample']>) {
  const names = await namesOf(
    ctx,
    sample.map(({ id }) => id),
  )
  return sample.flatMap(({ id, from, to }) => {
    const one = names.get(id)
    return one ? [{ customerId: outsideId(id), number: one.number, name: one.name, from, to }] : []
  })
}
