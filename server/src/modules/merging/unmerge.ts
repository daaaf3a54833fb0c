import type { Context } from '../../kit/context.ts'
import { outsideId } from '../customers/contract.ts'
import { keyOf, lockPair, refuseRestricted } from '../customers/index.ts'
import { AlreadyUndone, type Merge, MergeNotFound, UndoLaterFirst } from './contract.ts'
import { CustomersUnmerged } from './events.ts'
import { type MergeRow, memories, mergeRows, toMerge, type Undoing, undoings } from './merge-row.ts'
import { sql } from './tables.ts'

/** Undoes a merge: every module moves back what it moved and reports what changed since. */
export async function unmergeCustomers(
  ctx: Context,
  { mergeId, reason }: { mergeId: string; reason: string },
): Promise<Merge> {
  const row = await mergeRows(ctx).where('id', '=', mergeId).forUpdate().executeTakeFirst()
  if (!row) throw MergeNotFound()
  if (row.undone_at !== null) throw AlreadyUndone()
  const { id, from_id: from, into_id: into } = row
  const [source, survivor] = await lockPair(ctx, from, into, { alone: true })
  for (const one of [source, survivor]) refuseRestricted(ctx, one)
  const first = await laterMerge(ctx, row)
  if (first) throw UndoLaterFirst({ mergeId: first.id })

  const key = keyOf(ctx, survivor)
  const { moved } = memories.require(ctx, key, row)
  const needsHuman: Undoing['needsHuman'][number][] = []
  for (const [module, hooks] of ctx.personalData) {
    // A module added after the merge moved nothing.
    if (moved[module] === undefined) continue
    await hooks.unmerge(ctx, from, into, moved[module], (what) => void needsHuman.push({ ...what, module }))
  }
  const undone = {
    undone_at: ctx.now,
    undone_by: ctx.caller.actor,
    undone_sealed: undoings.seal(ctx, key, { id }, { reason, needsHuman }),
  }
  await sql(ctx).updateTable('merges').set(undone).where('tenant_id', '=', ctx.tenant).where('id', '=', id).execute()

  ctx.emit(CustomersUnmerged({ customerId: into, restoredId: from, mergeId: id }))
  const before = { mergedInto: outsideId(into) }
  const theirs = { id: from, key: keyOf(ctx, source) }
  ctx.audit({ action: 'customer.unmerged', customer: theirs, fields: ['mergedInto'], before, reason })
  const absorbed = { absorbed: outsideId(from) }
  ctx.audit({
    action: 'customer.released',
    customer: { id: into, key: theirs.key },
    fields: ['absorbed'],
    before: absorbed,
    reason,
  })
  return toMerge(ctx, { ...row, ...undone }, key)
}

/** The merge to be undone before this one: the last that depends on it. */
async function laterMerge(ctx: Context, { into_id, ordinal }: MergeRow): Promise<MergeRow | undefined> {
  const later = await mergeRows(ctx)
    .where((q) => q.or([q('from_id', '=', into_id), q('into_id', '=', into_id)]))
    .where('ordinal', '>', ordinal)
    .where('undone_at', 'is', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return later && ((await laterMerge(ctx, later)) ?? later)
}
