import type { Context } from '../../../kit/context.ts'
import type { NewCustomer } from '../../customers/contract.ts'

/** Finds for each of these new customers the existing one that is probably the same person, or null. */
export type FindLikely = (ctx: Context, rows: readonly NewCustomer[]) => Promise<readonly (string | null)[]>

let find: FindLikely | null = null

/** Names the module that compares people: once, where the modules are collected. Without one no row is a likely duplicate. */
export const compareBy = (scorer: FindLikely | null): void => {
  find = scorer
}

export const likely: FindLikely = async (ctx, rows) =>
  find === null || rows.length === 0 ? rows.map(() => null) : find(ctx, rows)
