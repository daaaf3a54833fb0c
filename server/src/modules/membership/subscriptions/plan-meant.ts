import { unfitField } from '../../../kit/invalid.ts'
import { type Plan, type PlanCatalogue, planNamed } from '../catalogue/plans.ts'
import { type Held, isOver } from '../held/row.ts'
import { PLAN_RETIRED, PLAN_UNKNOWN } from '../problems.ts'
import { AlreadySubscribed } from '../refusals.ts'

/** A plan that a customer may get. */
export function planMeant(catalogue: PlanCatalogue, planId: string): Plan {
  const plan = planNamed(catalogue, planId)
  if (!plan) throw unfitField('planId', PLAN_UNKNOWN)
  if (!plan.offered) throw unfitField('planId', PLAN_RETIRED)
  return plan
}

/** No customer has a plan twice at a time, also not by a change to come. */
export function refuseTwice(rows: readonly Held[], plan: string, except?: string): void {
  const has = (row: Held) => row.id !== except && !isOver(row) && [row.plan, row.next_plan].includes(plan)
  if (rows.some(has)) throw AlreadySubscribed()
}
