import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { Forbidden } from '../../kit/refusal.ts'
import { changeSettings, readSettings, type Section } from '../tenants/index.ts'
import type { changeSettings as endpoint } from './contract.ts'
import { DuplicateSettings } from './shapes.ts'

const SECTION: Section<typeof DuplicateSettings> = { name: 'duplicates', schema: DuplicateSettings }

export const duplicateSettings = (ctx: Context) => readSettings(ctx, SECTION)
export function changeDuplicateSettings(ctx: Context, decided: Input<typeof endpoint>) {
  if (decided.autoMerge && !ctx.caller.may.has('customers:merge')) throw Forbidden({ needs: 'customers:merge' })
  if (decided.autoMerge) ctx.nudge('duplicates')
  return changeSettings(ctx, SECTION, decided)
}
