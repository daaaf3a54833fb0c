import { sql as raw } from 'kysely'
import type { Context } from '../../kit/context.ts'
import { networkOf } from '../../kit/network.ts'
import type { RefusalKind } from '../../kit/refusal.ts'
import { Refusal } from '../../kit/refusal.ts'
import { isServer } from './asker.ts'
import { AddressLimit, BudgetSpent, ContactLimit, CoolingDown, type VerificationSettings } from './contract.ts'
import { sql } from './tables.ts'

export const COOLDOWN_SECONDS = 60
export const HOUR = 3_600
const DAY = 86_400
/** Flood limit: all askers together get this multiple of one asker's codes per contact. */
export const ASKERS_OF_A_CONTACT = 3
/** The daily count of a tenant is spread over several rows, so that sends do not queue for one; each has its share of the limit. */
const MOST_SHARES = 16
const SMALLEST_SHARE = 50

export interface Window {
  readonly of: string
  readonly subject: Buffer
  readonly seconds: number
  readonly limit: number
  readonly refusal: RefusalKind
}

export interface Asked {
  readonly contact: Buffer
  readonly asker: Buffer
}

/** Counts one more code, or refuses it. A later refusal in this transaction takes the count back. */
export async function countCode(ctx: Context, { contact, asker }: Asked, limits: VerificationSettings): Promise<void> {
  const { perContactPerHour: anHour, perContactPerDay: aDay } = limits
  const here = atContact(contact, asker)
  const windows: Window[] = [
    { of: 'cooldown', subject: here, seconds: COOLDOWN_SECONDS, limit: 1, refusal: CoolingDown },
    { of: 'hour', subject: here, seconds: HOUR, limit: anHour, refusal: ContactLimit },
    { of: 'day', subject: here, seconds: DAY, limit: aDay, refusal: ContactLimit },
    { of: 'hour of all', subject: contact, seconds: HOUR, limit: ASKERS_OF_A_CONTACT * anHour, refusal: ContactLimit },
    { of: 'day of all', subject: contact, seconds: DAY, limit: ASKERS_OF_A_CONTACT * aDay, refusal: ContactLimit },
  ]
  const address = addressOf(ctx)
  if (address !== null) {
    const limit = limits.perAddressPerHour
    windows.push({ of: 'address', subject: address, seconds: HOUR, limit, refusal: AddressLimit })
  }
  // Always in this order, the most contended row last, to avoid deadlocks and long waits.
  for (const window of windows) {
    if ((await countIn(ctx, window)) === null) throw await refused(ctx, window)
  }
  await countInBudget(ctx, limits.perDay)
}

/** Starts with the contact, so that an erasure finds it. */
export const atContact = (contact: Buffer, asker: Buffer) => Buffer.concat([contact, asker])

export function addressOf(ctx: Context): Buffer | null {
  const { ip } = ctx.caller.origin
  if (ip === undefined || isServer(ctx)) return null
  return ctx.keys.blindIndex('verification address', networkOf(ip))
}

async function countInBudget(ctx: Context, budget: number): Promise<void> {
  const shares = Math.max(1, Math.min(MOST_SHARES, Math.floor(budget / SMALLEST_SHARE)))
  const windows = Array.from({ length: shares }, (_, share): Window => {
    const limit = Math.floor(budget / shares) + (share < budget % shares ? 1 : 0)
    return { of: 'budget', subject: Buffer.from([share]), seconds: DAY, limit, refusal: BudgetSpent }
  })
  const left = await notSpent(ctx, windows)
  // Upwards only: an exhausted row stays locked, so wrapping around could deadlock.
  for (const window of left.slice(Math.floor(Math.random() * left.length))) {
    if ((await countIn(ctx, window)) !== null) return
  }
  throw await refused(ctx, windows[0]!)
}

async function notSpent(ctx: Context, windows: readonly Window[]): Promise<Window[]> {
  const rows = await sql(ctx)
    .selectFrom('verification_counts')
    .select(['subject', 'count'])
    .where('tenant_id', '=', ctx.tenant)
    .where('window_of', '=', 'budget')
    .where('ends_at', '>', ctx.now)
    .execute()
  const counts = new Map(rows.map(({ subject, count }) => [subject[0], count]))
  return windows.filter(({ subject, limit }) => (counts.get(subject[0]) ?? 0) < limit)
}

/** One statement that waits for its row and increments it below the limit: the new count, or null. */
export async function countIn(ctx: Context, { of, subject, seconds, limit }: Window): Promise<number | null> {
  const endsAt = new Date(ctx.now.getTime() + seconds * 1000)
  const over = raw<boolean>`verification_counts.ends_at <= ${ctx.now}`
  const counted = await sql(ctx)
    .insertInto('verification_counts')
    .values({ tenant_id: ctx.tenant, window_of: of, subject, since: ctx.now, ends_at: endsAt, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'window_of', 'subject'])
        .doUpdateSet({
          count: raw<number>`case when ${over} then 1 else verification_counts.count + 1 end`,
          since: raw<Date>`case when ${over} then ${ctx.now} else verification_counts.since end`,
          ends_at: raw<Date>`case when ${over} then ${endsAt} else verification_counts.ends_at end`,
        })
        .where((q) => q.or([over, q('verification_counts.count', '<', limit)])),
    )
    .returning('count')
    .executeTakeFirst()
  return counted?.count ?? null
}

/** Successes do not count. */
export async function giveBack(ctx: Context, { of, subject }: Window): Promise<void> {
  await sql(ctx)
    .updateTable('verification_counts')
    .set((q) => ({ count: q('count', '-', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('window_of', '=', of)
    .where('subject', '=', subject)
    .where('count', '>', 0)
    .execute()
}

export async function refused(ctx: Context, { of, subject, refusal }: Window): Promise<Refusal> {
  const { ends_at } = await sql(ctx)
    .selectFrom('verification_counts')
    .select('ends_at')
    .where('tenant_id', '=', ctx.tenant)
    .where('window_of', '=', of)
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  const seconds = Math.max(1, Math.ceil((ends_at.getTime() - ctx.now.getTime()) / 1000))
  return new Refusal(refusal, { retryAfterSeconds: seconds }, { 'retry-after': String(seconds) })
}
