import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'

export async function countMembers(ctx: Context) {
  const [segments, tags] = await Promise.all([
    sql(ctx)
      .selectFrom('segment_members')
      .select((q) => ['segment as key', q.fn.countAll<number>().as('count')])
      .where('tenant_id', '=', ctx.tenant)
      .groupBy('segment')
      .execute(),
    raw<{ key: string; count: number }>`
      select tag as key, count(*) as count from segment_members, unnest(tags) tag
       where tenant_id = ${ctx.tenant} and tags <> '{}' group by tag`.execute(sql(ctx)),
  ])
  const counted = (rows: readonly { key: string; count: number }[]): ReadonlyMap<string, number> =>
    new Map(rows.map(({ key, count }) => [key, count]))
  return { segments: counted(segments), tags: counted(tags.rows) }
}
