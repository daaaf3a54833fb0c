import { z } from 'zod'
import type { Caller } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import type { Answered, Entrance, Input, KeyedEntrance } from '../../kit/endpoint.ts'
import { onceIn } from '../../kit/idempotency.ts'
import { Refusal } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { lockPair, refuseRestricted } from '../customers/index.ts'
import { unmergeCustomers } from '../merging/index.ts'
import * as api from './contract.ts'
import { Batch } from './shapes.ts'
import { acceptSuggestion } from './suggestions/decide.ts'
import { requireSuggestion, suggestionRows } from './suggestions/rows.ts'
import { sql } from './tables.ts'

const MOST = 100
const SHOWN = 50

export const mergeBatch = (entrance: KeyedEntrance, input: Input<typeof api.mergeBatch>): Promise<Answered<Batch>> =>
  mergeOnce(entrance, api.mergeBatch, input, async (ctx) => ({
    least: input.from,
    plan: { each: (await likeliest(ctx, input.from)).map((suggestionId) => ({ suggestionId, choices: {} })) },
  }))

/** What a batch merges: into this survivor, or each into the proposed one. */
const Plan = z.object({
  into: z.string().optional(),
  each: z.array(
    z.object({
      suggestionId: z.string(),
      choices: z.record(z.string(), z.enum(['from', 'into'])),
      /** Of the customer that is merged, when it was shown. */
      version: z.int().optional(),
    }),
  ),
})
export type Plan = z.output<typeof Plan>
type Refused = z.output<typeof Batch>['refused']

/** A repeated request answers with the batch that the first one began, and finishes it where that died half-way. */
export async function mergeOnce(
  entrance: KeyedEntrance,
  endpoint: typeof api.mergeBatch | typeof api.mergeGroup,
  input: unknown,
  look: (ctx: Context) => Promise<{ readonly least: number; readonly plan: Plan }>,
): Promise<Answered<Batch>> {
  const { db, caller, idempotencyKey } = entrance
  const begin = (ctx: Context) =>
    onceIn(ctx, entrance, endpoint, input, async () => {
      const { least, plan } = await look(ctx)
      const id = uuidv7(ctx.now.getTime())
      await beginBatch(ctx, id, least, plan)
      return requireBatch(ctx, id)
    })
  const begun = await inTenant(db, caller, begin, { repeatable: idempotencyKey !== undefined })
  const { id } = begun.body
  await carryOut(db, caller, id)
  return { ...begun, body: await inTenant(db, caller, (ctx) => requireBatch(ctx, id), { readOnly: true }) }
}

/** Each in a transaction of its own: one that is refused stops no other. */
async function carryOut(db: Database, caller: Caller, id: string): Promise<void> {
  const plan = await inTenant(db, caller, (ctx) => planOf(ctx, id), { readOnly: true })
  if (!plan) return
  const refused: Refused = []
  for (const one of plan.each) {
    let goesOn = true
    const merging = inTenant(db, caller, async (ctx) => {
      goesOn = await lockPlan(ctx, id)
      if (goesOn) await mergeOne(ctx, id, { ...one, into: plan.into })
    })
    const code = await refusalOf(merging)
    if (!goesOn) return
    if (code !== null) refused.push({ suggestionId: one.suggestionId, code })
  }
  await inTenant(db, caller, (ctx) => endPlan(ctx, id, refused))
}

async function mergeOne(
  ctx: Context,
  batch: string,
  { suggestionId, choices, version, into }: Plan['each'][number] & Pick<Plan, 'into'>,
): Promise<void> {
  const row = await requireSuggestion(ctx, suggestionId, true)
  if (row.state === 'accepted' && row.batch_id === batch) return
  if (version !== undefined && into !== undefined) {
    const [from] = await lockPair(ctx, row.one_id === into ? row.other_id : row.one_id, into, { alone: true })
    refuseRestricted(ctx, from)
    if (from.version !== version) throw api.GroupChanged()
  }
  await acceptSuggestion(ctx, { suggestionId, into, choices }, batch)
}

/** By the server itself: the batch begins with its first merge, so that there is none where every merge is refused. */
export async function mergeLikeliest(db: Database, caller: Caller, least: number): Promise<void> {
  const id = uuidv7()
  let begun = false
  for (const suggestionId of await readLikeliest(db, caller, least)) {
    const merging = inTenant(db, caller, async (ctx) => {
      // Its plan says only that it goes on.
      if (!begun) await beginBatch(ctx, id, least, { each: [] })
      else if (!(await lockPlan(ctx, id))) return
      await acceptSuggestion(ctx, { suggestionId, choices: {} }, id)
    })
    begun = (await unlessRefused(merging)) || begun
  }
  if (begun) await inTenant(db, caller, (ctx) => endPlan(ctx, id, []))
}

