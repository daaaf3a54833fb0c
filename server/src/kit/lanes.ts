import { type Kysely, sql as raw } from 'kysely'

/**
 * Tables of one kind: `rows` are written once, a batch is one row with the ids of many in the order of their commits, and
 * a lane per tenant says how far that is. See docs/decisions/0020-events-by-position.md.
 */
export interface Lanes {
  readonly rows: string
  readonly batches: string
  readonly lanes: string
}

/** How many get their places at once. */
export const PLACED_AT_ONCE = 500
/** What a clock may be set back by unnoticed. */
const MARGIN = raw`interval '1 second'`
/** How far the clock of another server may be behind. */
const OTHER_CLOCK = raw`interval '1 day'`

/** Locked until the end of the transaction. */
export interface Claimed {
  readonly position: number
  readonly low: string
  /** The mark was set on this server, by a clock that was not set back since; else the last day is compared anew. */
  readonly known: boolean
  /** Every transaction is over that was open when the mark was set. */
  readonly passed: boolean
}

/** Null while another process has it. */
export async function claimLane<T>(db: Kysely<T>, { lanes }: Lanes, tenant: string): Promise<Claimed | null> {
  const { rows } = await raw<Claimed>`
    select position, low::text as low, known, known and xmin >= mark_xid as passed
      from (select position, low, mark_xid, pg_snapshot_xmin(pg_current_snapshot()) as xmin,
                   coalesce(mark_server = pg_postmaster_start_time() and mark_at <= clock_timestamp(), false) as known
              from ${raw.table(lanes)} where tenant_id = ${tenant} for update skip locked) as lane`.execute(db)
  return rows[0] ?? null
}

interface Found {
  readonly ids: readonly string[]
  /** In microseconds. */
  readonly newest: number
  /** There may be more. */
  readonly full: boolean
}

/**
 * What is committed and in no batch yet, oldest first. A row of a transaction that is still open is found later: nothing
 * before `low` can come any more. Grouped rather than joined, so that no estimate makes it slow.
 */
export async function findNew<T>(
  db: Kysely<T>,
  { rows: table, batches }: Lanes,
  tenant: string,
  { low, known }: Claimed,
  { everything = false, only = raw`true` } = {},
): Promise<Found> {
  const since = everything ? '-infinity' : low
  const from = known ? raw`${since}::timestamptz` : raw`${since}::timestamptz - ${OTHER_CLOCK}`
  const { rows } = await raw<{ id: string; at: number }>`
    select id, (extract(epoch from max(at)) * 1000000)::bigint as at
      from (select id, at, false as placed from ${raw.table(table)} where tenant_id = ${tenant} and at >= ${from} and ${only}
            union all
            select unnest(ids), null, true from ${raw.table(batches)} where tenant_id = ${tenant} and newest >= ${from}) as each_id
     group by id having not bool_or(placed) order by max(at), id limit ${PLACED_AT_ONCE}`.execute(db)
  return { ids: rows.map(({ id }) => id), newest: rows.at(-1)?.at ?? 0, full: rows.length === PLACED_AT_ONCE }
}

/**
 * What the lane's row becomes: `update … set ${moved(…)}`. Null where nothing changes. The mark reads its time before the
 * numbers, and a row its time behind the number of its transaction: what is not over by the mark's number is newer than it.
 */
export function moved({ passed, position, known }: Claimed, { ids, newest, full }: Found) {
  if (ids.length === 0 && known && !passed) return null
  const low = passed ? raw`mark_at - ${MARGIN}` : known ? raw`low` : raw`low - ${OTHER_CLOCK}`
  const mark = raw`mark_at = statement_timestamp(), mark_xid = pg_snapshot_xmax(pg_current_snapshot()),
    mark_server = pg_postmaster_start_time()`
  const others = passed || !known ? raw`, ${mark}` : raw``
  return raw`position = ${position + ids.length}, low = ${full ? raw`least(${low}, ${microseconds(newest)})` : low}${others}`
}

/** A time of the database, without the loss of a Date. */
export const microseconds = (at: number) => raw<Date>`(timestamptz 'epoch' + ${at}::float8 * interval '1 microsecond')`

/**
 * A condition of the clock's, as kith_platform, on a tenant t and its lane l: there is something that may have no place, or
 * the mark is of another server. A lane that was visited just now is left to its nudges.
 */
export const toVisit = ({ rows }: Lanes): string => `
  (l.position is not null and l.mark_server is distinct from pg_postmaster_start_time()
   or coalesce(l.mark_at not between clock_timestamp() - interval '2 seconds' and clock_timestamp(), true)
      and (select max(r.at) from ${rows} r where r.tenant_id = t.tenant_id) >= coalesce(l.low, '-infinity'))`

/** Each row without a place, as kith_platform: a table with the column \`at\`. */
export const withoutPlace = ({ rows, batches, lanes }: Lanes): string => `
  (select r.at from tenants t left join ${lanes} l on l.tenant_id = t.tenant_id
     join ${rows} r on r.tenant_id = t.tenant_id and r.at >= coalesce(l.low, '-infinity')
    where not exists (select from ${batches} b where b.tenant_id = r.tenant_id
                        and b.newest >= coalesce(l.low, '-infinity') and r.id = any (b.ids))) as without_place`
