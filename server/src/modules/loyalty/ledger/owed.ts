import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { dayOf } from '../../../kit/days.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { sql } from '../tables.ts'

type Kind = 'vested' | 'pending' | 'reserved' | 'debt'

/** So many points more, or less, that a business owes. */
export interface Owed {
  readonly kind: Kind
  readonly endsAt: Date | null
  readonly points: number
}

interface Part {
  readonly vested_at: Date | null
  readonly expires_at: Date | null
}

/** Points of an award as it is now. */
export const owedOf = ({ vested_at, expires_at }: Part, points: number): Owed => ({
  kind: vested_at === null ? 'pending' : 'vested',
  endsAt: expires_at,
  points,
})

export async function writeOwed(ctx: Context, changes: readonly Owed[]): Promise<void> {
  if (changes.length === 0) return
  const { timeZone } = await tenantDefaults(ctx)
  const sums = new Map<string, OwedOnDay>()
  for (const { kind, endsAt, points } of changes) {
    const day = endsAt === null ? NO_END : dayOf(endsAt, timeZone)
    const key = `${kind} ${day}`
    sums.set(key, { kind, day, points: points + (sums.get(key)?.points ?? 0) })
  }
  add(ctx, [...sums.values()])
}
export const NO_END = ''

interface OwedOnDay {
  readonly kind: string
  readonly day: string
  readonly points: number
}

/** Differences, without locks: a job folds them. */
function add(ctx: Context, differences: readonly OwedOnDay[]): void {
  sql.insert(
    ctx,
    'loyalty_owed',
    differences
      .filter(({ points }) => points !== 0)
      .map((one) => ({ tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()), ...one })),
  )
}

/** The row that says that all awards were counted once; its points are 1. */
const COUNTED = 'counted'

/** Whether what is believed adds up: not before the check of the night has counted the awards that a release before gave. */
export async function isOwedCounted(ctx: Context): Promise<boolean> {
  const row = await sql(ctx)
    .selectFrom('loyalty_owed')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('kind', '=', COUNTED)
    .executeTakeFirst()
  return row !== undefined
}

/** Counted from every award and account. */
export const countedOwed = (ctx: Context, timeZone: string) => raw<OwedOnDay>`
  select case when vested_at is null then 'pending' else 'vested' end as kind,
         coalesce(to_char(expires_at at time zone ${timeZone}, 'YYYY-MM-DD'), ${NO_END}) as day,
         sum(remaining)::bigint as points
    from loyalty_awards where tenant_id = ${ctx.tenant} and remaining > 0 group by 1, 2
  union all
  select 'reserved', ${NO_END}, sum(reserved)::bigint from loyalty_accounts where tenant_id = ${ctx.tenant}
  union all
  select 'debt', ${NO_END}, sum(debt)::bigint from loyalty_accounts where tenant_id = ${ctx.tenant}`

export interface OwedDrift {
  readonly kind: string
  readonly day: string
  readonly believed: number
  readonly counted: number
}

/**
 * Counts what is owed from every award and account, and puts right what was believed: the first time, there was nothing to believe.
 * In one statement, which sees each change with its difference or neither: nothing waits for it but another one like it.
 */
export async function recountOwed(ctx: Context): Promise<OwedDrift[]> {
  await raw`select pg_advisory_xact_lock(hashtextextended(${`points owed ${ctx.tenant}`}, 0)) /* tenant_id */`.execute(
    sql(ctx),
  )
  const { timeZone } = await tenantDefaults(ctx)
  const isFirst = !(await isOwedCounted(ctx))
  const { rows } = await raw<OwedDrift>`
    with believed as (select kind, day, sum(points)::bigint as points from loyalty_owed
                       where tenant_id = ${ctx.tenant} and kind <> ${COUNTED} group by 1, 2),
         counted as (${countedOwed(ctx, timeZone)})
    select kind, day, coalesce(b.points, 0) as believed, coalesce(c.points, 0) as counted
      from believed b full join counted c using (kind, day)
     where coalesce(b.points, 0) <> coalesce(c.points, 0)
     order by kind, day`.execute(sql(ctx))
  const differences = rows.map(({ kind, day, believed, counted }) => ({ kind, day, points: counted - believed }))
  add(ctx, isFirst ? [...differences, { kind: COUNTED, day: NO_END, points: 1 }] : differences)
  return isFirst ? [] : rows
}

/** Into one row for each kind and day. Readers see either all of it or nothing. */
export async function foldOwed(ctx: Context): Promise<void> {
  const { rows } = await raw<OwedOnDay>`
    with several as (select kind, day from loyalty_owed where tenant_id = ${ctx.tenant}
                      group by kind, day having count(*) > 1)
    delete from loyalty_owed o using several s
     where o.tenant_id = ${ctx.tenant} and o.kind = s.kind and o.day = s.day
    returning o.kind, o.day, o.points`.execute(sql(ctx))
  const sums = new Map<string, OwedOnDay>()
  for (const { kind, day, points } of rows) {
    const key = `${kind} ${day}`
    sums.set(key, { kind, day, points: points + (sums.get(key)?.points ?? 0) })
  }
  add(ctx, [...sums.values()])
}
