import type { Context } from '../../../kit/context.ts'
import { keyHolder } from '../../customers/index.ts'
import { evaluate } from '../deciding/evaluate.ts'
import { readDefinitions } from '../definitions/definitions.ts'
import { TagByRule, TagNotFound } from '../refusals.ts'
import { sql } from '../tables.ts'
import { segmentsOfCustomer } from './read.ts'

interface Input {
  readonly customerId: string
  readonly tag: string
}

export async function giveTag(ctx: Context, input: Input) {
  const { key } = await keyHolder(ctx, input.customerId, 'for update')
  await requireByHand(ctx, input.tag)
  const given = await sql(ctx)
    .insertInto('segment_tags_by_hand')
    .values({
      ...{ tenant_id: ctx.tenant, customer_id: input.customerId, tag: input.tag },
      ...{ given_at: ctx.now, given_by: ctx.caller.actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('tag')
    .executeTakeFirst()
  if (given) await tell(ctx, input, 'customer.tagged', key)
  return segmentsOfCustomer(ctx, { customerId: input.customerId })
}

export async function takeTag(ctx: Context, input: Input) {
  const { key } = await keyHolder(ctx, input.customerId, 'for update')
  await requireByHand(ctx, input.tag)
  const taken = await sql(ctx)
    .deleteFrom('segment_tags_by_hand')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', input.customerId)
    .where('tag', '=', input.tag)
    .returning('tag')
    .executeTakeFirst()
  if (taken) await tell(ctx, input, 'customer.untagged', key)
  return segmentsOfCustomer(ctx, { customerId: input.customerId })
}

async function requireByHand(ctx: Context, key: string): Promise<void> {
  const tag = (await readDefinitions(ctx)).tags.find((one) => one.key === key)
  if (!tag) throw TagNotFound()
  if (tag.rule !== null) throw TagByRule()
}

async function tell(
  ctx: Context,
  { customerId, tag }: Input,
  action: string,
  key: Awaited<ReturnType<typeof keyHolder>>['key'],
): Promise<void> {
  ctx.audit({ action, customer: { id: customerId, key }, fields: ['tags'], after: { tag } })
  await evaluate(ctx, [customerId], { cause: 'hand', keeps: false })
}
