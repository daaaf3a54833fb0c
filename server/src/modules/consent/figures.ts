import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

/** Decisions by day, purpose and what was decided. A decision is never changed, so a day that is over is counted once. */
export async function decisionsByDay(ctx: Context, from: Date, to: Date, timeZone: string) {
  return sql(ctx)
    .selectFrom('consent_events as e')
    .innerJoin('consent_documents as d', (join) =>
      join.onRef('d.tenant_id', '=', 'e.tenant_id').onRef('d.id', '=', 'e.document_id'),
    )
    .select((q) => [
      raw<string>`to_char(e.recorded_at at time zone ${timeZone}, 'YYYY-MM-DD')`.as('day'),
      raw<string>`d.purpose || ':' || e.decision`.as('part'),
      q.fn.countAll<number>().as('count'),
    ])
    .where('e.tenant_id', '=', ctx.tenant)
    .where('e.recorded_at', '>=', from)
    .where('e.recorded_at', '<', to)
    .groupBy(['day', 'part'])
    .execute()
}
