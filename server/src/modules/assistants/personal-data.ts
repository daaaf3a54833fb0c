import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { everyoneIn } from '../customers/index.ts'
import { proposalRows, toProposals } from './proposal-row.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: async (ctx, customerId) => {
    const rows = await proposalRows(ctx)
      .where('customer_id', 'in', await people(ctx, customerId))
      .execute()
    const proposals = await toProposals(ctx, rows)
    return {
      proposals: proposals.map(({ operation, input, purpose, askedAt, damaged }) => ({
        operation,
        input,
        purpose,
        askedAt,
        ...(damaged && { damaged }),
      })),
    }
  },
  holdings: async (ctx, customerId) =>
    countHoldings(sql(ctx), ctx.tenant, await people(ctx, customerId), {
      proposals: { fate: 'erased', why: DESCRIBES_THE_PERSON },
    }),
  async erase(ctx, customerId) {
    await sql(ctx)
      .deleteFrom('proposals')
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', 'in', await people(ctx, customerId))
      .execute()
  },
}

const people = async (ctx: Context, customerId: string) => [
  ...new Set([customerId, ...(await everyoneIn(ctx, customerId))]),
]
