import type { Context } from '../../../../kit/context.ts'
import { customerKey } from '../../../customers/index.ts'
import { AccountTakeoverReported } from '../../login/events.ts'
import { sql } from '../../login/tables.ts'
import { endSessions, openSessions } from '../../session/sessions.ts'
import { CustomerSessionNotFound } from './refusals.ts'

interface Which {
  readonly customerId: string
  readonly reason?: string | undefined
}

export async function sessionsOfCustomer(ctx: Context, { customerId }: Which) {
  await customerKey(ctx, customerId)
  return { items: await openSessions(ctx, await accountsOf(ctx, customerId), { live: true }) }
}

export async function endCustomerSession(ctx: Context, { sessionId, ...which }: Which & { sessionId: string }) {
  const { ended } = await end(ctx, which, { only: sessionId })
  if (ended === 0) throw CustomerSessionNotFound()
  return { ended }
}

/** With the report that someone else used a login of the customer: also of one who is signed in nowhere any more. */
export async function endCustomerSessions(
  ctx: Context,
  { takeover = false, ...which }: Which & { takeover?: boolean | undefined },
) {
  const { ended, key } = await end(ctx, which, {})
  if (takeover) {
    const { customerId, reason } = which
    ctx.emit(AccountTakeoverReported({ customerId }))
    ctx.audit({ action: 'account.takeover_reported', customer: { id: customerId, key }, fields: [], reason })
  }
  return { ended }
}

async function end(ctx: Context, { customerId, reason }: Which, which: { only?: string }) {
  const key = await customerKey(ctx, customerId)
  const ended = await endSessions(ctx, await accountsOf(ctx, customerId), 'by_staff', which)
  if (ended > 0) {
    ctx.audit({
      action: 'account.signed_out_by_staff',
      customer: { id: customerId, key },
      fields: [],
      after: { sessions: ended },
      reason,
    })
  }
  return { ended, key }
}

async function accountsOf(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  return rows.map(({ id }) => id)
}
