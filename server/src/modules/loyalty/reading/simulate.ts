import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { decimalText } from '../../../kit/money.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import type { simulate as endpoint } from '../contract.ts'
import { linesOf } from '../orders/categories.ts'
import { dateIn } from '../orders/days.ts'
import { earned } from '../rules/earned.ts'
import { PointRules, worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { sql } from '../tables.ts'

const DAY_MS = 86_400_000
const BATCH = 5_000

/** What other rules would have given for the orders of the last days, beside what those of today give for them; nothing is written. */
export const simulateRules = async (
  { db, caller }: Entrance,
  input: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> => ({
  body: await inTenant(db, caller, (ctx) => simulate(ctx, input), { readOnly: true }),
})

export async function simulate(
  ctx: Context,
  { rules: change, days }: Input<typeof endpoint>,
): Promise<Output<typeof endpoint>> {
  const present = await rulesOf(ctx, 'points')
  const wanted = PointRules.parse({ ...present.rules, ...change })
  const { currency } = present
  const { timeZone } = await tenantDefaults(ctx)
  const around = { version: present.version, currency, timeZone }
  const [now, then] = [new Counting(present.rules, around), new Counting(wanted, around)]
  const customers = new Set<string>()
  let orders = 0
  let given = 0
  for await (const order of ordersSince(ctx, new Date(ctx.now.getTime() - days * DAY_MS))) {
    orders += 1
    given += order.earned
    customers.add(order.customer_id)
    now.add(order)
    then.add(order)
  }
  const valued = ({ points }: { points: number }, rules: PointRules) => ({
    points,
    worth: decimalText(worthOf(points, rules), currency),
  })
  const cost = worthOf(then.points, wanted) - worthOf(now.points, present.rules)
  return {
    days,
    orders,
    customers: customers.size,
    given,
    currency,
    present: valued(now, present.rules),
    wanted: valued(then, wanted),
    difference: { points: then.points - now.points, worth: decimalText(cost, currency) },
  }
}

interface Order {
  readonly customer_id: string
  readonly at: Date
  readonly counted: number
  readonly total: number
  readonly categories: unknown
  readonly tier: string | null
}

/** Adds up what rules give, with the most of a day. */
class Counting {
  points = 0
  readonly #rules: PointRules
  readonly #around: { readonly version: number; readonly currency: string; readonly timeZone: string }
  readonly #today = new Map<string, number>()

  constructor(rules: PointRules, around: Counting['around']) {
    this.#rules = rules
    this.#around = around
  }

  get around() {
    return this.#around
  }

  add({ customer_id, at, counted, total, categories, tier }: Order): void {
    const day = `${customer_id} ${this.#rules.capPerDay === null ? '' : dateIn(at, this.#around.timeZone)}`
    const earnedToday = this.#today.get(day) ?? 0
    const sale = { at, counted, total, lines: linesOf(categories) }
    const { points } = earned(this.#rules, sale, { ...this.#around, tier, earnedToday })
    if (this.#rules.capPerDay !== null) this.#today.set(day, earnedToday + points)
    this.points += points
  }
}

/** Those that count, the oldest first. The tier is that of today. */
async function* ordersSince(ctx: Context, since: Date) {
  let [at, id] = [since, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const rows = await sql(ctx)
      .selectFrom('loyalty_orders as placed')
      .leftJoin('loyalty_accounts as account', (join) =>
        join
          .onRef('account.tenant_id', '=', 'placed.tenant_id')
          .onRef('account.customer_id', '=', 'placed.customer_id'),
      )
      .select(['placed.order_id', 'placed.customer_id', 'placed.at', 'placed.counted', 'placed.total'])
      .select(['placed.categories', 'placed.earned', 'account.tier'])
      .where('placed.tenant_id', '=', ctx.tenant)
      .where('placed.counted', 'is not', null)
      .where('placed.cancelled', '=', false)
      .where(({ eb, refTuple, tuple }) =>
        // Columns of rows have the types of what is read, not of what is compared.
        eb(refTuple('placed.at', 'placed.order_id'), '>', tuple(at as never, id)),
      )
      .orderBy('placed.at')
      .orderBy('placed.order_id')
      .limit(BATCH)
      .execute()
    for (const row of rows) yield { ...row, counted: row.counted! }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    ;[at, id] = [last.at, last.order_id]
  }
}
