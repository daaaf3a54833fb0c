import type { Context } from '../../../kit/context.ts'
import { PrivacyRequestDue } from '../events.ts'
import { daysAfter } from '../packs.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'

/** Raises one alarm per request when it is due soon and one when it is overdue. */
export async function alarmRequests(ctx: Context): Promise<void> {
  const { dueSoonDays } = await readPrivacySettings(ctx)
  await alarm(ctx, 'overdue', ['in_time', 'due_soon'], ctx.now)
  await alarm(ctx, 'due_soon', ['in_time'], daysAfter(ctx.now, dueSoonDays))
}

async function alarm(ctx: Context, clock: 'due_soon' | 'overdue', from: readonly string[], until: Date) {
  const rows = await sql(ctx)
    .updateTable('privacy_requests')
    .set({ clock })
    .where('tenant_id', '=', ctx.tenant)
    .where('status', '=', 'open')
    .where('clock', 'in', from)
    .where('due_at', '<=', until)
    .returning(['id', 'customer_id', 'received_at', 'due_at'])
    .execute()
  for (const { id, customer_id: customerId, received_at, due_at } of rows) {
    const dates = { receivedAt: received_at.toISOString(), dueAt: due_at.toISOString() }
    ctx.emit(PrivacyRequestDue({ customerId, requestId: id, clock, ...dates }))
  }
}
