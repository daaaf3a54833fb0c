import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { type KeyHolder, keyHolder, writeTotals } from '../../customers/index.ts'
import { MOST_HELD } from '../rules/points.ts'
import { sql } from '../tables.ts'
import { type Award, isEnded, openAward, soonestEndFirst, vestedAwards } from './awards.ts'
import { type Draw, draw, restore } from './draws.ts'
import { type Entry, notes } from './entry.ts'
import { type Owed, owedOf, writeOwed } from './owed.ts'
import { difference, plus, type Volumes, volumesIn } from './volumes.ts'

const sum = (awards: readonly Award[]) => awards.reduce((points, { remaining }) => points + remaining, 0)

/** The points of one customer, locked for this transaction: what is entered, and in the end what it adds up to. */
export interface Book {
  readonly customerId: string
  readonly account: AccountRow
  /** When it was opened. */
  readonly before: Volumes
  now: Volumes
  entries: number
  /** Those with something left that may be spent, soonest end first. */
  awards: Award[]
  /** Of the entry that is being made. */
  draws: Draw[]
  /** By how much what the business owes has changed. */
  readonly owed: Owed[]
  readonly touched: Set<Award>
}
type AccountRow = Awaited<ReturnType<typeof lockAccount>>

/** The customer is locked first, so that it is neither merged nor erased meanwhile. */
export async function openBook(ctx: Context, customerId: string): Promise<Book & { readonly customer: KeyHolder }> {
  const customer = await keyHolder(ctx, customerId, 'for update')
  return Object.assign(await openLocked(ctx, customerId), { customer })
}

/** For a customer that is locked already, and for what goes on although there is no person any more. What has ended is entered first. */
export async function openLocked(ctx: Context, customerId: string): Promise<Book> {
  // Sent together, and carried out in this order.
  const [account, awards] = await Promise.all([lockAccount(ctx, customerId), vestedAwards(ctx, customerId)])
  const now = volumesIn(account)
  const { entries } = account
  const book: Book = {
    ...{ customerId, account, before: now, now, entries, awards },
    ...{ draws: [], owed: [], touched: new Set() },
  }
  const ended = awards.filter((award) => isEnded(ctx, award))
  if (ended.length > 0) {
    const points = take(book, sum(ended), {}, ended)
    enter(ctx, book, { kind: 'expire', points: -points, change: { balance: -points }, why: { rule: 'ended' } })
  }
  return book
}

async function lockAccount(ctx: Context, customerId: string) {
  const rows = sql(ctx)
    .selectFrom('loyalty_accounts')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .forUpdate()
  const found = await rows.executeTakeFirst()
  if (found) return found
  await sql(ctx)
    .insertInto('loyalty_accounts')
    .values({ tenant_id: ctx.tenant, customer_id: customerId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doNothing())
    .execute()
  return rows.executeTakeFirstOrThrow()
}

/** Takes points from the awards that end soonest; returns how many there were. */
export const take = (book: Book, points: number, more: Partial<Draw> = {}, from: readonly Award[] = book.awards) =>
  draw(book, from, points, more)

/** What was taken from an award comes back to it, with its end as it was. */
export function giveBack(book: Book, award: Award, points: number, more: Partial<Draw> = {}): void {
  restore(book, award, points, more)
  if (award.vested_at !== null) addAward(book, award)
}

/** As many of the points as there is room for; null: the customer has the most that there can be. */
export function giveAward(ctx: Context, book: Book, given: Parameters<typeof openAward>[2]): Award | null {
  const { balance, pending, reserved } = book.now
  const points = Math.min(given.points, MOST_HELD - balance - pending - reserved)
  if (points <= 0) return null
  const award = openAward(ctx, book.customerId, { ...given, points })
  book.owed.push(owedOf(award, points))
  if (award.vested_at !== null) addAward(book, award)
  return award
}

/** An award that may be spent from now on. */
export function addAward(book: Book, award: Award): void {
  if (!book.awards.includes(award)) book.awards = [...book.awards, award].sort(soonestEndFirst)
}

/** The award itself, where the book has it open already. */
export const sameAward = (book: Book, award: Award): Award => book.awards.find(({ id }) => id === award.id) ?? award

/**
 * Writes an entry with the draws that were made for it. What the customer owes is paid at once from what there is, in the
 * same entry.
 */
export function enter(ctx: Context, book: Book, { change, ...entry }: Entry): void {
  const owed = book.now
  book.now = plus(book.now, change)
  const paid = Math.min(book.now.balance, book.now.debt)
  if (paid > 0) {
    take(book, paid, { paysDebt: true })
    book.now = plus(book.now, { balance: -paid, debt: -paid })
  }
  const changed = difference(book.now, owed)
  const seq = ++book.entries
  const place = { tenant_id: ctx.tenant, customer_id: book.customerId, seq }
  sql.insert(ctx, 'loyalty_entries', [
    {
      ...place,
      kind: entry.kind,
      at: ctx.now,
      actor: ctx.caller.actor,
      points: entry.points,
      balance_change: changed.balance,
      pending_change: changed.pending,
      reserved_change: changed.reserved,
      debt_change: changed.debt,
      ...book.now,
      order_id: entry.orderId ?? null,
      source: entry.source ?? null,
      why: JSON.stringify(paid > 0 ? { ...entry.why, paidDebt: paid } : entry.why),
      note: entry.note ? notes.seal(ctx, entry.note.key, place, entry.note.text) : null,
    },
  ])
  sql.insert(
    ctx,
    'loyalty_allocations',
    book.draws.map((one, part) => ({
      ...place,
      part,
      award_id: one.award,
      points: one.points,
      redemption_id: one.redemption,
      order_id: one.order === undefined ? (entry.orderId ?? null) : one.order,
      pays_debt: one.paysDebt,
    })),
  )
  book.draws = []
}

/** What it all adds up to: awards, account, and the total of the customer, which is always the balance. */
export async function closeBook(
  ctx: Context,
  book: Book,
  { gained = book.now.balance - book.before.balance, ...more }: Partial<AccountChange> & { gained?: number } = {},
): Promise<void> {
  writeRemaining(ctx, [...book.touched])
  const { reserved, debt } = difference(book.now, book.before)
  await writeOwed(ctx, [
    ...book.owed,
    { kind: 'reserved', endsAt: null, points: reserved },
    { kind: 'debt', endsAt: null, points: debt },
  ])
  sql.send(
    ctx,
    sql(ctx)
      .updateTable('loyalty_accounts')
      .set({ ...book.now, entries: book.entries, ...more })
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', book.customerId),
  )
  if (gained !== 0) await writeTotals(ctx, book.customerId, { loyaltyPoints: gained })
}
type AccountChange = Pick<AccountRow, 'tier' | 'tier_since' | 'grace_until' | 'away'>

function writeRemaining(ctx: Context, awards: readonly Award[]): void {
  if (awards.length === 0) return
  const ids = awards.map(({ id }) => id)
  const left = awards.map(({ remaining }) => remaining)
  sql.send(
    ctx,
    sql(ctx)
      .updateTable('loyalty_awards as award')
      .from(
        raw<{ id: string; remaining: number }>`unnest(${ids}::uuid[], ${left}::integer[])`.as<'left'>(
          raw`left_over(id, remaining)`,
        ) as never, // Kysely knows no columns of unnest().
      )
      .set({ remaining: raw<number>`left_over.remaining` })
      .where('award.tenant_id', '=', ctx.tenant)
      .where('award.id', '=', raw<string>`left_over.id`),
  )
}
