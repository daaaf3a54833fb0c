import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { everyoneIn } from '../customers/index.ts'
import { readDisclosures } from './deliveries/disclosures.ts'
import { sql } from './tables.ts'

/** Rows keep the id of the customer that their event was about: merging moves nothing. */
export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportDisclosures,
  holdings,
  erase: forgetContents,
}

const THAT_IT_WAS_SENT: Text = {
  en: 'That another system was told is kept for 30 days; what was sent is deleted.',
  ar: 'يبقى لمدة 30 يومًا أن نظامًا آخر أُبلغ، ويُمحى ما أُرسل.',
}

async function holdings(ctx: Context, customerId: string) {
  return countHoldings(sql(ctx), ctx.tenant, await people(ctx, customerId), {
    webhook_deliveries: { fate: 'kept', why: IDS_AND_FACTS },
    webhook_attempts: { fate: 'kept', why: THAT_IT_WAS_SENT },
  })
}

async function exportDisclosures(ctx: Context, customerId: string) {
  const { items } = await readDisclosures(ctx, { customerId })
  return { disclosures: items.map(({ webhookId: _, erasureToldAt: __, ...told }) => told) }
}

async function forgetContents(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .updateTable('webhook_attempts')
    .set({ sealed: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', await people(ctx, customerId))
    .execute()
}

const people = async (ctx: Context, customerId: string) => [
  ...new Set([customerId, ...(await everyoneIn(ctx, customerId))]),
]
