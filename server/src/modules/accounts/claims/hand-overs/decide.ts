import type { Context } from '../../../../kit/context.ts'
import { mergeCustomers } from '../../../merging/index.ts'
import type { HandOver } from './contract.ts'
import { type HandOverRow, handOvers, toHandOver } from './list.ts'
import { AlreadyDecided, HandOverNotFound } from './refusals.ts'
import { sql } from './tables.ts'

interface Which {
  readonly handOverId: string
}

export async function mergeHandOver(ctx: Context, { handOverId }: Which): Promise<HandOver> {
  const row = await requireOpen(ctx, handOverId)
  await mergeCustomers(ctx, { from: row.present_id, into: row.former_id, reason: 'The number did not change hands' })
  return decide(ctx, row, 'merged')
}

export async function dismissHandOver(ctx: Context, { handOverId }: Which): Promise<HandOver> {
  return decide(ctx, await requireOpen(ctx, handOverId), 'dismissed')
}

async function requireOpen(ctx: Context, id: string): Promise<HandOverRow> {
  const row = await handOvers(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw HandOverNotFound()
  if (row.decided_at !== null) throw AlreadyDecided()
  return row
}

async function decide(ctx: Context, row: HandOverRow, decision: 'merged' | 'dismissed'): Promise<HandOver> {
  const decided = { decision, decided_at: ctx.now, decided_by: ctx.caller.actor }
  await sql(ctx)
    .updateTable('hand_overs')
    .set(decided)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  ctx.audit({ action: `hand_over.${decision}`, customer: null, fields: [], after: { id: row.id } })
  return toHandOver({ ...row, ...decided })
}
