import type { Context } from '../../../../kit/context.ts'
import { customerKey } from '../../../customers/index.ts'
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

export const endCustomerSessions = (ctx: Context, which: Which) => end(ctx, which, {})

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
  return { ended }
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
