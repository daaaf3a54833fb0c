import { sql as raw, type SqlBool } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { readCursor, writeCursor } from '../../../kit/cursor.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { outsideId } from '../../customers/contract.ts'
import { numbersOf } from '../../customers/index.ts'
import { ErasureNotFound } from '../refusals.ts'
import { sql } from '../tables.ts'
import { ERASURE_REASONS, Erasure, type listErasures as endpoint } from './contract.ts'

const PAGE = 50
export type ErasureRow = Awaited<ReturnType<ReturnType<typeof erasureRows>['execute']>>[0]

export const erasureRows = (ctx: Context) =>
  sql(ctx).selectFrom('erasures').selectAll().where('tenant_id', '=', ctx.tenant)

export async function requireErasure(ctx: Context, erasureId: string): Promise<ErasureRow> {
  const row = await erasureRows(ctx).where('id', '=', erasureId).executeTakeFirst()
  if (!row) throw ErasureNotFound()
  return row
}

export const readErasure = async (ctx: Context, { erasureId }: { erasureId: string }) =>
  toErasure(ctx, await requireErasure(ctx, erasureId))

/** A downstream system has not acknowledged yet. */
export const unacknowledged = raw<SqlBool>`cardinality(consumers) > (
  select count(*) from erasure_acknowledgements a
   where a.tenant_id = erasures.tenant_id and a.erasure_id = erasures.id)`

export async function listErasures(ctx: Context, { status, customerId, cursor }: Input<typeof endpoint>) {
  const name = `erasures ${status ?? ''} ${customerId ?? ''}`
  let query = erasureRows(ctx)
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (status === 'waiting') query = query.where(unacknowledged)
  if (status === 'complete') query = query.where(raw<SqlBool>`not ${unacknowledged}`)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  if (cursor !== undefined) query = query.where('id', '<', readCursor<[string]>(ctx.keys, name, ctx.now, cursor)[0])
  const rows = await query.execute()
  const shown = rows.slice(0, PAGE)
  return {
    items: await toErasures(ctx, shown),
    nextCursor: rows.length > PAGE ? writeCursor(ctx.keys, name, ctx.now, [shown.at(-1)!.id]) : null,
  }
}

export const toErasure = async (ctx: Context, row: ErasureRow): Promise<Erasure> => (await toErasures(ctx, [row]))[0]!

async function toErasures(ctx: Context, rows: readonly ErasureRow[]): Promise<Erasure[]> {
  const acknowledged = await acknowledgementsOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const numbers = await numbersOf(
    ctx,
    rows.map(({ customer_id }) => customer_id),
  )
  return rows.map((row) => {
    const consumers = row.consumers.map((name) => ({
      name,
      acknowledgedAt: acknowledged.get(`${row.id} ${name}`) ?? null,
    }))
    return {
      id: row.id,
      customerId: outsideId(row.customer_id),
      number: numbers.get(row.customer_id)!,
      requestId: row.request_id,
      reason: known(ERASURE_REASONS, row.reason),
      erasedAt: row.erased_at.toISOString(),
      erasedBy: row.erased_by,
      status: consumers.every(({ acknowledgedAt }) => acknowledgedAt !== null) ? 'complete' : 'waiting',
      certified: row.certificate !== null,
      counts: Erasure.shape.counts.parse(row.counts),
      consumers,
    }
  })
}

async function acknowledgementsOf(ctx: Context, erasureIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (erasureIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('erasure_acknowledgements')
    .select(['erasure_id', 'consumer', 'acknowledged_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('erasure_id', 'in', erasureIds)
    .execute()
  return new Map(rows.map((row) => [`${row.erasure_id} ${row.consumer}`, row.acknowledged_at.toISOString()]))
}
