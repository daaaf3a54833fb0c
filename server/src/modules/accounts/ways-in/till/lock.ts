import type { Context } from '../../../../kit/context.ts'
import { sql as accounts } from '../../login/tables.ts'

export async function lockTill(ctx: Context): Promise<{ done: true }> {
  await accounts(ctx)
    .updateTable('account_sessions')
    .set({ awake_until: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', ctx.caller.signedIn!.session)
    .where('till_id', 'is not', null)
    .execute()
  ctx.nudge('sessions')
  return { done: true }
}
