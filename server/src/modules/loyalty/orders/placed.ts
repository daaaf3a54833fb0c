import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { birthDateOf, readContacts } from '../../customers/index.ts'
import type { OrderPlaced } from '../../orders/events.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { LoyaltyPointsEarned } from '../events.ts'
import type { Award, Waits } from '../ledger/awards.ts'
import { type Book, closeBook, enter, giveAward, openLocked } from '../ledger/book.ts'
import { earned } from '../rules/earned.ts'
import type { PointRules } from '../rules/points.ts'
import { type Decided, rulesOf } from '../rules/versions.ts'
import type { Why } from '../rules/why.ts'
import { sql } from '../tables.ts'
import { categoriesIn } from './categories.ts'
import { birthdayNear } from './days.ts'

const DAY_MS = 86_400_000
type Placed = ReturnType<typeof OrderPlaced.schema.parse>

/** An order earns once, however often it is told of. Its customer is locked by who placed it. */
export async function earnFor(ctx: Context, order: Placed): Promise<void> {
  const isNew = await noteOrder(ctx, order)
  if (!isNew || order.counted === null) return
  const decided = await rulesOf(ctx, 'points')
  const book = await openLocked(ctx, order.customerId)
  const waits = await waitsOf(ctx, decided.rules, order)
  await enterOrder(ctx, book, order, decided, waits)
  if (order.counted > 0 && !isTyped(order)) await enterOccasions(ctx, book, order, decided, waits)
  await closeBook(ctx, book)
}

/** A stranger may have typed the phone. */
const isTyped = ({ by, phoneProved }: Placed) => by === 'visitor' && !phoneProved

async function noteOrder(ctx: Context, order: Placed): Promise<boolean> {
  const noted = await sql(ctx)
    .insertInto('loyalty_orders')
    .values({
      tenant_id: ctx.tenant,
      order_id: order.orderId,
      customer_id: order.customerId,
      at: new Date(order.at),
      total: order.total,
      counted: order.counted,
      categories: JSON.stringify(categoriesIn(order.lines)),
      awaits_sale: order.by !== 'recorder',
      awaits_proof: isTyped(order),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'order_id']).doNothing())
    .returning('order_id')
    .executeTakeFirst()
  return noted !== undefined
}

async function enterOrder(ctx: Context, book: Book, order: Placed, decided: Decided<PointRules>, waits: Waits) {
  const { rules, version, currency } = decided
  const { timeZone } = await tenantDefaults(ctx)
  const due = earned(
    rules,
    { at: new Date(order.at), counted: order.counted!, total: order.total, lines: order.lines },
    {
      version,
      currency,
      timeZone,
      tier: book.account.tier,
      earnedToday: rules.capPerDay === null ? 0 : await earnedOn(ctx, order.customerId, new Date(order.at), timeZone),
    },
  )
  const award = giveAward(ctx, book, {
    kind: 'order',
    points: due.points,
    orderId: order.orderId,
    waits,
    months: rules.expiresAfterMonths,
  })
  if (!award) return
  const { points } = award
  enterAward(ctx, book, award, { ...due.why, ...waitsTold(waits) }, order)
  sql.send(
    ctx,
    sql(ctx)
      .updateTable('loyalty_orders')
      .set({ earned: points, award_id: award.id })
      .where('tenant_id', '=', ctx.tenant)
      .where('order_id', '=', order.orderId),
  )
  const { balance, pending } = book.now
  const { customerId, orderId } = order
  ctx.emit(LoyaltyPointsEarned({ customerId, points, balance, pending, orderId }))
}

/** What comes with the first order that is known to be theirs, and with one in the week of the birthday. A refund takes neither back. */
async function enterOccasions(
  ctx: Context,
  book: Book,
  order: Placed,
  { rules, version }: Decided<PointRules>,
  waits: Waits,
) {
  const give = (kind: 'welcome' | 'birthday', source: string, points: number) => {
    const award = giveAward(ctx, book, {
      kind,
      points,
      waits: { ...waits, delivery: false },
      months: rules.expiresAfterMonths,
    })
    if (award) enterAward(ctx, book, award, { rule: kind, version, ...waitsTold(waits) }, null, source)
  }
  if (rules.welcome > 0 && !(await wasEntered(ctx, book, 'welcome'))) give('welcome', 'welcome', rules.welcome)
  if (rules.birthday === 0) return
  const year = birthdayNear(await birthDateOf(ctx, order.customerId), new Date(order.at))
  const source = `birthday:${year}`
  if (year !== null && !(await wasEntered(ctx, book, source))) give('birthday', source, rules.birthday)
}

function enterAward(
  ctx: Context,
  book: Book,
  { points, vested_at }: Award,
  why: Why,
  order: Placed | null,
  source = order ? `order:${order.orderId}` : undefined,
): void {
  const change = vested_at === null ? { pending: points } : { balance: points }
  enter(ctx, book, { kind: 'earn', points, change, why, orderId: order?.orderId ?? null, ...(source && { source }) })
}

/** The person is known by a verified phone or e-mail; a stranger may have typed the phone of an order by a visitor. */
async function waitsOf(ctx: Context, rules: PointRules, { customerId, at, by, phoneProved }: Placed): Promise<Waits> {
  const until = new Date(Date.parse(at) + rules.returnWindowDays * DAY_MS)
  const isKnown = async () => by !== 'visitor' && (await hasVerified(ctx, customerId))
  return {
    delivery: rules.pendingUntil === 'delivered',
    sale: by !== 'recorder',
    proof: rules.provedOnly && !phoneProved && !(await isKnown()),
    until: rules.pendingUntil === 'return_window' && until.getTime() > Date.now() ? until : null,
  }
}

export async function hasVerified(ctx: Context, customerId: string): Promise<boolean> {
  const { phone, email } = await readContacts(ctx, customerId)
  return phone.verified || email.verified
}

function waitsTold({ delivery, sale, proof, until }: Waits): Pick<Why, 'waits'> {
  const waits = [delivery && 'delivery', sale && 'sale', proof && 'proof', until && 'return_window'] as const
  const told = waits.filter((one) => one !== false && one !== null)
  return told.length > 0 ? { waits: told } : {}
}

/** What the orders of the same day have earned, in the time zone of the business. */
export async function earnedOn(ctx: Context, customerId: string, at: Date, timeZone: string): Promise<number> {
  const midnight = (days: number) =>
    raw<Date>`(date_trunc('day', ${at}::timestamptz at time zone ${timeZone}) + make_interval(days => ${days})) at time zone ${timeZone}`
  const { points } = await sql(ctx)
    .selectFrom('loyalty_orders')
    .select((q) => q.fn.coalesce(q.fn.sum<string>('earned'), q.lit(0)).as('points'))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('at', '>=', midnight(0))
    .where('at', '<', midnight(1))
    .executeTakeFirstOrThrow()
  return Number(points)
}

async function wasEntered(ctx: Context, { customerId }: Book, source: string): Promise<boolean> {
  const row = await sql(ctx)
    .selectFrom('loyalty_entries')
    .select('seq')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'earn')
    .where('source', '=', source)
    .executeTakeFirst()
  return row !== undefined
}
