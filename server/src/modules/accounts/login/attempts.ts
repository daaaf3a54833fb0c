import { sql as raw } from 'kysely'
import type { Caller } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import { countRefusal } from '../../../kit/counted.ts'
import type { Database } from '../../../kit/database.ts'
import { networkOf } from '../../../kit/network.ts'
import { TooManyRequests } from '../../../kit/refusal.ts'
import { inOneWrite, inTenant } from '../../../kit/transaction.ts'
import { sql } from './tables.ts'

/** This many attempts within these minutes from the first; afterwards closed for these minutes. */
export interface Limit {
  readonly name: string
  readonly most: number
  readonly minutes: number
  /** After the last one each attempt waits longer, instead of closing: a worldwide limit must not lock the owner out. */
  readonly slows?: true
}

/** Per network and typed login, so that an unknown account locks in the same way. */
const SIGN_IN_BY_LOGIN = { name: 'sign-in', most: 10, minutes: 15 } as const satisfies Limit
/** All networks together. */
export const SIGN_IN_EVERYWHERE = {
  name: 'sign-in everywhere',
  most: 30,
  minutes: 60,
  slows: true,
} as const satisfies Limit
/** For a browser in which this account signed in before, instead of the two above. */
export const SIGN_IN_BY_DEVICE = { name: 'sign-in on device', most: 10, minutes: 15 } as const satisfies Limit
/** Successes are taken back, so that a shop behind one address is not locked out. */
export const SIGN_IN_BY_ADDRESS = { name: 'sign-in from', most: 100, minutes: 15 } as const satisfies Limit
/** Limit per address for anonymous requests that store state (guests, OIDC flows, passkey challenges). */
export const BEGINNINGS_BY_ADDRESS = { name: 'begin from', most: 300, minutes: 15 } as const satisfies Limit
export const REGISTRATIONS_BY_ADDRESS = { name: 'register from', most: 30, minutes: 60 } as const satisfies Limit
export const MAILS_BY_LOGIN = { name: 'mail to', most: 5, minutes: 60 } as const satisfies Limit
/** For a browser in which this account signed in before, instead of the one above: strangers cannot use it up. */
export const MAILS_BY_DEVICE = { name: 'mail from device', most: 5, minutes: 60 } as const satisfies Limit
export const SECOND_FACTOR_BY_ACCOUNT = { name: 'second factor', most: 10, minutes: 15 } as const satisfies Limit
export const STEP_UP_BY_ACCOUNT = { name: 'step-up', most: 10, minutes: 15 } as const satisfies Limit

export interface Turn {
  readonly limit: Limit
  readonly subject: string
}

/**
 * Counts the attempt before it is made, in a transaction of its own: of fifty concurrent guesses only the allowed number is
 * checked, and a refused guess does not roll its count back.
 */
export function takeTurns(db: Database, caller: Caller, turns: readonly Turn[]): Promise<void> {
  return takeTurnsAndRead(db, caller, turns, async () => {})
}

/** The same, with a query in the same round trip. The result is withheld when a limit is exceeded. */
export async function takeTurnsAndRead<T>(
  db: Database,
  caller: Caller,
  turns: readonly Turn[],
  read: (ctx: Context) => Promise<T>,
): Promise<T> {
  const ask = (ctx: Context) => Promise.all([countTurns(ctx, turns), read(ctx)])
  const [counted, found] = await inOneWrite(db, caller, ask)
  const lockedNow = counted.filter(({ locksNow }) => locksNow)
  if (lockedNow.length > 0) await inTenant(db, caller, async (ctx) => noteLocks(ctx, lockedNow))
  for (const { limit } of lockedNow) await countRefusal(db, caller, 'lock_out', limit.name)
  const over = counted.filter(({ allowed }) => !allowed)
  if (over.length === 0) return found
  const seconds = Math.max(1, Math.ceil((Math.max(...over.map(({ until }) => until.getTime())) - Date.now()) / 1000))
  throw TooManyRequests({}, { 'retry-after': String(seconds) })
}

function noteLocks(ctx: Context, locked: readonly { readonly limit: Limit }[]): void {
  for (const { limit } of locked) {
    ctx.audit({ action: 'sign_in.locked', customer: null, fields: [], after: { limit: limit.name } })
  }
}

/** Counts an attempt within the caller's transaction; false when there were too many. */
export async function tryNow(ctx: Context, turn: Turn): Promise<boolean> {
  const [counted] = await countTries(ctx, [turn])
  return counted!.allowed
}

/** A success does not count: the login's counter is reset, the address gets its one attempt back. */
export function giveTurnsBack(ctx: Context, turns: readonly Turn[], all: 'all' | 'one'): void {
  for (const turn of turns) {
    const attempts = sql(ctx)
      .updateTable('sign_in_attempts')
      .set((q) => (all === 'all' ? { count: 0, until: ctx.now } : { count: q('count', '-', 1) }))
      .where('tenant_id', '=', ctx.tenant)
      .where('subject', '=', subjectOf(ctx, turn))
      .where('count', '>', 0)
    sql.send(ctx, attempts)
  }
}

