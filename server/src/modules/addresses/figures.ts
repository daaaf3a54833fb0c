import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

/** Which of these customers have an address, and which have one that the checker rejected. */
export async function addressFiguresOf(ctx: Context, customerIds: readonly string[]) {
  const rows = await sql(ctx)
    .selectFrom('addresses')
    .select(['customer_id', 'verification'])
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .where('deleted_at', 'is', null)
    .execute()
  return {
    some: new Set(rows.map(({ customer_id }) => customer_id)),
    rejected: new Set(rows.flatMap((row) => (row.verification === 'rejected' ? [row.customer_id] : []))),
  }
}
