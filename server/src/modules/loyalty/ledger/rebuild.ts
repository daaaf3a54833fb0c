import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { outsideNumber } from '../../customers/contract.ts'
import { believedTotals, writeTotals } from '../../customers/index.ts'
import { sql } from '../tables.ts'
import { type OwedDrift, recountOwed } from './owed.ts'
import { NOTHING, VOLUMES, type Volumes } from './volumes.ts'

/** Points that are not what the ledger adds up to: as an account has them, or as the total of the customer. */
export interface PointsDrift {
  readonly customer: string
  readonly what: (typeof VOLUMES)[number] | 'points'
  readonly believed: string
  readonly counted: string
}

/** Adds up every ledger anew, sets accounts and totals right and names what was wrong. */
export async function rebuildPoints(
  ctx: Context,
): Promise<{ drifts: readonly PointsDrift[]; owed: readonly OwedDrift[] }> {
  // Points that change meanwhile wait for the end of this.
  await raw`lock table loyalty_accounts /* all of tenant_id */ in share row exclusive mode`.execute(sql(ctx))
  const ledgers = await sums(ctx)
  const accounts = await believedAccounts(ctx)
  const drifts: PointsDrift[] = []
  for (const { customer_id, number, loyaltyPoints } of await believedTotals(ctx).execute()) {
    const counted = ledgers.get(customer_id) ?? NOTHING
    const believed = accounts.get(customer_id) ?? NOTHING
    const wrong = VOLUMES.filter((name) => believed[name] !== counted[name])
    const customer = outsideNumber(number)
    const drift = (what: PointsDrift['what'], was: number, is: number) =>
      drifts.push({ customer, what, believed: String(was), counted: String(is) })
    for (const name of wrong) drift(name, believed[name], counted[name])
    if (wrong.length > 0) await setAccount(ctx, customer_id, counted)
    if (loyaltyPoints === counted.balance) continue
    drift('points', loyaltyPoints, counted.balance)
    await writeTotals(ctx, customer_id, { loyaltyPoints: counted.balance - loyaltyPoints })
  }
  return { drifts, owed: await recountOwed(ctx) }
}

async function sums(ctx: Context): Promise<ReadonlyMap<string, Volumes>> {
  const sum = (column: string) => raw<number>`sum(${raw.ref(column)})::integer`
  const rows = await sql(ctx)
    .selectFrom('loyalty_entries')
    .select('customer_id')
    .select([sum('balance_change').as('balance'), sum('pending_change').as('pending')])
    .select([sum('reserved_change').as('reserved'), sum('debt_change').as('debt')])
    .where('tenant_id', '=', ctx.tenant)
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, ...volumes }) => [customer_id, volumes]))
}

async function believedAccounts(ctx: Context): Promise<ReadonlyMap<string, Volumes>> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_accounts')
    .select(['customer_id', ...VOLUMES])
    .where('tenant_id', '=', ctx.tenant)
    .execute()
  return new Map(rows.map(({ customer_id, ...volumes }) => [customer_id, volumes]))
}

async function setAccount(ctx: Context, customerId: string, volumes: Volumes): Promise<void> {
  await sql(ctx)
    .updateTable('loyalty_accounts')
    .set(volumes)
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}
