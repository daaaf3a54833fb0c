import type { Follower } from '../../../kit/context.ts'
import { CustomerPlanImported } from '../../customers/events.ts'
import { keyHolder } from '../../customers/index.ts'
import { FREE, type Plan, type PlanCatalogue, planNamed } from '../catalogue/plans.ts'
import { bookOf, closeBook, put } from '../held/book.ts'

/** The plan of another system becomes an active one, in the transaction that makes the customer: no customer is demoted. */
export const followImports: Follower = {
  name: 'plans-of-imports',
  on: [CustomerPlanImported],
  async follow(ctx, { data }) {
    const { customerId, plan: said } = CustomerPlanImported.schema.parse(data)
    const book = await bookOf(ctx, await keyHolder(ctx, customerId, 'although restricted'))
    const plan = planMeantBy(book.catalogue, said)
    // The row of the free plan is theirs from the start on.
    if (plan && plan.key !== FREE)
      put(book, { ...book.rows[0]!, plan: plan.key, cycle: plan.cycle, anchor_day: plan.anchorDay })
    await closeBook(ctx, book)
  },
}

/** By its key, by one of its names, or by its tier. */
function planMeantBy(catalogue: PlanCatalogue, said: string): Plan | undefined {
  const { plans } = catalogue
  const wanted = said.trim().toLowerCase()
  return (
    planNamed(catalogue, wanted) ??
    plans.find(({ name }) => name.en.toLowerCase() === wanted || name.ar === said.trim()) ??
    plans.find(({ tier, offered }) => tier === wanted && offered)
  )
}
