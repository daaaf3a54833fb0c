import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { everyoneIn } from '../customers/index.ts'
import { isAbout, proposalRows, toProposals } from './proposal-row.ts'
import { sql } from './tables.ts'

export const personalData: PersonalData = {
  ...noPersonalData,
  export: async (ctx, customerId) => {
    const rows = await proposalRows(ctx)
      .where(isAbout(await people(ctx, customerId)))
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
  async holdings(ctx, customerId) {
    const { rows } = await sql(ctx)
      .selectFrom('proposals')
      .select((q) => q.fn.countAll<number>().as('rows'))
      .where('tenant_id', '=', ctx.tenant)
      .where(isAbout(await people(ctx, customerId)))
      .executeTakeFirstOrThrow()
    return [{ table: 'proposals', rows, fate: 'erased', why: DESCRIBES_THE_PERSON }]
  },
  async erase(ctx, customerId) {
    await sql(ctx)
      .deleteFrom('proposals')
      .where('tenant_id', '=', ctx.tenant)
      .where(isAbout(await people(ctx, customerId)))
      .execute()
  },
}

const people = async (ctx: Context, customerId: string) => [
  ...new Set([customerId, ...(await everyoneIn(ctx, customerId))]),
]
