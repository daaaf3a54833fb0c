import type { Caller } from '../../kit/caller.ts'
import type { Context } from '../../kit/context.ts'
import type { Database } from '../../kit/database.ts'
import type { Answered, Entrance, Input, KeyedEntrance } from '../../kit/endpoint.ts'
import { onceIn } from '../../kit/idempotency.ts'
import { Refusal } from '../../kit/refusal.ts'
import { inTenant } from '../../kit/transaction.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { unmergeCustomers } from '../merging/index.ts'
import * as api from './contract.ts'
import type { Batch } from './shapes.ts'
import { acceptSuggestion } from './suggestions/decide.ts'
import { suggestionRows } from './suggestions/rows.ts'
import { sql } from './tables.ts'

const MOST = 100
const SHOWN = 50

export const mergeBatch = (entrance: KeyedEntrance, input: Input<typeof api.mergeBatch>): Promise<Answered<Batch>> =>
  mergeOnce(entrance, api.mergeBatch, input, async (ctx) => ({
    least: input.from,
    suggestions: await likeliest(ctx, input.from),
  }))

/** What a batch merges: into this survivor, or each into the proposed one. */
interface Wanted {
  readonly least: number
  readonly suggestions: readonly string[]
  readonly into?: string
  readonly choicesOf?: (suggestionId: string) => MergedChoices
}
type MergedChoices = Input<typeof api.accept>['choices']

/** A repeated request answers with the batch that the first one began. */
export async function mergeOnce(
  entrance: KeyedEntrance,
  endpoint: typeof api.mergeBatch | typeof api.mergeGroup,
  input: unknown,
  look: (ctx: Context) => Promise<Wanted>,
): Promise<Answered<Batch>> {
  const { db, caller, idempotencyKey } = entrance
  let wanted: Wanted = { least: 0, suggestions: [] }
  const begin = (ctx: Context) =>
    onceIn(ctx, entrance, endpoint, input, async () => {
      wanted = await look(ctx)
      const id = uuidv7(ctx.now.getTime())
      await beginBatch(ctx, id, wanted.least)
      return requireBatch(ctx, id)
    })
  const begun = await inTenant(db, caller, begin, { repeatable: idempotencyKey !== undefined })
  const { id } = begun.body
  const { suggestions, into, choicesOf = () => ({}) } = wanted
  if (!begun.replayed)
    for (const suggestionId of suggestions) {
      const asked = { suggestionId, into, choices: choicesOf(suggestionId) }
      await unlessRefused(inTenant(db, caller, (ctx) => acceptSuggestion(ctx, asked, id)))
    }
  return { ...begun, body: await inTenant(db, caller, (ctx) => requireBatch(ctx, id), { readOnly: true }) }
}

/** By the server itself: the batch begins with its first merge, so that there is none where every merge is refused. */
export async function mergeLikeliest(db: Database, caller: Caller, least: number): Promise<void> {
  const id = uuidv7()
  let begun = false
  for (const suggestionId of await readLikeliest(db, caller, least)) {
    const merging = inTenant(db, caller, async (ctx) => {
      if (!begun) await beginBatch(ctx, id, least)
      await acceptSuggestion(ctx, { suggestionId, choices: {} }, id)
    })
    begun = (await unlessRefused(merging)) || begun
  }
}

/** Each is merged in a transaction of its own: one that is refused stops no other. */
const readLikeliest = (db: Database, caller: Caller, least: number) =>
  inTenant(db, caller, (ctx) => likeliest(ctx, least), { readOnly: true })

/** As one, the last first. */
export async function undoBatch({ db, caller }: Entrance, { batchId }: { batchId: string }): Promise<Answered<Batch>> {
  const merges = await inTenant(db, caller, (ctx) => mergesOf(ctx, batchId), { readOnly: true })
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
    .where('score', '>=', least)
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

async function beginBatch(ctx: Context, id: string, least: number): Promise<void> {
  const row = { tenant_id: ctx.tenant, id, made_at: ctx.now, made_by: ctx.caller.actor, least }
  await sql(ctx).insertInto('duplicate_batches').values(row).execute()
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
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
  }
}

/** Whether it was done. */
export const unlessRefused = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
