import type { Context } from '../../../kit/context.ts'
import { keyHolder } from '../../customers/index.ts'
import { rowsOf, toInteraction } from './read.ts'

/** The interactions of a customer, the latest first, behind a place. */
export async function interactionMoments(
  ctx: Context,
  customerId: string,
  after: readonly [at: Date, id: string] | null,
  limit: number,
) {
  const customer = await keyHolder(ctx, customerId)
  const all = rowsOf(ctx, customerId)
  const rows = after ? all.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(...after))) : all
  const found = await rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return found.map((row) => ({ at: row.at, id: row.id, interaction: toInteraction(ctx, customer, row) }))
}
