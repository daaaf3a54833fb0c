import type { Context } from '../../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../../kit/cursor.ts'
import type { Input } from '../../../../kit/endpoint.ts'
import { known } from '../../../../kit/known.ts'
import { outsideId } from '../../../customers/contract.ts'
import { type listHandOvers as endpoint, HandOver } from './contract.ts'
import { sql } from './tables.ts'

const PAGE = 50

export const handOvers = (ctx: Context) =>
  sql(ctx).selectFrom('hand_overs').selectAll().where('tenant_id', '=', ctx.tenant)
export type HandOverRow = Awaited<ReturnType<ReturnType<typeof handOvers>['execute']>>[0]

export async function listHandOvers(ctx: Context, { status, cursor }: Input<typeof endpoint>) {
  const list = `hand-overs ${status}`
  let query = handOvers(ctx).where('decided_at', status === 'open' ? 'is' : 'is not', null)
  if (cursor !== undefined) query = query.where('id', '<', readCursor<[string]>(ctx.keys, list, ctx.now, cursor)[0])
  // Ids grow with time.
  const rows = await query
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute()
  const shown = rows.slice(0, PAGE)
  return {
    items: shown.map(toHandOver),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, list, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

export async function countOpenHandOvers(ctx: Context): Promise<number> {
  const { count } = await handOvers(ctx)
    .where('decided_at', 'is', null)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const { why, decision } = HandOver.shape

export const toHandOver = (row: HandOverRow): HandOver => ({
  id: row.id,
  formerCustomerId: outsideId(row.former_id),
  presentCustomerId: outsideId(row.present_id),
  why: known(why.options, row.why),
  at: row.created_at.toISOString(),
  decision: known(decision.unwrap().options, row.decision),
  decidedAt: row.decided_at?.toISOString() ?? null,
  decidedBy: row.decided_by,
})
