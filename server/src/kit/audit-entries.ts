import { sql as raw } from 'kysely'
import { sql } from './audit-chain.ts'
import type { Context } from './context.ts'

export interface EntryFilter {
  readonly customerId?: string | undefined
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
}

/** Entries that fit, newest first, from the one after `after`. */
export function listEntries(ctx: Context, filter: EntryFilter, after: string | null, limit: number) {
  let entries = sql(ctx)
    .selectFrom('audit_entries')
    .select(['id', 'at', 'actor', 'request_id', 'action', 'customer_id', 'fields', 'sealed', 'origin', 'seq'])
    .where('tenant_id', '=', ctx.tenant)
  if (filter.customerId !== undefined) entries = entries.where('customer_id', '=', filter.customerId)
  if (filter.actor !== undefined) entries = entries.where('actor', '=', filter.actor)
  if (filter.action !== undefined) entries = entries.where('action', '=', filter.action)
  if (filter.from !== undefined) entries = entries.where('at', '>=', filter.from)
  if (filter.to !== undefined) entries = entries.where('at', '<', filter.to)
  if (after !== null) {
    entries = entries.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('at', 'id'),
        '<',
        selectFrom('audit_entries as last')
          .select(['last.at', 'last.id'])
          .where('last.tenant_id', '=', ctx.tenant)
          .where('last.id', '=', after)
          .$asTuple('at', 'id'),
      ),
    )
  }
  return entries.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** What the business itself did of this kind, newest first; with a field, only what names it. */
export function listOwn(ctx: Context, action: string, field?: string) {
  let entries = sql(ctx)
    .selectFrom('audit_entries')
    .select(['id', 'at', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'is', null)
    .where('action', '=', action)
  if (field !== undefined) entries = entries.where(raw<boolean>`${field} = any(fields)`)
  return entries.orderBy('at', 'desc').orderBy('id', 'desc')
}

const NO_CHANGES = ['customer.contacts_revealed', 'customer.visited']

/** Those of these customers that another request has changed since then. Looking at a contact is no change, nor is a visit. */
export async function changedByOthers(
  ctx: Context,
  customerIds: readonly string[],
  { requestId, since }: { readonly requestId: string; readonly since: Date },
): Promise<ReadonlySet<string>> {
  const rows = await sql(ctx)
    .selectFrom('audit_entries')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', raw<string>`any(${customerIds}::uuid[])`)
    .where('at', '>=', since)
    .where('request_id', '<>', requestId)
    .where('action', 'not in', NO_CHANGES)
    .execute()
  return new Set(rows.flatMap(({ customer_id }) => customer_id ?? []))
}

/** What the chain has of rows that are evidence themselves. An entry of before there were digests has none. */
export const listDigests = (ctx: Context, actions: readonly string[], customerIds: readonly string[]) =>
  sql(ctx)
    .selectFrom('audit_entries')
    .select(['customer_id', 'action', 'at', 'digest'])
    .where('tenant_id', '=', ctx.tenant)
    .where('action', '=', raw<string>`any(${actions}::text[])`)
    .where('customer_id', '=', raw<string>`any(${customerIds}::uuid[])`)
    .execute()

export async function countDigests(ctx: Context, actions: readonly string[]): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('audit_entries')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('action', '=', raw<string>`any(${actions}::text[])`)
    .where('digest', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Where in the chain they are. An entry that is not there yet has no place: it is sealed within seconds. */
export async function positionsOf(
  ctx: Context,
  entries: readonly { readonly id: string; readonly seq: number | null }[],
): Promise<ReadonlyMap<string, number>> {
  const former = entries.flatMap(({ id, seq }) => (seq === null ? [] : [[id, seq] as const]))
  const inBatches = entries.flatMap(({ id, seq }) => (seq === null ? [id] : []))
  if (inBatches.length === 0) return new Map(former)
  // Nearly always the first batch that ends with something newer.
  const { rows } = await raw<{ id: string; position: number }>`
    select e.id, b.position - cardinality(b.ids) + array_position(b.ids, e.id) as position
      from audit_entries e
      cross join lateral (select position, ids from audit_batches
                           where tenant_id = e.tenant_id and newest >= e.at and e.id = any (ids)
                           order by newest limit 1) as b
     where e.tenant_id = ${ctx.tenant} and e.id = any (${inBatches}::uuid[])`.execute(sql(ctx))
  return new Map([...former, ...rows.map(({ id, position }) => [id, position] as const)])
}