const readLikeliest = (db: Database, caller: Caller, least: number) =>
  inTenant(db, caller, (ctx) => likeliest(ctx, least), { readOnly: true })

/** As one, the last first. */
export async function undoBatch({ db, caller }: Entrance, { batchId }: { batchId: string }): Promise<Answered<Batch>> {
  const merges = await inTenant(db, caller, async (ctx) => {
    await endPlan(ctx, batchId, [])
    return mergesOf(ctx, batchId)
  })
  for (const mergeId of merges) {
    await unlessRefused(inTenant(db, caller, (ctx) => unmergeCustomers(ctx, { mergeId, reason: UNDONE })))
  }
  const body = await inTenant(db, caller, async (ctx) => {
    if ((await mergesOf(ctx, batchId)).length === 0) await endBatch(ctx, batchId)
    return requireBatch(ctx, batchId)
  })
  return { body }
}
const UNDONE = 'The batch of merges was undone'

export async function listBatches(ctx: Context): Promise<{ items: Batch[] }> {
  const rows = await batchRows(ctx).orderBy('id', 'desc').limit(SHOWN).execute()
  return { items: await Promise.all(rows.map((row) => toBatch(ctx, row))) }
}

async function likeliest(ctx: Context, least: number): Promise<string[]> {
  const rows = await suggestionRows(ctx)
    .where('state', '=', 'open')
    .where('gone', '=', false)
    .where('vetoed', '=', false)
    .where('undone', '=', false)
    .where('score', '>=', Math.fround(least))
    .orderBy('score', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  // A customer is in one merge at a time; the next round sees what became of it.
  const taken = new Set<string>()
  return rows.flatMap(({ id, one_id, other_id }) => {
    if (taken.has(one_id) || taken.has(other_id)) return []
    taken.add(one_id).add(other_id)
    return [id]
  })
}

async function beginBatch(ctx: Context, id: string, least: number, plan: Plan): Promise<void> {
  const by = { made_at: ctx.now, made_by: ctx.caller.actor }
  const row = { tenant_id: ctx.tenant, id, ...by, least, plan: JSON.stringify(plan) }
  await sql(ctx).insertInto('duplicate_batches').values(row).execute()
}

async function planOf(ctx: Context, id: string): Promise<Plan | null> {
  const row = await batchRows(ctx).where('id', '=', id).executeTakeFirst()
  return Plan.nullable().parse(row?.plan ?? null)
}

/** Whether the batch goes on. An undo, which ends the plan, waits for this transaction and finds its merge. */
async function lockPlan(ctx: Context, id: string): Promise<boolean> {
  const row = await batchRows(ctx).where('id', '=', id).where('plan', 'is not', null).forShare().executeTakeFirst()
  return row !== undefined
}

/** Once: of two that carry it out at the same time the first to end tells what was refused. */
async function endPlan(ctx: Context, id: string, refused: Refused): Promise<void> {
  await sql(ctx)
    .updateTable('duplicate_batches')
    .set({ plan: null, refused: JSON.stringify(refused) })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('plan', 'is not', null)
    .execute()
}

async function endBatch(ctx: Context, id: string): Promise<void> {
  await sql(ctx)
    .updateTable('duplicate_batches')
    .set({ undone_at: ctx.now, undone_by: ctx.caller.actor })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}

async function mergesOf(ctx: Context, batchId: string): Promise<string[]> {
  await requireBatch(ctx, batchId)
  const rows = await suggestionRows(ctx)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'accepted')
    .orderBy('decided_at', 'desc')
    .execute()
  return rows.flatMap(({ merge_id }) => merge_id ?? [])
}

async function requireBatch(ctx: Context, id: string): Promise<Batch> {
  const row = await batchRows(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw api.BatchNotFound()
  return toBatch(ctx, row)
}

const batchRows = (ctx: Context) =>
  sql(ctx).selectFrom('duplicate_batches').selectAll().where('tenant_id', '=', ctx.tenant)

async function toBatch(
  ctx: Context,
  row: Awaited<ReturnType<ReturnType<typeof batchRows>['execute']>>[0],
): Promise<Batch> {
  const { count } = await sql(ctx)
    .selectFrom('duplicate_suggestions')
    .select((q) => q.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('batch_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    from: row.least,
    merges: Number(count),
    refused: Batch.shape.refused.parse(row.refused),
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
  }
}

/** Null where it was done. */
export const refusalOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.kind.code
      throw error
    },
  )

/** Whether it was done. */
const unlessRefused = async (work: Promise<unknown>): Promise<boolean> => (await refusalOf(work)) === null
