import type { Context, PersonalData } from '../../../kit/context.ts'
import { noPersonalData } from '../../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../../kit/personal-data.ts'
import type { Text } from '../../../kit/refusal.ts'
import { everyoneIn } from '../../customers/index.ts'
import { readAccount } from '../reading/account.ts'
import { listEntries } from '../reading/entries.ts'
import { sql } from '../tables.ts'
import { merge } from './merge.ts'
import { unmerge } from './unmerge.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportPoints,
  holdings,
  erase,
  merge,
  unmerge,
}

const NUMBERS_STAY: Text = {
  en: 'Points stay for the books, as numbers; what staff wrote about an entry goes with the key.',
  ar: 'تبقى النقاط للدفاتر أرقامًا فقط، ويُمحى ما كتبه الموظفون عنها مع المفتاح.',
}
const kept = { fate: 'kept', why: IDS_AND_FACTS } as const
const MOST_EXPORTED = 100_000

async function exportPoints(ctx: Context, customerId: string) {
  const { items } = await listEntries(ctx, { customerId, limit: MOST_EXPORTED, cursor: undefined }, true)
  const { ending: _, tier, ...points } = await readAccount(ctx, { customerId })
  return { loyalty: { ...points, loyaltyTier: tier.current?.key ?? null, entries: items.map(told) } }
}

const told = ({ at, points, balance, text, note }: Awaited<ReturnType<typeof listEntries>>['items'][number]) => ({
  at,
  points,
  balance,
  text,
  note,
})

async function holdings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
    loyalty_accounts: kept,
    loyalty_entries: { fate: 'kept', why: NUMBERS_STAY },
    loyalty_awards: kept,
    loyalty_allocations: kept,
    loyalty_orders: kept,
    loyalty_redemptions: kept,
    loyalty_tier_changes: kept,
    loyalty_offline_grants: { fate: 'erased', why: IDS_AND_FACTS },
  })
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  const everyone = await everyoneIn(ctx, customerId)
  await sql(ctx)
    .deleteFrom('loyalty_offline_grants')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', everyone)
    .execute()
  await sql(ctx)
    .updateTable('loyalty_accounts')
    .set({ away: true })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}
