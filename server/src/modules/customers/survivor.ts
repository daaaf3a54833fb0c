import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { type DataKey, Unopenable } from '../../kit/sealed.ts'
import { CustomerNotFound } from './contract.ts'
import { sql } from './tables.ts'

/** The survivor of a customer after merges; itself without any. */
export async function survivorOf(ctx: Context, customerId: string): Promise<string> {
  let id = customerId
  for (;;) {
    const row = await sql(ctx)
      .selectFrom('customers')
      .select('merged_into')
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw CustomerNotFound()
    if (row.merged_into === null) return id
    id = row.merged_into
  }
}

/** The same for many, by the ids that were asked for. */
export async function survivorsOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map(customerIds.map((id) => [id, id]))
  for (let open = [...found.keys()]; open.length > 0; ) {
    const rows = await sql(ctx)
      .selectFrom('customers')
      .select(['id', 'merged_into'])
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', raw<string>`any(${open}::uuid[])`)
      .where('merged_into', 'is not', null)
      .execute()
    const next = new Map(
      rows.flatMap(({ id, merged_into }): [string, string][] => (merged_into ? [[id, merged_into]] : [])),
    )
    for (const [asked, at] of found) found.set(asked, next.get(at) ?? at)
    open = [...new Set(next.values())]
  }
  return found
}

/** The customers with these numbers, each as its survivor; erased ones have none. */
export async function findNumbered(ctx: Context, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select(['id', 'number', 'merged_into'])
    .where('tenant_id', '=', ctx.tenant)
    .where('number', '=', raw<number>`any(${numbers}::int[])`)
    .where('status', '<>', 'erased')
    .execute()
  const found = new Map<number, string>()
  for (const { id, number, merged_into } of rows)
    found.set(number, merged_into ? await survivorOf(ctx, merged_into) : id)
  return found
}

/** A customer and all merged into it, with the keys that moved. */
export async function everyoneIn(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('data_keys')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Those that these customers are today, each once: itself, or its survivor. Erased ones are none. */
export async function survivorsAmong(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return []
  const rows = await sql(ctx)
    .selectFrom('data_keys')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', raw<string>`any(${customerIds}::uuid[])`)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** The keys of these customers, also of merged ones. Those of erased ones are gone. */
export async function keysOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
  if (customerIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('data_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...new Set(customerIds)])
    .execute()
  return openKeys(ctx, rows)
}

/** An unreadable key hides only what it sealed. */
export function openKeys(ctx: Context, rows: readonly { readonly id: string; readonly wrapped: Buffer }[]) {
  const keys = new Map<string, DataKey>()
  for (const { id, wrapped } of rows) {
    try {
      keys.set(id, ctx.keys.dataKey(id, wrapped))
    } catch (error) {
      if (!(error instanceof Unopenable)) throw error
      ctx.log.warn({ key: id }, 'the key of a customer cannot be read')
    }
  }
  return keys
}
