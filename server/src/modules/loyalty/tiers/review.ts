import type { Context } from '../../../kit/context.ts'
import { LoyaltyTierWillFall } from '../events.ts'
import { type Reviewed, reviewed, type TierProgram } from '../rules/tiers.ts'
import type { Decided } from '../rules/versions.ts'
import { sql } from '../tables.ts'
import { changeTiers, writeGrace } from './change.ts'
import { spentBy, type TierRow, tierOf } from './tier-state.ts'

export interface Verdict extends Reviewed {
  readonly customerId: string
  readonly from: string | null
  readonly graceBefore: Date | null
  readonly spent: number
}

type Account = TierRow & { readonly customer_id: string }

/** The next accounts by the ids of their customers, from the one after `after`. */
export async function accountsAfter(ctx: Context, after: string | null, limit: number): Promise<Account[]> {
  let query = sql(ctx)
    .selectFrom('loyalty_accounts')
    .select(['customer_id', 'tier', 'tier_since', 'grace_until'])
    .where('tenant_id', '=', ctx.tenant)
    .where('away', '=', false)
  if (after !== null) query = query.where('customer_id', '>', after)
  return query.orderBy('customer_id').limit(limit).execute()
}

/** What a review makes of each of them; nothing is written. */
export async function judge(ctx: Context, program: TierProgram, accounts: readonly Account[]): Promise<Verdict[]> {
  const ids = accounts.map(({ customer_id }) => customer_id)
  const spent = await spentBy(ctx, ids)
  return accounts.map(({ customer_id: customerId, tier, grace_until: graceBefore }) => {
    const sum = spent.get(customerId) ?? 0
    const verdict = reviewed(program, { tier, graceUntil: graceBefore }, sum, ctx.now)
    return { ...verdict, customerId, from: tier, graceBefore, spent: sum }
  })
}

export async function carryOut(
  ctx: Context,
  { rules: program, version }: Decided<TierProgram>,
  verdicts: readonly Verdict[],
  run: string | null,
): Promise<void> {
  const changed = verdicts.filter(({ from, tier }) => from !== tier)
  await changeTiers(
    ctx,
    changed.map(({ customerId, from, tier, spent }) => ({ customerId, from, to: tier, spent })),
    { version, run },
  )
  const graces = verdicts.filter(
    ({ from, tier, graceUntil, graceBefore }) => from === tier && graceUntil?.getTime() !== graceBefore?.getTime(),
  )
  await writeGrace(
    ctx,
    graces.map(({ customerId }) => customerId),
    graces.map(({ graceUntil }) => graceUntil),
  )
  for (const { verdict, customerId, tier, falls, graceUntil, spent } of verdicts) {
    if (verdict !== 'warn' || falls === null || graceUntil === null) continue
    const missing = tierOf(program, tier)!.from - spent
    ctx.emit(LoyaltyTierWillFall({ customerId, from: tier, to: falls, at: graceUntil.toISOString(), missing }))
  }
}
