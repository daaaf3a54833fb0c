import type { PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, IDS_AND_FACTS } from '../../kit/personal-data.ts'
import { everyoneIn } from '../customers/index.ts'
import { uncountPeople } from './counting/count.ts'
import { sql } from './tables.ts'

/** A merge and its undoing are counted by their events. */
export const personalData: PersonalData = {
  ...noPersonalData,
  async holdings(ctx, customerId) {
    return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
      statistics_people: { fate: 'erased', why: IDS_AND_FACTS },
      statistics_left: { fate: 'erased', why: IDS_AND_FACTS },
    })
  },
  async erase(ctx, customerId) {
    await uncountPeople(ctx, await everyoneIn(ctx, customerId))
  },
}
