import type { Context } from '../../../kit/context.ts'
import { PrivacyRequestClosed } from '../events.ts'
import { sql } from '../tables.ts'

/** Completes an access request made in the person's account as soon as its export is ready. */
export async function answerOwnAccess(ctx: Context, customerId: string, exportId: string): Promise<void> {
  const answered = await sql(ctx)
    .updateTable('privacy_requests')
    .set({ status: 'completed', closed_at: ctx.now, closed_by: ctx.caller.actor })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('privacy_exports').select('request_id').where('tenant_id', '=', ctx.tenant).where('id', '=', exportId),
    )
    .where('status', '=', 'open')
    .where('by_person', '=', true)
    .returning('id')
    .execute()
  for (const { id } of answered) ctx.emit(PrivacyRequestClosed({ customerId, requestId: id, status: 'completed' }))
}
