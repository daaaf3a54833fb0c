import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../kit/context.ts'
import { readCursor, writeCursor } from '../../kit/cursor.ts'
import { QueryTooShort } from './contract.ts'
import { type CustomerRow, customerRows, type Person, showPerson, toCustomer } from './person.ts'
import { Fit, type Match, matchOf } from './search/needle.ts'
import { type PreparedQuery, prepareQuery } from './search/query.ts'
import { hashed, rankOf } from './search-tokens.ts'
import type { CustomerFilter, CustomerPage } from './shapes.ts'
import { sql } from './tables.ts'
import { readTally } from './tally.ts'

/** A search ranks at most this many rows: the latest of those that fit best by their tokens. */
const MOST_RANKED = 1_000
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
const TIMES = ['created', 'updated', 'lastOrder', 'lastSeen'] as const satisfies readonly (keyof typeof SORTS)[]

export async function listCustomers(ctx: Context, page: CustomerPage) {
  const { items, next, total, totalIs } =
    page.q !== undefined && page.sort === undefined ? await bestPage(ctx, page, page.q) : await sortedPage(ctx, page)
  return {
    items: items.map(({ row, person, match }) => ({ ...toCustomer(ctx, row, person), ...(match && { match }) })),
    nextCursor: next === null ? null : writeCursor(ctx.keys, listName(page), ctx.now, next),
    total,
    totalIs,
  }
}

interface Opened {
  readonly row: CustomerRow
  readonly person: Person
}

/** Found by a search, or in a list without one. */
interface Hit extends Opened {
  readonly match?: Match
}

interface Page {
  readonly items: readonly Hit[]
  readonly next: readonly unknown[] | null
  readonly total: number | null
  readonly totalIs: 'exact' | 'estimated' | 'at_least' | 'not_counted'
}

/** A search without an order: what fits best first, then the latest. */
async function bestPage(ctx: Context, page: CustomerPage, q: string): Promise<Page> {
  const query = requireQuery(q)
  const after = page.cursor === undefined ? null : readCursor<Place>(ctx.keys, listName(page), ctx.now, page.cursor)
  const candidates = await filtered(ctx, page)
    .where(
      'customers.id',
      'in',
      withTokens(ctx, query)
        .orderBy((q) => q('tokens', '@>', q.val(favourites(ctx, query))), 'desc')
        .orderBy('updated_at', 'desc')
        .limit(MOST_RANKED),
    )
    .execute()
  const ranked = (await openAll(ctx, candidates))
    .map((opened) => ({ ...opened, rank: rankOf(ctx, query, opened.row, opened.person) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => compare(place(a), place(b)))
  const rest = after === null ? ranked : ranked.filter((one) => compare(place(one), after) > 0)
  const items = rest.slice(0, page.limit).map((one) => ({ ...one, match: matchOf(one.rank) }))
  const complete = candidates.length < MOST_RANKED
  return {
    items,
    next: rest.length > page.limit ? place(items.at(-1)!) : null,
    total: page.total === 'none' ? null : ranked.length,
    totalIs: page.total === 'none' ? 'not_counted' : complete ? 'exact' : 'at_least',
  }
}

type Place = readonly [rank: number, updatedAt: number, id: string]
const place = ({ row, rank }: Opened & { rank: number }): Place => [rank, row.updated_at.getTime(), row.id]
const compare = (a: Place, b: Place) => b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? 1 : a[2] > b[2] ? -1 : 0)

/** A list in a given order. With a search, what does not really fit is skipped and the page filled up. */
async function sortedPage(ctx: Context, page: CustomerPage): Promise<Page> {
  const query = page.q === undefined ? null : requireQuery(page.q)
  const sort = page.sort ?? 'created'
  let after =
    page.cursor === undefined ? null : readCursor<[unknown, string]>(ctx.keys, listName(page), ctx.now, page.cursor)
  const counting = count(ctx, page, query)
  const items: Hit[] = []
  for (;;) {
    const rows = await nextRows(ctx, page, query, sort, after)
    const opened = await openAll(ctx, rows)
    items.push(...(query === null ? opened : opened.flatMap((one) => hit(ctx, query, one))))
    // Until one more than the page holds really fits: that there is a next page must not tell of who does not fit.
    if (rows.length <= page.limit || items.length > page.limit) {
      const shown = items.slice(0, page.limit)
      const more = items.length > page.limit
      const next = more ? sortPlace(shown.at(-1)!.row, sort) : null
      return { items: shown, next, ...notLess(await counting, page, shown.length, more) }
    }
    after = sortPlace(rows.at(-1)!, sort)
  }
}

function hit(ctx: Context, query: PreparedQuery, opened: Opened): Hit[] {
  const fit = rankOf(ctx, query, opened.row, opened.person)
  return fit === Fit.none ? [] : [{ ...opened, match: matchOf(fit) }]
}

/** A page that is all there is says itself how many there are; an estimate is at least what is seen. */
function notLess(
  counted: Pick<Page, 'total' | 'totalIs'>,
  { cursor }: CustomerPage,
  shown: number,
  more: boolean,
): Pick<Page, 'total' | 'totalIs'> {
  if (counted.total === null) return counted
  if (cursor === undefined && !more) return { total: shown, totalIs: 'exact' }
  return { ...counted, total: Math.max(counted.total, more ? shown + 1 : shown) }
}

function nextRows(
  ctx: Context,
  page: CustomerPage,
  query: PreparedQuery | null,
  sort: keyof typeof SORTS,
  after: readonly [unknown, string] | null,
) {
  const [column, id] = SORTS[sort].by
  let rows = filtered(ctx, page)
  if (query) rows = rows.where('customers.id', 'in', withTokens(ctx, query))
  if (after) {
    const value = (TIMES as readonly string[]).includes(sort) ? new Date(Number(after[0])) : after[0]
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple(column, id), page.order === 'desc' ? '<' : '>', tuple(value as never, after[1])),
    )
  }
  return rows
    .orderBy(column, page.order)
    .orderBy(id, page.order)
    .limit(page.limit + 1)
    .execute()
}