export const byAddress = (limit: Limit, { origin }: Caller): Turn => ({ limit, subject: networkOf(origin.ip ?? '') })

/** This login from this network. */
export const byLogin = (email: string, { origin }: Caller): Turn => ({
  limit: SIGN_IN_BY_LOGIN,
  subject: `${email} ${networkOf(origin.ip ?? '')}`,
})

interface Counted {
  readonly limit: Limit
  readonly allowed: boolean
  /** Closed or slowed down by this very attempt. */
  readonly locksNow: boolean
  readonly until: Date
}

/** The most contended row comes last. A closed network does not slow other networks down. */
async function countTurns(ctx: Context, turns: readonly Turn[]): Promise<Counted[]> {
  const slowing = turns.filter(({ limit }) => limit.slows)
  const closing = turns.filter(({ limit }) => !limit.slows)
  const counted = await Promise.all([
    countTries(ctx, closing),
    ...slowing.map((turn) => countSlowing(ctx, turn, closing)),
  ])
  return counted.flat()
}

const SLOWEST_SECONDS = 300

/** An attempt during a wait is not counted and does not prolong it: otherwise attempts alone would lock the owner out. */
async function countSlowing(ctx: Context, turn: Turn, closing: readonly Turn[]): Promise<Counted> {
  const { limit } = turn
  const [subject, forgottenAt] = [subjectOf(ctx, turn), new Date(ctx.now.getTime() - limit.minutes * 60_000)]
  const isOld = raw<boolean>`a.until <= ${forgottenAt}`
  // As seconds: Citus takes no sum of a time and an interval beside `on conflict`.
  const waits = raw`case when a.count + 1 < ${limit.most}::int then 0
    else least(power(2, least(a.count + 2 - ${limit.most}::int, 20)), ${SLOWEST_SECONDS}::int) end`
  const later = raw`to_timestamp(${ctx.now.getTime() / 1000}::float8 + ${waits})`
  const closed = closing.map((one) => raw`(subject = ${subjectOf(ctx, one)} and count > ${one.limit.most}::int)`)
  const isClosed = raw`exists (select from sign_in_attempts
    where tenant_id = ${ctx.tenant} and (${raw.join(closed, raw` or `)}))`
  const { rows } = await raw<{ count: number; until: Date; allowed: boolean }>`
    with counted as (
      insert into sign_in_attempts as a (tenant_id, subject, count, until)
      select ${ctx.tenant}::uuid, ${subject}::bytea, 1, ${ctx.now}::timestamptz where not ${isClosed}
      on conflict (tenant_id, subject) do update set
        count = case when ${isOld} then 1 else a.count + 1 end,
        until = case when ${isOld} then excluded.until else ${later} end
      where a.until <= excluded.until or a.count < ${limit.most}::int
      returning count, until)
    select count, until, true as allowed from counted
    union all
    select count, until, false from sign_in_attempts
    where tenant_id = ${ctx.tenant} and subject = ${subject} and not exists (select from counted)`.execute(sql(ctx))
  // If a concurrent attempt created the row, the second half of the statement does not see it.
  const { count, until, allowed } = rows[0] ?? {
    count: limit.most,
    until: new Date(ctx.now.getTime() + 1_000),
    allowed: false,
  }
  return { limit, allowed, until, locksNow: allowed && count === limit.most }
}

/** In one statement that locks its rows in this order, so that concurrent attempts cannot deadlock. */
async function countTries(ctx: Context, turns: readonly Turn[]): Promise<readonly Counted[]> {
  const tries = turns.map((turn) => {
    const { most, minutes } = turn.limit
    return { subject: subjectOf(ctx, turn), most, fresh: new Date(ctx.now.getTime() + minutes * 60_000) }
  })
  const counts = tries.map(({ subject, fresh }) => raw`(${ctx.tenant}, ${subject}, 1, ${fresh})`)
  const mosts = tries.map(({ subject, most }) => raw`when ${subject} then ${most}::int`)
  const most = raw`case a.subject ${raw.join(mosts, raw` `)} end`
  const { rows } = await raw<{ count: number; until: Date }>`
    insert into sign_in_attempts as a (tenant_id, subject, count, until)
    values ${raw.join(counts)}
    on conflict (tenant_id, subject) do update set
      count = case when a.until <= ${ctx.now} then 1 else least(a.count + 1, ${most} + 2) end,
      until = case when a.until <= ${ctx.now} or a.count + 1 = ${most} then excluded.until else a.until end
    returning count, until`.execute(sql(ctx))
  return rows.map(({ count, until }, index) => {
    const { limit } = turns[index]!
    return { limit, allowed: count <= limit.most, until, locksNow: count === limit.most + 1 }
  })
}

const subjectOf = (ctx: Context, { limit, subject }: Turn) => ctx.keys.digest(`attempts: ${limit.name}`, subject)
