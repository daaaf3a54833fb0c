import type { Context } from '../../../kit/context.ts'
import { type UnfitField, unfitFields } from '../../../kit/invalid.ts'
import { FOR_RECORDERS, TOTAL_TOO_HIGH } from '../problems.ts'
import type { NewOrder } from '../shapes.ts'
import { byWhom } from './who.ts'

/** What points, tiers and totals are counted by: only a till, a key or an event says it. */
const RECORDED = ['placedAt', 'rate', 'channel'] as const
/** Beyond what a person orders, in minor units; many of them together are still exact. */
const MOST_ASKED = 10_000_000_000

type Given = Partial<Pick<NewOrder, (typeof RECORDED)[number]>> & Pick<NewOrder, 'total'>

export function refuseUnasked(ctx: Context, given: Given): void {
  if (byWhom(ctx) === 'recorder') return
  const unfit: UnfitField[] = RECORDED.filter((field) => given[field] !== undefined).map((path) => ({
    path,
    code: FOR_RECORDERS,
  }))
  if (given.total > MOST_ASKED) unfit.push({ path: 'total', code: TOTAL_TOO_HIGH })
  if (unfit.length > 0) throw unfitFields(unfit)
}
