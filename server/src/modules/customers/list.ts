import { setImmediate } from 'node:timers/promises'
import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import { QueryTooShort } from './contract.ts'
import { readSearched } from './own-fields/searched.ts'
import { type CustomerRow, customerRows, customersOfTenant, type Person, showPerson, toCustomer } from './person.ts'
import { type Found, type PreparedQuery, prepareQuery } from './search/query.ts'
import { searchPage } from './search-page.ts'
import { carries } from './search-stages.ts'
import { fitOf, hashed } from './search-tokens.ts'
import type { CustomerFilter, CustomerPage } from './shapes.ts'
import { sql } from './tables.ts'
import { readTally } from './tally.ts'

const OPENED_WITHOUT_PAUSE = 100
/** Of more than these the planner says how many there are; of fewer it knows too little. */
const MOST_COUNTED = 1_000

const CUSTOMER = 'customers.id'
/** The same id, of the table that has an index in the order. */
const ACTIVE = 'customer_activity.customer_id'
const SORTS = {
  created: { by: ['customers.created_at', CUSTOMER], of: (row: CustomerRow) => row.created_at },
  updated: { by: ['customers.updated_at', CUSTOMER], of: (row: CustomerRow) => row.updated_at },
  number: { by: ['customers.number', CUSTOMER], of: (row: CustomerRow) => row.number },
  spent: { by: ['customer_activity.total_spent', ACTIVE], of: (row: CustomerRow) => row.total_spent },
  orders: { by: ['customer_activity.total_orders', ACTIVE], of: (row: CustomerRow) => row.total_orders },
  points: { by: ['customer_activity.loyalty_points', ACTIVE], of: (row: CustomerRow) => row.loyalty_points },
  lastOrder: { by: ['customer_activity.last_order_at', ACTIVE], of: (row: CustomerRow) => row.last_order_at },
  lastSeen: { by: ['customer_activity.last_seen_at', ACTIVE], of: (row: CustomerRow) => row.last_seen_at },
} as const

export async function listCustomers(ctx: Context, page: CustomerPage) {
  const { items, ...rest } =
    page.q !== undefined && page.sort === undefined
      ? await searchPage(ctx, await queryOf(ctx, page.q), page, `found ${listName(page)}`, (ids) =>
          found(ctx, page, ids),
        )
      : await sortedPage(ctx, page)
  const tags = page.tags === true ? await tagsAmong(ctx, items) : null
  const shownOne = (one: Hit) => ({
    ...{ ...toCustomer(ctx, one.row, one.person), ...shown(one) },
    ...(tags && { tags: tags.get(one.row.id) ?? [] }),
  })
  return { items: items.map(shownOne), ...rest }
}

