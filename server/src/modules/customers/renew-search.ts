import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Progress } from '../../kit/job.ts'
import { customerRows, showPerson } from './person.ts'
import { writeSearch } from './search-tokens.ts'
import { sql } from './tables.ts'

const IN_ONE_RUN = 50_000
const BATCH = 500

/**
 * Gives customers who were stored under earlier rules the tokens of the present ones. Until then they are found by the
 * beginnings of two, three, four and six letters, by the beginning of a phone, and by number.
 */
export async function renewSearch(ctx: Context, progress?: Progress): Promise<void> {
  for (let done = 0; done < IN_ONE_RUN; done += BATCH) {
    const outdated = await lockOutdated(ctx)
    if (outdated.length === 0) return
    await deleteRows(ctx, outdated)
    const rows = await customerRows(ctx).where('customers.id', 'in', outdated).forKeyShare('customers').execute()
    for (const row of rows) writeSearch(ctx, row, showPerson(ctx, row))
    await clearFormer(ctx, outdated)
    progress?.(done + outdated.length, IN_ONE_RUN)
  }
}

async function lockOutdated(ctx: Context): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('customer_search')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    // Not as a parameter, or the index of the outdated does not serve.
    .where(raw<boolean>`outdated`)
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

/** Their rows go, and come back with the new tokens: who has no key any more does not. */
const deleteRows = (ctx: Context, ids: readonly string[]) =>
  sql(ctx).deleteFrom('customer_search').where('tenant_id', '=', ctx.tenant).where('id', 'in', ids).execute()

/** Where the release before kept them. */
const clearFormer = (ctx: Context, ids: readonly string[]) =>
  sql(ctx)
    .updateTable('customers')
    .set({ tokens: [] })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', ids)
    .where(raw<boolean>`cardinality(tokens) > 0`)
    .execute()
