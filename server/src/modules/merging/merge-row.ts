import type { Context } from '../../kit/context.ts'
import type { Choices, Moved, NeedsHuman } from '../../kit/module.ts'
import { type DataKey, open, seal } from '../../kit/sealing.ts'
import { outsideId } from '../customers/contract.ts'
import type { Merge } from './contract.ts'
import { sql } from './tables.ts'

export type MergeRow = Awaited<ReturnType<ReturnType<typeof mergeRows>['execute']>>[0]

/** What a merge remembers, sealed with the survivor's key. */
export interface Memory {
  readonly reason: string
  readonly choices: Choices
  /** By the name of the module. */
  readonly moved: Readonly<Record<string, Moved>>
}

export interface Undoing {
  readonly reason: string
  readonly needsHuman: readonly (NeedsHuman & { readonly module: string })[]
}

export const mergeRows = (ctx: Context) => sql(ctx).selectFrom('merges').selectAll().where('tenant_id', '=', ctx.tenant)

export function sealIn(ctx: Context, key: DataKey, column: Column, mergeId: string, content: Memory | Undoing): Buffer {
  return seal(key, place(ctx, column, mergeId), JSON.stringify(content))
}

export const openMemory = (ctx: Context, key: DataKey, { id, sealed }: MergeRow) =>
  openFrom<Memory>(ctx, key, 'sealed', id, sealed)

/** As the log shows it. Without the key only that it happened. */
export function toMerge(ctx: Context, row: MergeRow, key: DataKey | undefined): Merge {
  const memory = key && openMemory(ctx, key, row)
  const counts = sum(Object.values(memory?.moved ?? {}))
  return {
    id: row.id,
    from: outsideId(row.from_id),
    into: outsideId(row.into_id),
    mergedAt: row.merged_at.toISOString(),
    mergedBy: row.merged_by,
    reason: memory?.reason ?? null,
    choices: memory?.choices ?? {},
    ordersMoved: counts['orders'] ?? 0,
    loyaltyPointsMerged: counts['loyaltyPoints'] ?? 0,
    moved: counts,
    undone: row.undone_at === null ? null : toUndone(ctx, row, key, row.undone_at),
  }
}

function toUndone(ctx: Context, row: MergeRow, key: DataKey | undefined, at: Date): Merge['undone'] {
  const undoing = key && openFrom<Undoing>(ctx, key, 'undone_sealed', row.id, row.undone_sealed)
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

function openFrom<Content>(ctx: Context, key: DataKey, column: Column, id: string, sealed: Buffer | null) {
  return sealed === null ? null : (JSON.parse(open(key, place(ctx, column, id), sealed).toString()) as Content)
}

function sum(moved: readonly Moved[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { counts = {} } of moved) {
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  }
  return sums
}

type Column = 'sealed' | 'undone_sealed'
const place = (ctx: Context, column: Column, id: string) => `merges.${column}|${ctx.tenant}|${id}`
