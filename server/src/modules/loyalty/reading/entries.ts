import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { placed, readCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { outsideId } from '../../customers/contract.ts'
import { everyoneIn, keyHolder } from '../../customers/index.ts'
import { outsideOrderId } from '../../orders/contract.ts'
import type { balanceAt as balanceAtEndpoint, listEntries as listEndpoint } from '../contract.ts'
import { KINDS, notes } from '../ledger/entry.ts'
import { NOTHING, volumesIn } from '../ledger/volumes.ts'
import { Why } from '../rules/why.ts'
import type { ShownEntry } from '../shapes.ts'
import { sql } from '../tables.ts'
import { whyInWords } from './words.ts'

type Place = readonly [at: string, customer: string, seq: number]

/** Of the person: with the entries of those who were merged into them. The latest first. */
export async function listEntries(
  ctx: Context,
  { customerId, limit, cursor }: Input<typeof listEndpoint>,
  mayNotes = ctx.caller.may.has('notes:read'),
) {
  const { keys } = await keyHolder(ctx, customerId)
  const list = `points ${customerId}`
  let query = sql(ctx)
    .selectFrom('loyalty_entries')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', await everyoneIn(ctx, customerId))
  if (cursor !== undefined) {
    const [at, customer, seq] = readCursor<Place>(ctx.keys, list, ctx.now, cursor)
    query = query.where(raw<boolean>`(at, customer_id, seq) < (${at}::timestamptz, ${customer}::uuid, ${seq}::integer)`)
  }
  const rows = await query
    .orderBy('at', 'desc')
    .orderBy('customer_id', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const places = shown.map(({ at, customer_id, seq }) => [at.toISOString(), customer_id, seq])
  const items = shown.map((row): ShownEntry => {
    const why = Why.parse(row.why)
    return {
      seq: row.seq,
      customerId: outsideId(row.customer_id),
      kind: known(KINDS, row.kind),
      at: row.at.toISOString(),
      actor: row.actor,
      points: row.points,
      ...volumesIn(row),
      orderId: row.order_id && outsideOrderId(row.order_id),
      why,
      text: whyInWords(why, ctx.caller.language),
      note: mayNotes ? notes.show(ctx, keys, row).value : null,
    }
  })
  return { items, ...placed(ctx, list, places, rows.length > limit) }
}

export const listOwnEntries = (ctx: Context, input: Input<typeof listEndpoint>) => listEntries(ctx, input, false)

/** One row: each entry carries what there was after it. */
export async function balanceAt(ctx: Context, { customerId, at = ctx.now }: Input<typeof balanceAtEndpoint>) {
  await keyHolder(ctx, customerId)
  const row = await sql(ctx)
    .selectFrom('loyalty_entries')
    .select(['seq', 'at', 'balance', 'pending', 'reserved', 'debt'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { at: at.toISOString(), ...(row ? volumesIn(row) : NOTHING), since: row?.at.toISOString() ?? null }
}
