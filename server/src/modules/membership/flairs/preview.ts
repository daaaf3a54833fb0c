import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { outsideId } from '../../customers/contract.ts'
import { customersAmong } from '../../customers/index.ts'
import { flairsOf } from '../catalogue/versions.ts'
import type * as api from '../contract.ts'
import { lookAtNext } from './due-flairs.ts'

const BATCH = 2_000
/** Of each flair. */
const NAMED = 50

/** What a look at all customers would give now, also by rules that are not saved; nothing is written. */
export const previewFlairs = async (
  { db, caller }: Entrance,
  input: Input<typeof api.previewFlairs>,
): Promise<Answered<Output<typeof api.previewFlairs>>> => ({
  body: await inTenant(db, caller, (ctx) => preview(ctx, input), { readOnly: true }),
})

async function preview(
  ctx: Context,
  { flairs }: Input<typeof api.previewFlairs>,
): Promise<Output<typeof api.previewFlairs>> {
  const catalogue = flairs ? { flairs } : await flairsOf(ctx)
  const found = new Map<string, { customers: number; named: string[] }>()
  const mayName = ctx.caller.may.has('customers:read')
  let looked = 0
  for (let after: string | null = null; ; ) {
    const { customers, earned } = await lookAtNext(ctx, catalogue, after, BATCH)
    looked += customers.length
    for (const { customerId, flair } of earned) {
      const so = found.get(flair.key) ?? { customers: 0, named: [] }
      so.customers += 1
      if (mayName && so.named.length < NAMED) so.named.push(customerId)
      found.set(flair.key, so)
    }
    if (customers.length < BATCH) break
    after = customers.at(-1)!.id
  }
  const people = await customersAmong(ctx, [...new Set([...found.values()].flatMap(({ named }) => named))])
  return {
    looked,
    flairs: [...found].map(([flairId, { customers, named }]) => ({
      flairId,
      names: catalogue.flairs.find(({ key }) => key === flairId)!.name,
      customers,
      named: named.map((id) => ({
        customerId: outsideId(id),
        number: people.get(id)?.number ?? null,
        name: people.get(id)?.name ?? null,
      })),
    })),
  }
}
