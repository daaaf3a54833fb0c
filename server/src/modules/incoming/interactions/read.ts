import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { outsideId } from '../../customers/contract.ts'
import { type KeyHolder, keyHolder } from '../../customers/index.ts'
import { SENTIMENTS } from '../shapes.ts'
import { sql } from '../tables.ts'
import type * as api from './contract.ts'
import type { Interaction } from './contract.ts'
import { recordInteraction, told } from './record.ts'

export const rowsOf = (ctx: Context, customerId: string) =>
  sql(ctx)
    .selectFrom('interactions')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[0]

export async function listInteractions(
  ctx: Context,
  { customerId, kind, limit, cursor }: Input<typeof api.listInteractions>,
) {
  const customer = await keyHolder(ctx, customerId)
  const list = `interactions ${customerId} ${kind ?? ''}`
  const after = cursor === undefined ? null : readCursor<[number, string]>(ctx.keys, list, ctx.now, cursor)
  const all = kind === undefined ? rowsOf(ctx, customerId) : rowsOf(ctx, customerId).where('kind', '=', kind)
  const page = after
    ? all.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), '<', tuple(new Date(after[0]), after[1])))
    : all
  const rows = await page
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1)! : null
  const { total } = await all
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    items: items.map((row) => toInteraction(ctx, customer, row)),
    nextCursor: last && writeCursor(ctx.keys, list, ctx.now, [last.at.getTime(), last.id]),
    total,
  }
}

export async function addInteraction(ctx: Context, input: Input<typeof api.addInteraction>): Promise<Interaction> {
  const id = await recordInteraction(ctx, { ...input, kind: 'ticket', source: ctx.caller.actor })
  const customer = await keyHolder(ctx, input.customerId)
  return toInteraction(
    ctx,
    customer,
    await rowsOf(ctx, input.customerId).where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

/** Interests follow from the reviews of a customer. */
export async function listInterests(
  ctx: Context,
  { customerId }: { customerId: string },
): Promise<Output<typeof api.listInterests>> {
  await keyHolder(ctx, customerId)
  const reviews = await rowsOf(ctx, customerId).where('kind', '=', 'review').execute()
  const found = new Map<string, { sum: number; reviews: number; last: number }>()
  for (const { category, tags, rating, at } of reviews) {
    for (const interest of new Set([...(category === null ? [] : [category]), ...tags])) {
      const { sum = 0, reviews: before = 0, last = 0 } = found.get(interest) ?? {}
      found.set(interest, {
        sum: sum + (rating ?? 3),
        reviews: before + 1,
        last: Math.max(last, at.getTime()),
      })
    }
  }
  const items = [...found].map(([interest, { sum, reviews, last }]) => ({
    interest,
    reviews,
    rating: Math.round((sum / reviews) * 100) / 100,
    lastAt: new Date(last).toISOString(),
  }))
  return {
    items: items.sort((a, b) => b.rating - a.rating || b.reviews - a.reviews || (a.interest < b.interest ? -1 : 1)),
  }
}

export function toInteraction(ctx: Context, { keys }: Pick<KeyHolder, 'keys'>, row: Row): Interaction {
  const { value, damaged } = told.show(ctx, keys, row)
  return {
    id: row.id,
    customerId: outsideId(row.customer_id),
    kind: known(['ticket', 'review'], row.kind),
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    source: row.source,
    externalId: value?.externalId ?? null,
    channel: row.channel,
    sku: row.sku,
    category: row.category,
    tags: row.tags,
    rating: row.rating,
    subject: value?.subject ?? null,
    text: value?.text ?? null,
    sentiment:
      row.sentiment === null
        ? null
        : { value: known(SENTIMENTS, row.sentiment), by: known(['given', 'words'], row.sentiment_by ?? '') },
    damaged,
  }
}
