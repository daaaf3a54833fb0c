import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { decimalText } from '../../../kit/money.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { keyHolder } from '../../customers/index.ts'
import { moneyOf } from '../../orders/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import type { quote as endpoint } from '../contract.ts'
import { earnedOn } from '../orders/placed.ts'
import { earned } from '../rules/earned.ts'
import { pointsFor, worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { spendableOf } from './account.ts'
import { whyInWords } from './words.ts'

/** What a sale would earn and what could be redeemed for it; nothing is written. */
export const quotePoints = async (
  { db, caller }: Entrance,
  input: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> => ({
  body: await inTenant(db, caller, (ctx) => quote(ctx, input), { readOnly: true }),
})

async function quote(ctx: Context, input: Input<typeof endpoint>): Promise<Output<typeof endpoint>> {
  const { customerId, total, lines } = input
  const [{ rules, version, currency: reporting }, { balance, debt, tier }] = await Promise.all([
    rulesOf(ctx, 'points'),
    spendableOf(ctx, customerId),
    keyHolder(ctx, customerId),
  ])
  const { counted } = await moneyOf(ctx, input)
  const { timeZone } = await tenantDefaults(ctx)
  const earnedToday = rules.capPerDay === null ? 0 : await earnedOn(ctx, customerId, ctx.now, timeZone)
  const around = { version, currency: reporting, timeZone, tier, earnedToday }
  const earns = earned(rules, { at: ctx.now, counted: counted ?? 0, total, lines }, around)
  const most = Math.min(balance, counted === null ? 0 : pointsFor(counted, rules))
  const points = most >= rules.redeem.least ? most : 0
  return {
    earns: { points: earns.points, pendingUntil: rules.pendingUntil, text: whyInWords(earns.why, ctx.caller.language) },
    mayRedeem: { points, worth: decimalText(worthOf(points, rules), reporting) },
    confirmAbove: rules.confirmAbove,
    least: rules.redeem.least,
    balance,
    debt,
    currency: reporting,
  }
}
