import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'
import { readTally } from './tally.ts'

/** The segment of many customers at once. The module that decides it keeps why; like the totals it has no version here. */
export async function writeSegments(
  ctx: Context,
  customerIds: readonly string[],
  segments: readonly (string | null)[],
): Promise<void> {
  await sql(ctx)
    .updateTable('customers')
    // The library knows no lists of rows.
    .from(raw`unnest(${customerIds}::uuid[], ${segments}::text[])`.as(raw`changed(id, segment)`) as never)
    .set({ segment: raw<string>`changed.segment` })
    .where('customers.tenant_id', '=', ctx.tenant)
    .where('customers.id', '=', raw<string>`changed.id`)
    .execute()
}

/** Those that have one. */
export async function segmentsOf(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select(['id', 'segment'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', [...customerIds])
    .execute()
  return new Map(rows.flatMap(({ id, segment }) => (segment === null ? [] : [[id, segment] as const])))
}

/** For a decision about many: in the order of their ids, so that two of them never wait for each other. */
export async function lockCustomers(ctx: Context, customerIds: readonly string[]): Promise<void> {
  await sql(ctx)
    .selectFrom('customers')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', customerIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** How many customers there are, without those who are merged or erased. */
export async function countCustomers(ctx: Context): Promise<number> {
  const present = (await readTally(ctx)).filter(({ status }) => status !== 'merged' && status !== 'erased')
  return present.reduce((sum, { count }) => sum + count, 0)
}
