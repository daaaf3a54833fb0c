import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import type { Progress } from '../../kit/job.ts'
import { readSearched } from './own-fields/searched.ts'
import { customerRows, showPerson } from './person.ts'
import { writeSearch } from './search-tokens.ts'
import { sql } from './tables.ts'

const IN_ONE_RUN = 50_000
const BATCH = 500
/** Customers whose tokens are held in one transaction: who changes one of them waits for its end. */
const HELD = 20_000

/**
 * Gives customers who were stored under earlier rules the tokens of the present ones. Until then they are found by the
 * beginnings of two, three, four and six letters, by the beginning of a phone, and by number. Then everyone, where the business
 * searches other fields of its own than before.
 */
export async function renewSearch(ctx: Context, progress?: Progress): Promise<void> {
  const own = await readSearched(ctx)
  for (let done = 0; done < IN_ONE_RUN; done += BATCH) {
    const outdated = await lockOutdated(ctx)
    if (outdated.length === 0) return renewAll(ctx, progress)
    await deleteRows(ctx, outdated)
    const rows = await customerRows(ctx).where('customers.id', 'in', outdated).forKeyShare('customers').execute()
    for (const row of rows) writeSearch(ctx, row, showPerson(ctx, row), own)
    await clearFormer(ctx, outdated)
    progress?.(done + outdated.length, IN_ONE_RUN)
  }
}

/** Each row is locked before the person is read: who changes them meanwhile writes the tokens after it. The same tokens write nothing. */
async function renewAll(ctx: Context, progress?: Progress): Promise<void> {
  const asked = await sql(ctx)
    .selectFrom('customer_search_renewals')
    .select(['id', 'reached'])
    .where('tenant_id', '=', ctx.tenant)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (asked.length === 0) return
  // After what was asked for, so that another choice is either this one or asked for still.
  const own = await readSearched(ctx)
  let reached = asked.length > 1 ? null : asked[0]!.reached
  for (let done = 0; done < HELD; done += BATCH) {
    const ids = await lockAfter(ctx, reached)
    const rows = ids.length === 0 ? [] : await customerRows(ctx).where('customers.id', 'in', ids).execute()
    for (const row of rows) {
      const person = showPerson(ctx, row)
      // What it was found by is all that is left of it.
      if (person.damaged !== 'wholly') writeSearch(ctx, row, person, own)
    }
    if (ids.length < BATCH) return endRenewals(ctx, asked)
    reached = ids.at(-1)!
    progress?.(done + BATCH, HELD)
  }
  await sql(ctx)
    .updateTable('customer_search_renewals')
    .set({ reached })
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      asked.map(({ id }) => id),
    )
    .execute()
}

/** One that was asked for meanwhile stays. */
const endRenewals = async (ctx: Context, asked: readonly { readonly id: string }[]) =>
  void (await sql(ctx)
    .deleteFrom('customer_search_renewals')
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'id',
      'in',
      asked.map(({ id }) => id),
    )
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
