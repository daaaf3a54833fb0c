import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import type { Input } from '../../kit/endpoint.ts'
import { apartAgain } from '../customers/index.ts'
import { standingMerges } from '../merging/index.ts'
import { type doubts as endpoint, MergeNotDoubted } from './contract.ts'
import { type Judge, judged, judgedFor, judging } from './judge.ts'
import type { Doubt } from './shapes.ts'
import { sql } from './tables.ts'

/** A merge no longer looks right when its two would not be suggested any more, and it was otherwise when they were merged. */
const FALLEN_BITS = 5
const FIRST_PAGE = 50

/** Weighs the merges into these customers again: the two as an undo would give them. */
export async function lookAtMerges(ctx: Context, judge: Judge, survivors: readonly string[]): Promise<void> {
  const weighed = await weighedAgain(ctx, judge, survivors, judged)
  if (weighed.length === 0) return
  const rows = await mergeRows(ctx)
    .where(
      'merge_id',
      'in',
      weighed.map(({ id }) => id),
    )
    .execute()
  const known = new Map(rows.map((row) => [row.merge_id, row]))
  const written = weighed.map(({ id, from, into, score }) => {
    const { score_then = score, doubted_since = null } = known.get(id) ?? {}
    const isDoubted = score < judge.threshold && score_then - score >= FALLEN_BITS
    const doubted = isDoubted ? (doubted_since ?? ctx.now) : null
    const pair = { tenant_id: ctx.tenant, merge_id: id, from_id: from, into_id: into }
    return { ...pair, score_then, score, doubted_since: doubted }
  })
  await sql(ctx)
    .insertInto('duplicate_merges')
    .values(written)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'merge_id']).doUpdateSet((q) => ({
        score: q.ref('excluded.score'),
        doubted_since: q.ref('excluded.doubted_since'),
      })),
    )
    .execute()
}

/** Merges that no longer look right, the latest first, with why. */
export async function listDoubts(ctx: Context, { customerId, limit, cursor }: Input<typeof endpoint>) {
  const name = `doubts ${customerId ?? ''}`
  const after = cursor === undefined ? null : readCursor<Place>(ctx.keys, name, ctx.now, cursor)
  const found = await mergeRows(ctx)
    .where('doubted_since', 'is not', null)
    .$if(customerId !== undefined, (query) => query.where('into_id', '=', customerId!))
    .$if(after !== null, (query) => {
      const since = new Date(after![0])
      return query.where((q) =>
        q.or([q('doubted_since', '<', since), q.and([q('doubted_since', '=', since), q('merge_id', '<', after![1])])]),
      )
    })
    .orderBy('doubted_since', 'desc')
    .orderBy('merge_id', 'desc')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const judge = await judging(ctx)
  const weighed = await weighedAgain(ctx, judge, [...new Set(rows.map(({ into_id }) => into_id))], (one) =>
    judgedFor(ctx, one),
  )
  const items = rows.flatMap(({ merge_id, score_then, doubted_since }): Doubt[] => {
    const now = weighed.find(({ id }) => id === merge_id)
    if (!now || doubted_since === null) return []
    const { customers, explanation } = now
    return [{ mergeId: merge_id, customers, explanation, scoreThen: score_then, since: doubted_since.toISOString() }]
  })
  const places = items.map(({ since, mergeId }) => [since, mergeId])
  // Those left out may be the last.
  const next = found.length > limit && last !== undefined && [last.doubted_since!.toISOString(), last.merge_id]
  return { items, ...placed(ctx, name, places, next) }
}
type Place = readonly [since: string, id: string]

/** It is right as it is: what was found out since is no reason any more. */
export async function keepMerge(ctx: Context, { mergeId }: { readonly mergeId: string }) {
  const { numUpdatedRows } = await sql(ctx)
    .updateTable('duplicate_merges')
    .set((q) => ({ score_then: q.ref('score'), doubted_since: null }))
    .where('tenant_id', '=', ctx.tenant)
    .where('merge_id', '=', mergeId)
    .where('doubted_since', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw MergeNotDoubted()
  ctx.audit({ action: 'duplicates.merge_kept', customer: null, fields: ['merge'], after: { merge: mergeId } })
  return listDoubts(ctx, { limit: FIRST_PAGE })
}

/** A merge that was undone is no question any more. */
export async function forgetMerge(ctx: Context, mergeId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('duplicate_merges')
    .where('tenant_id', '=', ctx.tenant)
    .where('merge_id', '=', mergeId)
    .execute()
}

const mergeRows = (ctx: Context) =>
  sql(ctx).selectFrom('duplicate_merges').selectAll().where('tenant_id', '=', ctx.tenant)

async function weighedAgain(ctx: Context, judge: Judge, survivors: readonly string[], as: typeof judged) {
  const merges = await standingMerges(ctx, survivors)
  const apart = await apartAgain(ctx, merges)
  return merges.flatMap(({ id, from, into }, index) => {
    const two = apart[index]
    if (!two) return []
    // Where they are is the survivor's by now.
    const [one, other] = [two.into, two.from].map((customer) =>
      as({ ...customer, person: { ...customer.person, places: [] } }),
    )
    const explanation = judge.explain(one!, other!)
    return [{ id, from, into, score: explanation.score, explanation, customers: [two.into.shown(), two.from.shown()] }]
  })
}
