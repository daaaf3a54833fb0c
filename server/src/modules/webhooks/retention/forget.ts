import type { Context } from '../../../kit/context.ts'
import type { Part, Progress } from '../../../kit/job.ts'
import { everyoneIn } from '../../customers/index.ts'
import { forgetDelivered } from '../../events/index.ts'
import { heldAmong } from '../../privacy/index.ts'
import { readRetention } from './settings.ts'

export async function forgetEvents(ctx: Context, _?: Progress, part?: Part): Promise<void> {
  const { daysNow: days } = await readRetention(ctx)
  await forgetDelivered(ctx, { days, heldOf: (customerIds) => heldOf(ctx, customerIds) }, part)
}

/** Everyone under a legal hold among them, also as who they were before a merge: their events stay. */
async function heldOf(ctx: Context, customerIds: readonly string[]): Promise<readonly string[]> {
  const held = await heldAmong(ctx, customerIds)
  const everyone = await Promise.all(held.map((id) => everyoneIn(ctx, id)))
  return [...held, ...everyone.flat()]
}
