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
/** In microseconds, as all times here. What a clock may be set back by unnoticed. */
const MARGIN = 1_000_000
/** How far the clock of another server may be behind. */
const OTHER_CLOCK = 86_400_000_000

/** Locked until the end of the transaction. */
export interface Claimed {
  readonly position: number
  /** Null for since ever. */
  readonly low: number | null
  readonly mark: number | null
  /** The mark was set on this server, by a clock that was not set back since; else the last day is compared anew. */
  readonly known: boolean
  /** Every transaction is over that was open when the mark was set. */
  readonly passed: boolean
  readonly here: Here
}

/** What the database says that Kith is connected to; none of it is compared with what another one said. */
interface Here {
  /** When this transaction began: before it had its number. */
  readonly began: number
  readonly now: number
  /** Of this transaction. */
  readonly number: string
  /** The oldest number that is not over. */
  readonly oldest: string
  readonly server: number
}

interface Lane {
  readonly position: number
  readonly low: number | null
  readonly mark: number | null
  readonly number: string | null
  readonly server: number | null
}

const micros = (time: string) => `(extract(epoch from ${time}) * 1000000)::bigint`
/** Names no table: with Citus the coordinator answers it itself, which also gives rows their times; a worker would answer with its own numbers. */
const HERE = raw<Here>`
  select ${raw.raw(micros('transaction_timestamp()'))} as began, ${raw.raw(micros('statement_timestamp()'))} as now,
         pg_current_xact_id()::text as number, pg_snapshot_xmin(pg_current_snapshot())::text as oldest,
         ${raw.raw(micros('pg_postmaster_start_time()'))} as server /* of no tenant_id */`

/** Null while another process has it. */
export async function claimLane<T>(db: Kysely<T>, { lanes }: Lanes, tenant: string): Promise<Claimed | null> {
  const claiming = raw<Lane>`
    select position, case when isfinite(low) then ${raw.raw(micros('low'))} end as low, ${raw.raw(micros('mark_at'))} as mark,
           mark_xid::text as number, ${raw.raw(micros('mark_server'))} as server
      from ${raw.table(lanes)} where tenant_id = ${tenant} for update skip locked`.execute(db)
  // Sent behind the claim, so that no mark of another process is newer than it.
  const [{ rows: claimed }, { rows: answered }] = await Promise.all([claiming, HERE.execute(db)])
  const [lane, here] = [claimed[0], answered[0]!]
  if (!lane) return null
  const { position, low, mark } = lane
  const known = mark !== null && lane.server === here.server && mark <= here.now
  const passed = known && lane.number !== null && BigInt(here.oldest) >= BigInt(lane.number)
  return { position, low, mark, known, passed, here }
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
  const from = time(everything ? null : reaching(low, known))
  const { rows } = await raw<{ id: string; at: number }>`
    select id, (extract(epoch from max(at)) * 1000000)::bigint as at
      from (select id, at, false as placed from ${raw.table(table)} where tenant_id = ${tenant} and at >= ${from} and ${only}
            union all
            select unnest(ids), null, true from ${raw.table(batches)} where tenant_id = ${tenant} and newest >= ${from}) as each_id
     group by id having not bool_or(placed) order by max(at), id limit ${PLACED_AT_ONCE}`.execute(db)
  return { ids: rows.map(({ id }) => id), newest: rows.at(-1)?.at ?? 0, full: rows.length === PLACED_AT_ONCE }
}

/** Behind a mark of another clock a day more is compared. */
const reaching = (low: number | null, known: boolean) => (low === null || known ? low : low - OTHER_CLOCK)

/**
 * What the lane's row becomes: `update … set ${moved(…)}`. Null where nothing changes. The mark's time is before its number,
 * and a row reads its time behind the number of its transaction: what is not over by the mark's number is newer than it. All
 * of it are values: Citus refuses an update in which a column goes into a function of times.
 */
export function moved(lane: Claimed, { ids, newest, full }: Found) {
  const { passed, known, position, mark, here } = lane
  if (ids.length === 0 && known && !passed) return null
  const reached = passed && mark !== null ? mark - MARGIN : reaching(lane.low, known)
  const low = full && reached !== null ? Math.min(reached, newest) : reached
  const marked = raw`, mark_at = ${time(here.began)}, mark_xid = ${here.number}::xid8, mark_server = ${time(here.server)}`
  return raw`position = ${position + ids.length}, low = ${time(low)}${passed || !known ? marked : raw``}`
}

/** A time of the database, without the loss of a Date. */
export const microseconds = (at: number) => raw<Date>`(timestamptz 'epoch' + ${at}::float8 * interval '1 microsecond')`

const time = (at: number | null) => raw<Date>`${at === null ? '-infinity' : inDigits(at)}::timestamptz`
const inDigits = (at: number) => {
  const fraction = ((at % 1000) + 1000) % 1000
  return new Date((at - fraction) / 1000).toISOString().replace('Z', `${String(fraction).padStart(3, '0')}Z`)
}

/** When the database was started that Kith is connected to, for `toVisit`. */
export const SERVER_START = `select ${micros('pg_postmaster_start_time()')} as server /* of no tenant_id */`

/**
 * A condition of the clock's, as kith_platform, on a tenant t and its lane l: there is something that may have no place, or
 * the mark is of another server. A lane that was visited just now is left to its nudges.
 */
export const toVisit = ({ rows }: Lanes, server: number): string => `
  (l.position is not null and l.mark_server is distinct from timestamptz '${inDigits(server)}'
   or coalesce(l.mark_at not between clock_timestamp() - interval '2 seconds' and clock_timestamp(), true)
      and (select max(r.at) from ${rows} r where r.tenant_id = t.tenant_id) >= coalesce(l.low, '-infinity'))`

/** Each row without a place, as kith_platform: a table with the column \`at\`. */
export const withoutPlace = ({ rows, batches, lanes }: Lanes): string => `
  (select r.at from tenants t left join ${lanes} l on l.tenant_id = t.tenant_id
     join ${rows} r on r.tenant_id = t.tenant_id and r.at >= coalesce(l.low, '-infinity')
    where not exists (select from ${batches} b where b.tenant_id = r.tenant_id
                        and b.newest >= coalesce(l.low, '-infinity') and r.id = any (b.ids))) as without_place`
