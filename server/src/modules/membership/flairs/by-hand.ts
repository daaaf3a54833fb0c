import type { Context } from '../../../kit/context.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { keyHolder } from '../../customers/index.ts'
import { flairsOf } from '../catalogue/versions.ts'
import type * as api from '../contract.ts'
import { FlairAwarded, FlairRemoved } from '../events.ts'
import { FLAIR_UNKNOWN } from '../problems.ts'
import { FlairHeld, FlairNotHeld } from '../refusals.ts'
import type { HeldFlair } from '../shapes.ts'
import { sql } from '../tables.ts'
import { flairRows, toFlair } from './rows.ts'

export async function listFlairs(
  ctx: Context,
  { customerId }: { readonly customerId: string },
): Promise<Output<typeof api.listFlairs>> {
  await keyHolder(ctx, customerId)
  const catalogue = await flairsOf(ctx)
  const rows = await heldBy(ctx, customerId)
  return { items: rows.map((row) => toFlair(ctx, catalogue, row)) }
}

export const heldBy = (ctx: Context, customerId: string) =>
  flairRows(ctx)
    .where('customer_id', '=', customerId)
    .where('removed_at', 'is', null)
    .orderBy('earned_at')
    .orderBy('id')
    .execute()

/** Also one that was taken away before: people may give it again, rules may not. */
export async function awardFlair(
  ctx: Context,
  { customerId, flairId, earnedAt = ctx.now }: Input<typeof api.awardFlair>,
): Promise<HeldFlair> {
  const { key } = await keyHolder(ctx, customerId, 'for update')
  const catalogue = await flairsOf(ctx)
  if (!catalogue.flairs.some((flair) => flair.key === flairId && flair.offered))
    throw unfitField('flairId', FLAIR_UNKNOWN)
  const row = await sql(ctx)
    .insertInto('customer_flairs')
    .values({
      tenant_id: ctx.tenant,
      id: uuidv7(ctx.now.getTime()),
      customer_id: customerId,
      flair: flairId,
      rule: null,
      earned_at: earnedAt,
      awarded_by: ctx.caller.actor,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'customer_id', 'flair'])
        .doUpdateSet({ removed_at: null, rule: null, earned_at: earnedAt, awarded_by: ctx.caller.actor })
        .where('customer_flairs.removed_at', 'is not', null),
    )
    .returning(['id', 'customer_id', 'flair', 'rule', 'earned_at', 'removed_at'])
    .executeTakeFirst()
  if (!row) throw FlairHeld()
  ctx.emit(FlairAwarded({ customerId, flair: flairId, rule: null }))
  ctx.audit({
    action: 'flair.awarded',
    customer: { id: customerId, key },
    fields: ['flair'],
    after: { flair: flairId },
  })
  return toFlair(ctx, catalogue, row)
}

/** The row stays, so that no rule gives it again. */
export async function removeFlair(
  ctx: Context,
  { customerId, flairId }: Input<typeof api.removeFlair>,
): Promise<HeldFlair> {
  const { key } = await keyHolder(ctx, customerId, 'for update')
  const row = await sql(ctx)
    .updateTable('customer_flairs')
    .set({ removed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('flair', '=', flairId)
    .where('removed_at', 'is', null)
    .returning(['id', 'customer_id', 'flair', 'rule', 'earned_at', 'removed_at'])
    .executeTakeFirst()
  if (!row) throw FlairNotHeld()
  ctx.emit(FlairRemoved({ customerId, flair: flairId }))
  ctx.audit({
    action: 'flair.removed',
    customer: { id: customerId, key },
    fields: ['flair'],
    before: { flair: flairId },
  })
  return toFlair(ctx, await flairsOf(ctx), row)
}
