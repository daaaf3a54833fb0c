import type { Context } from '../../../kit/context.ts'
import { sql } from '../login/tables.ts'

export async function noteProof(ctx: Context, session: string): Promise<void> {
  await sql(ctx)
    .updateTable('account_sessions')
    .set({ proved_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', session)
    .execute()
  ctx.nudge('sessions')
}
