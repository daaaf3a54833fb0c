import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import { type Moved, NEEDS } from '../../kit/personal-data.ts'
import { type DataKey, document, sealedForPerson } from '../../kit/sealed.ts'
import { outsideId } from '../customers/contract.ts'
import type { Merge } from './contract.ts'
import { sql } from './tables.ts'

export type MergeRow = Awaited<ReturnType<ReturnType<typeof mergeRows>['execute']>>[0]

const Side = z.enum(['from', 'into'])
const Counted = z.looseObject({ counts: z.record(z.string(), z.number()).exactOptional() })
/** The merge record, sealed with the survivor's key. */
const Memory = z.object({
  reason: z.string(),
  choices: z.record(z.string(), Side.optional()),
  /** By module name. */
  moved: z.record(z.string(), Counted),
})
const Undoing = z.object({
  reason: z.string(),
  needsHuman: z.array(z.object({ whose: Side, what: z.enum(NEEDS), field: z.string(), module: z.string() })),
})
export type Undoing = z.output<typeof Undoing>

export const memories = sealedForPerson('merges', 'sealed', document(Memory))
export const undoings = sealedForPerson('merges', 'undone_sealed', document(Undoing), { mend: 'clear' })

export const mergeRows = (ctx: Context) => sql(ctx).selectFrom('merges').selectAll().where('tenant_id', '=', ctx.tenant)

/** A merge in the list. Without the key, only the fact that it happened. */
export function toMerge(ctx: Context, row: MergeRow, key: DataKey | undefined): Merge {
  const { value: memory, damaged } = memories.show(ctx, key, row)
  const counts = sum(Object.values(memory?.moved ?? {}))
  return {
    id: row.id,
    from: outsideId(row.from_id),
    into: outsideId(row.into_id),
    mergedAt: row.merged_at.toISOString(),
    mergedBy: row.merged_by,
    reason: memory?.reason ?? null,
    choices: memory?.choices ?? {},
    // Cancelled ones too; merges before there were orders only added up totals.
    ordersMoved: counts['movedOrders'] ?? counts['orders'] ?? 0,
    loyaltyPointsMerged: counts['loyaltyPoints'] ?? 0,
    moved: counts,
    damaged,
    undone: row.undone_at === null ? null : toUndone(ctx, row, key, row.undone_at),
  }
}

function toUndone(ctx: Context, row: MergeRow, key: DataKey | undefined, at: Date): Merge['undone'] {
  const undoing = undoings.show(ctx, key, row).value
  return {
    at: at.toISOString(),
    by: row.undone_by!,
    reason: undoing?.reason ?? null,
    needsHuman: (undoing?.needsHuman ?? []).map(({ whose, ...what }) => ({
      customerId: outsideId(whose === 'from' ? row.from_id : row.into_id),
      ...what,
    })),
  }
}

function sum(moved: readonly Moved[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { counts = {} } of moved) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}
