import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Progress } from '../../kit/job.ts'
import { readSearched } from './own-fields/searched.ts'
import { customerRows, showPerson } from './person.ts'
import type { OwnKeys } from './search/person.ts'
import { writeSearch } from './search-tokens.ts'
import { sql } from './tables.ts'

const IN_ONE_RUN = 50_000
const BATCH = 500

/**
 * Gives customers who were stored under earlier rules the tokens of the present ones. Until then they are found by the
 * beginnings of two, three, four and six letters, by the beginning of a phone, and by number. Then everyone, where the business
 * searches other fields of its own than before.
 */
export async function renewSearch(ctx: Context, progress?: Progress): Promise<void> {
  const own = await readSearched(ctx)
  for (let done = 0; done < IN_ONE_RUN; done += BATCH) {
    const outdated = await lockOutdated(ctx)
    if (outdated.length === 0) return renewAll(ctx, own, IN_ONE_RUN - done, progress)
    await deleteRows(ctx, outdated)
    const rows = await customerRows(ctx).where('customers.id', 'in', outdated).forKeyShare('customers').execute()
    for (const row of rows) writeSearch(ctx, row, showPerson(ctx, row), own)
    await clearFormer(ctx, outdated)
    progress?.(done + outdated.length, IN_ONE_RUN)
  }
}

/** Each row is locked before the person is read: who changes them meanwhile writes the tokens after it. The same tokens write nothing. */
async function renewAll(ctx: Context, own: OwnKeys, most: number, progress?: Progress): Promise<void> {
  const asked = await sql(ctx)
    .selectFrom('customer_search_renewals')
    .select(['id', 'reached'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('id')
    .forUpdate()
    .execute()
  const latest = asked.at(-1)
  if (!latest) return
  let { reached } = latest
  for (let done = 0; done < most; done += BATCH) {
    const ids = await lockAfter(ctx, reached)
    const rows = ids.length === 0 ? [] : await customerRows(ctx).where('customers.id', 'in', ids).execute()
    for (const row of rows) writeSearch(ctx, row, showPerson(ctx, row), own)
    if (ids.length < BATCH) return endRenewals(ctx, latest.id)
    reached = ids.at(-1)!
    progress?.(done + BATCH, most)
  }
  await sql(ctx)
    .updateTable('customer_search_renewals')
    .set({ reached })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', latest.id)
    .execute()
}

/** One that was asked for meanwhile stays. */
const endRenewals = async (ctx: Context, latest: string) =>
  void (await sql(ctx)
    .deleteFrom('customer_search_renewals')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '<=', latest)
    .execute())

async function lockAfter(ctx: Context, reached: string | null): Promise<string[]> {
  const all = sql(ctx).selectFrom('customer_search').select('id').where('tenant_id', '=', ctx.tenant)
  const rows = await (reached === null ? all : all.where('id', '>', reached))
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
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
