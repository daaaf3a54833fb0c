import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { Forbidden } from '../../kit/refusal.ts'
import { changeSettings, readSettings, type Section } from '../tenants/index.ts'
import type { changeSettings as endpoint } from './contract.ts'
import { DuplicateSettings } from './shapes.ts'

const SECTION: Section<typeof DuplicateSettings> = { name: 'duplicates', schema: DuplicateSettings }

export const duplicateSettings = (ctx: Context) => readSettings(ctx, SECTION)

export async function changeDuplicateSettings(ctx: Context, decided: Input<typeof endpoint>) {
  const after = await changeSettings(ctx, SECTION, decided)
  refuseMerging(ctx, after)
  if (after.autoMerge) ctx.nudge('duplicates')
  return after
}

/** While duplicates are merged automatically, what decides which ones is for callers who may merge. */
export function refuseMerging(ctx: Context, { autoMerge }: Pick<DuplicateSettings, 'autoMerge'>): void {
  if (autoMerge && !ctx.caller.may.has('customers:merge')) throw Forbidden({ needs: 'customers:merge' })
}