function sortPlace(row: CustomerRow, sort: keyof typeof SORTS): [unknown, string] {
  const value = SORTS[sort].of(row)
  return [value instanceof Date ? value.getTime() : value, row.id]
}

/** Rows that pass the filters, in no order. Not yet those that fit a search. */
export function filtered(ctx: Context, filter: CustomerFilter) {
  const { type, tier, status, loyaltyTier, segment, verified, restricted, severalLogins, createdFrom, createdTo } =
    filter
  let rows = customerRows(ctx)
  rows = status ? rows.where('status', 'in', status) : rows.where('status', 'not in', ['merged', 'erased'])
  if (type) rows = rows.where('type', 'in', type)
  if (tier) rows = rows.where('tier', 'in', tier)
  if (loyaltyTier !== undefined) rows = rows.where('loyalty_tier', '=', loyaltyTier)
  if (segment !== undefined) rows = rows.where('segment', '=', segment)
  if (verified === true)
    rows = rows.where((q) => q.or([q('phone_verified', '=', true), q('email_verified', '=', true)]))
  if (verified === false) rows = rows.where('phone_verified', '=', false).where('email_verified', '=', false)
  if (restricted !== undefined) rows = rows.where('restricted_at', restricted ? 'is not' : 'is', null)
  if (severalLogins !== undefined) {
    rows = rows.where('customers.id', severalLogins ? 'in' : 'not in', withSeveralLogins(ctx))
  }
  if (createdFrom) rows = rows.where('customers.created_at', '>=', createdFrom)
  if (createdTo) rows = rows.where('customers.created_at', '<', createdTo)
  return rows
}

const withSeveralLogins = (ctx: Context) =>
  sql(ctx)
    .selectFrom('customer_logins')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('logins', '>', 1)

/** For each part of the query the row must have one of its tokens. A superset of what fits: tokens can collide. */
export function withTokens(ctx: Context, { all }: PreparedQuery) {
  return all.reduce(
    (rows, terms) => rows.where((q) => q('tokens', '&&', q.val(hashed(ctx, terms)))),
    sql(ctx).selectFrom('customer_tokens').select('id').where('tenant_id', '=', ctx.tenant),
  )
}

/** The first term of each part is the text as typed; those who carry it all are ranked before those who sound like it. */
const favourites = (ctx: Context, { all }: PreparedQuery) =>
  hashed(
    ctx,
    all.map(([asTyped]) => asTyped!),
  )

export function requireQuery(q: string): PreparedQuery {
  const query = prepareQuery(q)
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

async function count(
  ctx: Context,
  page: CustomerPage,
  query: PreparedQuery | null,
): Promise<Pick<Page, 'total' | 'totalIs'>> {
  if (page.total === 'none') return { total: null, totalIs: 'not_counted' }
  if (query) return { total: null, totalIs: 'not_counted' }
  const { loyaltyTier, segment, verified, restricted, severalLogins, createdFrom, createdTo } = page
  const filters = [loyaltyTier, segment, verified, restricted, severalLogins, createdFrom, createdTo]
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
  const [plan] = (await rows.explain('json')) as { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[]
  return { total: Math.max(count, plan!['QUERY PLAN'][0]!.Plan['Plan Rows']), totalIs: 'estimated' }
}

async function countByTally(ctx: Context, { type, status, tier }: CustomerFilter): Promise<number> {
  const kinds = await readTally(ctx)
  const wanted = kinds.filter(
    (kind) =>
      // Of the erased nothing is left to list.
      kind.status !== 'erased' &&
      (status ? (status as string[]).includes(kind.status) : kind.status !== 'merged') &&
      (!type || (type as string[]).includes(kind.type)) &&
      (!tier || (tier as string[]).includes(kind.tier)),
  )
  return wanted.reduce((sum, { count }) => sum + count, 0)
}

/** A cursor belongs to one list: the same filters, the same order. */
const listName = ({ cursor, limit, total, ...filters }: CustomerPage) => `customers ${JSON.stringify(filters)}`
