import type { Context } from '../../kit/context.ts'
import { placed, readCursor } from '../../kit/cursor.ts'
import { type CustomerRow, type Person, showPerson } from './person.ts'
import { MATCHES } from './search/needle.ts'
import type { Found, PreparedQuery } from './search/query.ts'
import { candidates, type Place } from './search-stages.ts'
import { fitOf } from './search-tokens.ts'
import type { CustomerPage } from './shapes.ts'

/** Who does not really fit is passed over, and more are fetched: for one page at most so many are opened, and so many looked at. */
const MOST_OPENED = 250
const MOST_PASSED_OVER = 5_000
const MOST_AT_ONCE = 500
/** With so many on a page, what a half-typed word may come to sound like begins the next. */
const ENOUGH = 8

export interface Hit {
  readonly row: CustomerRow
  readonly person: Person
  readonly found: Found
}

/** A page of a search without an order: exact words, then beginnings, then what sounds alike, the latest of each first. */
export async function searchPage(
  ctx: Context,
  query: PreparedQuery,
  { limit, cursor, total }: CustomerPage,
  list: string,
  rowsOf: (ids: readonly string[]) => Promise<readonly CustomerRow[]>,
) {
  const start: Place = cursor === undefined ? [0] : readCursor<Place>(ctx.keys, list, ctx.now, cursor)
  let from = start
  const late = query.stages.findIndex((stage) => stage.late)
  const hits: Placed[] = []
  let [passed, opened] = [0, 0]
  let more = true
  let isLeft = false
  // One more than the page holds: that there is a next page must not tell of who does not fit.
  while (more && hits.length <= limit && opened <= MOST_OPENED && passed <= MOST_PASSED_OVER) {
    const wanted = passed === 0 ? limit + 1 : Math.min(MOST_AT_ONCE, 2 * passed)
    const until = from[0] < late ? late : query.stages.length
    const places = await candidates(ctx, query, { from, until, limit: wanted })
    const rows = new Map(
      (places.length === 0 ? [] : await rowsOf(places.map(([, , id]) => id))).map((row) => [row.id, row]),
    )
    for (const place of places) hits.push(...fitting(ctx, query, place, rows.get(place[2])))
    passed += places.length
    opened += rows.size
    from = places.at(-1) ?? from
    more = places.length === wanted
    if (!more && until === late) {
      from = [late]
      isLeft = hits.length >= ENOUGH
      more = !isLeft
    }
  }
  const shown = hits.slice(0, limit)
  const next = hits.length > limit ? shown.at(-1)!.place : more || isLeft ? from : null
  const sorted = [...shown].sort((one, other) => weight(one.hit) - weight(other.hit))
  return {
    items: sorted.map(({ hit }) => hit),
    ...placed(ctx, list, placesIn(sorted, shown, start), next ?? false),
    ...counted(total, shown.length, { all: next === null && cursor === undefined }),
  }
}

interface Placed {
  readonly place: Place
  readonly hit: Hit
}

/** A page is shown in another order than it is read: behind a row begins what was not all shown before it, so none is left out. */
function placesIn(sorted: readonly Placed[], read: readonly Placed[], start: Place): Place[] {
  const passed = new Set<Placed>()
  let whole = 0
  return sorted.map((one) => {
    passed.add(one)
    while (whole < read.length && passed.has(read[whole]!)) whole++
    return whole === 0 ? start : read[whole - 1]!.place
  })
}

function fitting(ctx: Context, query: PreparedQuery, place: Place, row: CustomerRow | undefined) {
  if (!row) return []
  const person = showPerson(ctx, row)
  const found = fitOf(query, row, person)
  return found === null ? [] : [{ place, hit: { row, person, found } }]
}

const weight = ({ found }: Hit) => MATCHES.indexOf(found.match)

function counted(total: CustomerPage['total'], shown: number, { all }: { readonly all: boolean }) {
  if (total === 'none' || !all) return { total: null, totalIs: 'not_counted' as const }
  return { total: shown, totalIs: 'exact' as const }
}
