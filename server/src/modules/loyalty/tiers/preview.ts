import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { decimalText } from '../../../kit/money.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { outsideId } from '../../customers/contract.ts'
import { customersAmong } from '../../customers/index.ts'
import type { previewReview as endpoint } from '../contract.ts'
import { TierProgram } from '../rules/tiers.ts'
import { rulesOf } from '../rules/versions.ts'
import { accountsAfter, judge, type Verdict } from './review.ts'

const BATCH = 2_000
/** Of each kind of change. */
const NAMED = 50
const SHOWN = ['raise', 'lower', 'warn'] as const
const shown = (verdict: Verdict['verdict']) => SHOWN.find((one) => one === verdict)

/** What a review would change now, and for which customers, also by a program that is not saved; nothing is written. */
export const previewReview = async (
  { db, caller }: Entrance,
  input: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> => ({
  body: await inTenant(db, caller, (ctx) => preview(ctx, input), { readOnly: true }),
})

async function preview(ctx: Context, change: Input<typeof endpoint>): Promise<Output<typeof endpoint>> {
  const { rules, currency } = await rulesOf(ctx, 'tiers')
  const program = TierProgram.parse({ ...rules, ...change })
  const moves = new Map<string, Verdict[]>()
  let reviewed = 0
  for (let after: string | null = null; ; ) {
    const accounts = await accountsAfter(ctx, after, BATCH)
    reviewed += accounts.length
    for (const verdict of await judge(ctx, program, accounts)) {
      if (!shown(verdict.verdict)) continue
      const move = `${verdict.verdict} ${verdict.from} ${verdict.falls ?? verdict.tier}`
      const alike = moves.get(move)
      if (alike) alike.push(verdict)
      else moves.set(move, [verdict])
    }
    if (accounts.length < BATCH) break
    after = accounts.at(-1)!.customer_id
  }
  const changes = await Promise.all([...moves.values()].map((verdicts) => described(ctx, verdicts, currency)))
  return { reviewed, changes: changes.sort((one, other) => other.customers - one.customers) }
}

async function described(ctx: Context, verdicts: readonly Verdict[], currency: string) {
  const { verdict, from, tier, falls } = verdicts[0]!
  const named = ctx.caller.may.has('customers:read') ? verdicts.slice(0, NAMED) : []
  const people = await customersAmong(
    ctx,
    named.map(({ customerId }) => customerId),
  )
  return {
    what: shown(verdict)!,
    from,
    to: falls ?? tier,
    customers: verdicts.length,
    named: named.map(({ customerId, spent }) => ({
      customerId: outsideId(customerId),
      number: people.get(customerId)?.number ?? null,
      name: people.get(customerId)?.name ?? null,
      spent: decimalText(spent, currency),
    })),
  }
}