async function tagsAmong(ctx: Context, hits: readonly Hit[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = hits.map(({ row }) => row.id)
  const rows = await sql(ctx)
    .selectFrom('customer_tags')
    .select(['customer_id', 'tag'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', raw<string>`any(${ids}::uuid[])`)
    .orderBy('tag')
    .execute()
  const found = new Map<string, string[]>()
  for (const { customer_id, tag } of rows) found.set(customer_id, [...(found.get(customer_id) ?? []), tag])
  return found
}

const shown = ({ found }: Hit) => found && { match: found.match, matchedBy: [...found.fields] }

interface Opened {
  readonly row: CustomerRow
  readonly person: Person
}

/** Found by a search, or in a list without one. */
interface Hit extends Opened {
  readonly found?: Found
}

interface Count {
  readonly total: number | null
  readonly totalIs: 'exact' | 'estimated' | 'at_least' | 'not_counted'
}

/** A list in a given order. With a search, what does not really fit is skipped and the page filled up. */
async function sortedPage(ctx: Context, page: CustomerPage) {
  const query = page.q === undefined ? null : await queryOf(ctx, page.q)
  const sort = page.sort ?? 'created'
  let after =
    page.cursor === undefined ? null : readCursor<[unknown, string]>(ctx.keys, listName(page), ctx.now, page.cursor)
  const counting = count(ctx, page, query)
  const items: Hit[] = []
  for (;;) {
    const rows = await nextRows(ctx, page, query, sort, after)
    const opened = await openAll(ctx, rows)
    items.push(...(query === null ? opened : opened.flatMap((one) => hit(query, one))))
    // Until one more than the page holds really fits: that there is a next page must not tell of who does not fit.
    if (rows.length <= page.limit || items.length > page.limit) {
      const shown = items.slice(0, page.limit)
      const more = items.length > page.limit
      const places = shown.map(({ row }) => sortPlace(row, sort))
      const read = placed(ctx, listName(page), places, more)
      return { items: shown, ...read, ...notLess(await counting, page, shown.length, more) }
    }
    after = sortPlace(rows.at(-1)!, sort)
  }
}

function hit(query: PreparedQuery, opened: Opened): Hit[] {
  const found = fitOf(query, opened.row, opened.person)
  return found === null ? [] : [{ ...opened, found }]
}

/** A page that is all there is says itself how many there are; an estimate is at least what is seen. */
function notLess(counted: Count, { cursor }: CustomerPage, shown: number, more: boolean): Count {
  if (counted.total === null) return counted
  if (cursor === undefined && !more) return { total: shown, totalIs: 'exact' }
  return { ...counted, total: Math.max(counted.total, more ? shown + 1 : shown) }
}

type Sort = keyof typeof SORTS
type After = readonly [unknown, string]

function nextRows(ctx: Context, page: CustomerPage, query: PreparedQuery | null, sort: Sort, after: After | null) {
  if (!query && !isFiltered(page)) return plainRows(ctx, page, sort, after)
  let rows = filtered(ctx, page)
  if (query) rows = rows.where('customers.id', 'in', withTokens(ctx, query))
  if (after) rows = behind(rows, page, sort, comparable(sort, after[0]), after[1])
  return inOrder(rows, page, sort)
    .limit(page.limit + 1)
    .execute()
}

/** Pages that the screens ask for. A limit in the text lets the database plan the statement once. */
const USUAL = [50, 200]
const plain = new Map<string, ReturnType<typeof plainPage>>()

/** A page of all customers: one of a few statements, each compiled once. */
function plainRows(ctx: Context, page: CustomerPage, sort: Sort, after: After | null) {
  const { order, limit } = page
  const usual = USUAL.includes(limit)
  const key = `${sort} ${order} ${after !== null} ${usual && limit}`
  const held = plain.get(key) ?? plainPage(page, sort, after !== null, usual)
  plain.set(key, held)
  const [value, id] = after ?? [null, '']
  return held(ctx, { tenant: ctx.tenant, most: limit + 1, value: after && comparable(sort, value), id })
}

const plainPage = (page: CustomerPage, sort: Sort, isBehind: boolean, usual: boolean) =>
  sql.held((db, { tenant, most, value, id }: { tenant: string; most: number; value: unknown; id: string }) => {
    const all = narrowed(customersOfTenant(db, tenant), {})
    const rows = isBehind ? behind(all, page, sort, value, id) : all
    return inOrder(rows, page, sort).limit(usual ? raw.lit(page.limit + 1) : most)
  })

const TIMES: readonly Sort[] = ['created', 'updated', 'lastOrder', 'lastSeen']
const comparable = (sort: Sort, value: unknown) => (TIMES.includes(sort) ? new Date(Number(value)) : value)

function behind(rows: Rows, { order }: CustomerPage, sort: Sort, value: unknown, after: string) {
  const [column, id] = SORTS[sort].by
  return rows.where(({ eb, refTuple, tuple }) =>
    // The value is of the column that sorts.
    eb(refTuple(column, id), order === 'desc' ? '<' : '>', tuple(value as never, after)),
  )
}

function inOrder(rows: Rows, { order }: CustomerPage, sort: Sort) {
  const [column, id] = SORTS[sort].by
  return rows.orderBy(column, order).orderBy(id, order)
}

function sortPlace(row: CustomerRow, sort: keyof typeof SORTS): [unknown, string] {
  const value = SORTS[sort].of(row)
  return [value instanceof Date ? value.getTime() : value, row.id]
}

/** Rows that pass the filters, in no order. Not yet those that fit a search. */
export function filtered(ctx: Context, filter: CustomerFilter) {
  let rows = narrowed(customerRows(ctx), filter)
  if (filter.severalLogins !== undefined) {
    rows = rows.where('customers.id', filter.severalLogins ? 'in' : 'not in', withSeveralLogins(ctx))
  }
  return filter.tag === undefined ? rows : rows.where('customers.id', 'in', withTag(ctx, filter.tag))
}

const withTag = (ctx: Context, tag: string) =>
  sql(ctx).selectFrom('customer_tags').select('customer_id').where('tenant_id', '=', ctx.tenant).where('tag', '=', tag)

const withSeveralLogins = (ctx: Context) =>
  sql(ctx)
    .selectFrom('customer_logins')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('logins', '>', 1)

/** Those of a search that pass the filters; without filters it is one statement, held. */
const found = (ctx: Context, page: CustomerPage, ids: readonly string[]) =>
  isFiltered(page) ? among(filtered(ctx, page), ids).execute() : unfiltered(ctx, { tenant: ctx.tenant, ids })

const unfiltered = sql.held((db, { tenant, ids }: { readonly tenant: string; readonly ids: readonly string[] }) =>
  among(narrowed(customersOfTenant(db, tenant), {}), ids),
)
const among = (rows: Rows, ids: readonly string[]) => rows.where('customers.id', '=', raw<string>`any(${ids}::uuid[])`)

function isFiltered({
  q: _,
  sort: _sort,
  order: _order,
  limit: _limit,
  cursor: _cursor,
  total: _total,
  tags: _tags,
  ...filters
}: CustomerPage) {
  return Object.values(filters).some((filter) => filter !== undefined)
}

type Rows = ReturnType<typeof customerRows>
function narrowed(all: Rows, filter: CustomerFilter): Rows {
  const { type, tier, status, loyaltyTier, segment, verified, restricted, ordered, spentFrom, createdFrom, createdTo } =
    filter
  let rows = all
  rows = status ? rows.where('status', 'in', status) : rows.where('status', 'not in', ['merged', 'erased'])
  if (type) rows = rows.where('type', 'in', type)
  if (tier) rows = rows.where('tier', 'in', tier)
  if (loyaltyTier !== undefined) rows = rows.where('loyalty_tier', '=', loyaltyTier)
  if (segment !== undefined) rows = rows.where('segment', '=', segment)
  if (verified === true)
    rows = rows.where((q) => q.or([q('phone_verified', '=', true), q('email_verified', '=', true)]))
  if (verified === false) rows = rows.where('phone_verified', '=', false).where('email_verified', '=', false)
  if (restricted !== undefined) rows = rows.where('restricted_at', restricted ? 'is not' : 'is', null)
  if (ordered !== undefined) rows = rows.where('customer_activity.total_orders', ordered ? '>' : '=', 0)
  if (spentFrom !== undefined) rows = rows.where('customer_activity.total_spent', '>=', spentFrom)
  if (createdFrom) rows = rows.where('customers.created_at', '>=', createdFrom)
  if (createdTo) rows = rows.where('customers.created_at', '<', createdTo)
  return rows
}

/** For each part of the query the row must have one of its tokens. A superset of what fits: tokens can collide. */
export const withTokens = (ctx: Context, { all }: PreparedQuery) =>
  sql(ctx)
    .selectFrom('customer_tokens')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where(carries(all.map((terms) => hashed(ctx, terms))))

/** A caller who sees contacts masked looks nothing up among them. */
export async function queryOf(ctx: Context, q: string): Promise<PreparedQuery> {
  const query = prepareQuery(q, { contacts: ctx.caller.may.has('customers:contacts'), own: await readSearched(ctx) })
  if (query.all.length === 0) throw QueryTooShort()
  return query
}

/** Opening costs microseconds each; other requests get a turn in between. */
export async function openAll(ctx: Context, rows: readonly CustomerRow[]): Promise<Opened[]> {
  const opened: Opened[] = []
  for (const row of rows) {
    opened.push({ row, person: showPerson(ctx, row) })
    if (opened.length % OPENED_WITHOUT_PAUSE === 0) await setImmediate()
  }
  return opened
}

async function count(ctx: Context, page: CustomerPage, query: PreparedQuery | null): Promise<Count> {
  if (page.total === 'none') return { total: null, totalIs: 'not_counted' }
  if (query) return { total: null, totalIs: 'not_counted' }
  const { loyaltyTier, segment, tag, verified, restricted, severalLogins, ordered, spentFrom, createdFrom, createdTo } =
    page
  const facts = [loyaltyTier, segment, tag, verified, restricted, severalLogins]
  const filters = [...facts, ordered, spentFrom, createdFrom, createdTo]
  if (filters.every((filter) => filter === undefined)) {
    return { total: await countByTally(ctx, page), totalIs: 'exact' }
  }
  const rows = filtered(ctx, page).clearSelect().select('customers.id')
  const counted = page.total === 'exact' ? rows : rows.limit(MOST_COUNTED + 1)
  const { count } = await sql(ctx)
    .selectFrom(counted.as('counted'))
    .select((q) => q.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (page.total === 'exact' || count <= MOST_COUNTED) return { total: count, totalIs: 'exact' }
  const [plan] = await rows.explain<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>('json')
  return { total: Math.max(count, plan!['QUERY PLAN'][0]!.Plan['Plan Rows']), totalIs: 'estimated' }
}

async function countByTally(ctx: Context, { type, status, tier }: CustomerFilter): Promise<number> {
  const kinds = await readTally(ctx)
  const wanted = kinds.filter(
    (kind) =>
      // Of the erased nothing is left to list.
      kind.status !== 'erased' &&
      (status ? status.some((one) => one === kind.status) : kind.status !== 'merged') &&
      (!type || type.some((one) => one === kind.type)) &&
      (!tier || tier.some((one) => one === kind.tier)),
  )
  return wanted.reduce((sum, { count }) => sum + count, 0)
}

/** A cursor belongs to one list: the same filters, the same order. */
const listName = ({ cursor, limit, total, ...filters }: CustomerPage) => `customers ${JSON.stringify(filters)}`
