import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { Moved, NeedsHuman } from '../../../kit/personal-data.ts'
import { writeTotals } from '../../customers/index.ts'
import { type Award, awardRows, soonestEndFirst } from '../ledger/awards.ts'
import { type Book, closeBook, enter, openLocked } from '../ledger/book.ts'
import { draw, restore } from '../ledger/draws.ts'
import { difference, type Volumes } from '../ledger/volumes.ts'
import { sql } from '../tables.ts'
import { Remembered, unmergeTier } from './merge.ts'

/**
 * Gives back exactly the awards, orders and redemptions that were moved. What the survivor spent of the other one’s points
 * since stays with the survivor, who pays for it with awards of their own, and owes what these lack.
 */
export async function unmerge(
  ctx: Context,
  from: string,
  into: string,
  moved: Moved,
  needsHuman: (what: NeedsHuman) => void,
): Promise<void> {
  const remembered = Remembered.parse(moved)
  if (remembered.seq === null) return giveRowsBack(ctx, from, into, remembered)
  const [source, target] = [await openLocked(ctx, from), await openLocked(ctx, into)]
  const crossed = await crossings(ctx, into, remembered)
  const awards = await everyAward(ctx, target, remembered, crossed)
  await giveRowsBack(ctx, from, into, remembered)

  const ids = new Set(remembered.awards)
  const theirs = [...awards.values()].filter(({ id }) => ids.has(id))
  const own = [...awards.values()].filter(({ id }) => !ids.has(id))
  const { paid, owed } = swap(target, awards, { from: theirs, into: own }, crossed)

  const debt = target.now.debt + paid
  const debtOfSource = Math.min(remembered.debt, debt)
  const reserved = await reservedBy(ctx, from)
  const sourceHas = { ...leftIn(theirs), reserved, debt: debtOfSource + owed.from }
  const pendingLeft = target.now.pending - sourceHas.pending
  const targetHas: Volumes = {
    balance: leftIn(own).balance,
    pending: pendingLeft,
    reserved: target.now.reserved - reserved,
    debt: debt - debtOfSource + owed.into,
  }
  source.awards = spendable(theirs)
  target.awards = spendable(own)
  const why = { rule: 'unmerged' } as const
  const lost = difference(targetHas, target.now)
  enter(ctx, target, { kind: 'merge', points: lost.balance, change: lost, why })
  enter(ctx, source, { kind: 'merge', points: sourceHas.balance, change: difference(sourceHas, source.now), why })
  await closeExactly(ctx, target, await unmergeTier(ctx, target, remembered))
  await closeExactly(ctx, source, { away: false })
  if (owed.covered > 0) needsHuman({ whose: 'into', what: 'changed_since', field: 'loyaltyPoints' })
  if (owed.into > 0) needsHuman({ whose: 'into', what: 'below_zero', field: 'loyaltyPoints' })
}

type SideOf = 'from' | 'into'
interface Crossing {
  readonly award: string
  readonly redemption: string | null
  readonly order: string | null
  readonly points: number
  readonly paysDebt: boolean
  /** Which of the two it was for. */
  readonly by: SideOf
}

/**
 * What the survivor’s ledger took from an award of one for an affair of the other. What it took and gave back again
 * before, in another undoing, adds up to nothing.
 */
