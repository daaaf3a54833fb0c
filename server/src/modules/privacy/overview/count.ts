import { type Expression, sql as raw, type SqlBool } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { countRestricted } from '../../customers/index.ts'
import { countBreaches } from '../breaches/breaches.ts'
import { unacknowledged } from '../erasure/erasure-row.ts'
import { countRequests } from '../requests/list.ts'
import { sql } from '../tables.ts'

export async function countAll(ctx: Context) {
  const { open, dueSoon, overdue, unassigned } = await countRequests(ctx)
  return {
    requests: { open, dueSoon, overdue, unassigned },
    breaches: await countBreaches(ctx),
    exports: {
      waiting: await count(ctx, 'privacy_exports', raw<SqlBool>`status = 'waiting'`),
      failed: await count(ctx, 'privacy_exports', raw<SqlBool>`status = 'failed'`),
    },
    erasures: { unacknowledged: await count(ctx, 'erasures', unacknowledged) },
    reviews: { open: await count(ctx, 'retention_reviews', raw<SqlBool>`decision is null`) },
    holds: { standing: await count(ctx, 'legal_holds', raw<SqlBool>`lifted_at is null`) },
    restricted: await countRestricted(ctx),
  }
}

/** Requests whose deadline is near or over, and breaches that the authority does not know of. */
export async function countDeadlines(ctx: Context) {
  const { overdue, dueSoon } = await countRequests(ctx)
  return [
    { what: 'overdue', count: overdue },
    { what: 'dueSoon', count: dueSoon },
    { what: 'breaches', count: (await countBreaches(ctx)).open },
  ] as const
}

async function count(
  ctx: Context,
  table: 'privacy_exports' | 'erasures' | 'retention_reviews' | 'legal_holds',
  which: Expression<SqlBool>,
): Promise<number> {
  const { rows } = await sql(ctx)
    .selectFrom(table)
    .select((q) => q.fn.countAll<number>().as('rows'))
    .where('tenant_id', '=', ctx.tenant)
    .where(which)
    .executeTakeFirstOrThrow()
  return rows
}
