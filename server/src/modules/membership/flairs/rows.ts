import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type FlairCatalogue, ruleName } from '../catalogue/flairs.ts'
import { FlairAwarded } from '../events.ts'
import type { HeldFlair } from '../shapes.ts'
import { sql } from '../tables.ts'
import type { ruled } from './earned.ts'

export const flairRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('customer_flairs')
    .select(['id', 'customer_id', 'flair', 'rule', 'earned_at', 'removed_at'])
    .where('tenant_id', '=', ctx.tenant)
export type FlairRow = Awaited<ReturnType<ReturnType<typeof flairRows>['execute']>>[0]

export interface Earned {
  readonly customerId: string
  readonly flair: ReturnType<typeof ruled>[number]
  readonly at: Date
}

/** Each at most once, however often a rule finds it earned: what is there, or was taken away, stays as it is. */
export async function giveByRule(ctx: Context, earned: readonly Earned[]): Promise<number> {
  if (earned.length === 0) return 0
  const given = await sql(ctx)
    .insertInto('customer_flairs')
    .values(
      earned.map(({ customerId, flair, at }) => ({
        tenant_id: ctx.tenant,
        id: uuidv7(ctx.now.getTime()),
        customer_id: customerId,
        flair: flair.key,
        rule: ruleName(flair.rule),
        earned_at: at,
        awarded_by: ctx.caller.actor,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id', 'flair']).doNothing())
    .returning(['customer_id', 'flair', 'rule'])
    .execute()
  for (const { customer_id: customerId, flair, rule } of given) ctx.emit(FlairAwarded({ customerId, flair, rule }))
  return given.length
}

/** A flair that the catalogue does not know is shown by its key. */
export function toFlair(ctx: Context, { flairs }: FlairCatalogue, row: FlairRow): HeldFlair {
  const found = flairs.find(({ key }) => key === row.flair)
  const names = found?.name ?? { en: row.flair, ar: row.flair }
  return {
    flairId: row.flair,
    name: names[ctx.caller.language],
    names,
    description: found?.description ?? null,
    icon: found?.icon ?? '•',
    category: found?.category ?? null,
    earnedAt: row.earned_at.toISOString(),
    rule: row.rule,
  }
}