async function crossings(
  ctx: Context,
  into: string,
  { awards, orders, redemptions, seq }: Remembered,
): Promise<Crossing[]> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_allocations as drawn')
    .innerJoin('loyalty_entries as entry', (join) =>
      join
        .onRef('entry.tenant_id', '=', 'drawn.tenant_id')
        .onRef('entry.customer_id', '=', 'drawn.customer_id')
        .onRef('entry.seq', '=', 'drawn.seq'),
    )
    .select([
      'drawn.award_id as award',
      'drawn.redemption_id as redemption',
      'drawn.order_id as order',
      'drawn.pays_debt as paysDebt',
      raw<number>`sum(drawn.points)::integer`.as('points'),
      raw<boolean>`drawn.award_id = any (${awards}::uuid[])`.as('theirAward'),
      raw<boolean>`case when drawn.redemption_id is null then coalesce(drawn.order_id = any (${orders}::uuid[]), false)
        else drawn.redemption_id = any (${redemptions}::uuid[]) end`.as('theirAffair'),
      raw<boolean>`drawn.pays_debt and drawn.seq = ${seq}`.as('atMerge'),
    ])
    .where('drawn.tenant_id', '=', ctx.tenant)
    .where('drawn.customer_id', '=', into)
    .where('entry.kind', '!=', 'expire')
    .groupBy(raw`1, 2, 3, 4, 6, 7, 8`)
    .having(raw<boolean>`sum(drawn.points) > 0`)
    .execute()
  return rows
    .filter(({ paysDebt, theirAward, theirAffair, atMerge }) =>
      paysDebt ? theirAward || atMerge : theirAward !== theirAffair,
    )
    .map(({ theirAffair, ...row }) => ({ ...row, by: theirAffair ? 'from' : 'into' }))
}

/** What crossed goes back to its award, and the one that it was for pays with awards of their own, as far as they reach. */
function swap(
  target: Book,
  awards: ReadonlyMap<string, Award>,
  of: Readonly<Record<SideOf, Award[]>>,
  crossed: readonly Crossing[],
) {
  for (const { award, points, redemption, order, paysDebt } of crossed)
    restore(target, awards.get(award)!, points, { redemption, order, paysDebt })
  const owed = { from: 0, into: 0, covered: 0 }
  let paid = 0
  for (const { points, redemption, order, paysDebt, by } of crossed) {
    if (paysDebt) {
      paid += points
      continue
    }
    owed[by] += points - draw(target, spendable(of[by]), points, { redemption, order })
    if (by === 'into') owed.covered += points
  }
  return { paid, owed }
}

/** All that is left or takes part, each once. */
async function everyAward(ctx: Context, target: Book, { awards }: Remembered, crossed: readonly Crossing[]) {
  const found = new Map(target.awards.map((award) => [award.id, award]))
  const wanted = [...awards, ...crossed.map(({ award }) => award)].filter((id) => !found.has(id))
  if (wanted.length === 0) return found
  const rows: Award[] = await awardRows(ctx).where('id', '=', raw<string>`any (${wanted}::uuid[])`).execute()
  for (const row of rows) found.set(row.id, row)
  return found
}

async function giveRowsBack(ctx: Context, from: string, into: string, remembered: Remembered): Promise<void> {
  const back = [
    ['loyalty_awards', 'id', remembered.awards],
    ['loyalty_orders', 'order_id', remembered.orders],
    ['loyalty_redemptions', 'id', remembered.redemptions],
  ] as const
  for (const [table, column, ids] of back) {
    await sql(ctx)
      .updateTable(table)
      .set({ customer_id: from })
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', into)
      .where(raw<boolean>`${raw.ref(column)} = any (${ids}::uuid[])`)
      .execute()
  }
}

async function reservedBy(ctx: Context, customerId: string): Promise<number> {
  const { points } = await sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select(raw<number>`coalesce(sum(points), 0)::integer`.as('points'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'reserved')
    .executeTakeFirstOrThrow()
  return points
}

/** The customers module has changed the total already: it becomes the balance again. */
async function closeExactly(ctx: Context, book: Book, more: Parameters<typeof closeBook>[2]): Promise<void> {
  const { loyaltyPoints } = await writeTotals(ctx, book.customerId, {})
  await closeBook(ctx, book, { ...more, gained: book.now.balance - loyaltyPoints })
}

const spendable = (awards: readonly Award[]) =>
  awards.filter(({ vested_at, remaining }) => vested_at !== null && remaining > 0).sort(soonestEndFirst)

function leftIn(awards: readonly Award[]): Pick<Volumes, 'balance' | 'pending'> {
  let [balance, pending] = [0, 0]
  for (const { vested_at, remaining } of awards) {
    if (vested_at === null) pending += remaining
    else balance += remaining
  }
  return { balance, pending }
}
