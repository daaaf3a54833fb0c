import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealing.ts'
import { sql } from './tables.ts'

/** The keys of these customers, also of merged ones. Those of erased ones are gone. */
export async function keysOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, DataKey>> {
  if (customerIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('data_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...new Set(customerIds)])
    .execute()
  return new Map(rows.map(({ id, wrapped }) => [id, ctx.keys.dataKey(id, wrapped)]))
}
