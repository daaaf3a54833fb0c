import type { Context } from '../../../kit/context.ts'
import { placed, readCursor } from '../../../kit/cursor.ts'
import type { Entrance, Input, TextStream } from '../../../kit/endpoint.ts'
import { eachOf } from '../../../kit/known.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { LEFT_OUT, type LeftOut } from '../../consent/contract.ts'
import { whoMayBeReached } from '../../consent/index.ts'
import { customersAmong } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { readDefinitions } from '../definitions/definitions.ts'
import { SegmentNotFound } from '../refusals.ts'
import { sql } from '../tables.ts'

interface Asked {
  readonly key: string
  readonly at?: Date | undefined
  readonly channel?: 'sms' | 'email' | 'whatsapp' | 'phone' | undefined
  readonly topic: string
  readonly sendAt?: Date | undefined
}

/** Who is in a segment or has a tag, now or at an earlier time; for a channel, only those who may be written to. */
export async function listSegment(ctx: Context, { limit, cursor, ...asked }: Input<typeof api.listCustomers>) {
  const list = `segment ${JSON.stringify(asked)}`
  const after = cursor === undefined ? null : readCursor<[string]>(ctx.keys, list, ctx.now, cursor)[0]
  const [page, total] = [await readPage(ctx, asked, after, limit), await countIn(ctx, asked)]
  return {
    ...{ items: page.items, leftOut: page.leftOut, looked: page.looked, total },
    ...placed(
      ctx,
      list,
      page.ids.map((id) => [id]),
      page.last !== null && [page.last],
    ),
    asOf: ctx.now.toISOString(),
  }
}

const EXPORTED_AT_ONCE = 500

/** Page by page, each in a transaction of its own; the last line says how many were left out, and why. */
export async function exportSegment({ db, caller }: Entrance, asked: Asked): Promise<TextStream> {
  await inTenant(db, caller, async (ctx) => {
    await requireKey(ctx, asked.key)
    ctx.audit({ action: 'segment.exported', customer: null, fields: [asked.key], after: { ...asked } })
  })
  async function* chunks() {
    const left = new Map<LeftOut, number>(LEFT_OUT.map((reason) => [reason, 0]))
    let [last, written]: [string | null, number] = [null, 0]
    do {
      const page: Page = await inTenant(db, caller, (ctx) => readPage(ctx, asked, last, EXPORTED_AT_ONCE))
      if (page.items.length > 0) yield page.items.map((one) => `${JSON.stringify(one)}\n`).join('')
      for (const reason of LEFT_OUT) left.set(reason, left.get(reason)! + (page.leftOut?.[reason] ?? 0))
      written += page.items.length
      last = page.last
    } while (last !== null)
    yield `${JSON.stringify({ summary: { written, leftOut: Object.fromEntries(left) } })}\n`
  }
  return {
    contentType: 'application/x-ndjson; charset=utf-8',
    fileName: `segment-${asked.key}.ndjson`,
    chunks: chunks(),
  }
}

const NONE_LEFT_OUT = eachOf(LEFT_OUT, () => 0)

type Page = Awaited<ReturnType<typeof readPage>>

async function readPage(ctx: Context, asked: Asked, after: string | null, limit: number) {
  const rows = await membersOf(ctx, asked, after)
    .orderBy('customer_id')
    .limit(limit + 1)
    .execute()
  const ids = rows.slice(0, limit).map(({ customer_id }) => customer_id)
  const last = rows.length > limit ? ids.at(-1)! : null
  const { channel, topic, sendAt } = asked
  if (channel === undefined) {
    const customers = await customersAmong(ctx, ids)
    const free = ids.filter((id) => customers.get(id)?.restricted === false)
    const items = free.map((id) => shown(customers.get(id)!, null, null))
    const leftOut = { ...NONE_LEFT_OUT, restricted: customers.size - items.length }
    return { items, ids: free, leftOut: leftOut.restricted === 0 ? null : leftOut, looked: ids.length, last }
  }
  const { reached, leftOut } = await whoMayBeReached(ctx, ids, { channel, topic, at: sendAt ?? ctx.now })
  const items = reached.map(({ customer, contact, unsubscribe }) => shown(customer, contact, unsubscribe))
  return { items, ids: reached.map(({ id }) => id), leftOut, looked: ids.length, last }
}

type Named = Pick<
  Awaited<ReturnType<typeof customersAmong>> extends ReadonlyMap<string, infer One> ? One : never,
  'id' | 'number' | 'name' | 'name2' | 'locale'
>

const shown = ({ id, number, name, name2, locale }: Named, contact: string | null, unsubscribe: string | null) => ({
  ...{ customerId: id, number, name, name2, language: locale },
  ...{ contact, unsubscribe },
})

async function countIn(ctx: Context, asked: Asked): Promise<number> {
  await requireKey(ctx, asked.key)
  const { count } = await membersOf(ctx, asked, null)
    .clearSelect()
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** By the history: a segment that there is no more still tells who was in it. */
function membersOf(ctx: Context, { key, at }: Asked, after: string | null) {
  let rows = sql(ctx)
    .selectFrom('segment_history')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('key', '=', key)
  rows =
    at === undefined
      ? rows.where('went_at', 'is', null)
      : rows.where('came_at', '<=', at).where((q) => q.or([q('went_at', 'is', null), q('went_at', '>', at)]))
  return after === null ? rows : rows.where('customer_id', '>', after)
}

async function requireKey(ctx: Context, key: string): Promise<void> {
  const { segments, otherwise, tags } = await readDefinitions(ctx)
  if ([...segments, otherwise, ...tags].some((one) => one.key === key)) return
  const former = await sql(ctx)
    .selectFrom('segment_history')
    .select('key')
    .where('tenant_id', '=', ctx.tenant)
    .where('key', '=', key)
    .limit(1)
    .executeTakeFirst()
  if (!former) throw SegmentNotFound()
}
