import type { Context } from '../../../kit/context.ts'
import { keysOf } from '../../customers/index.ts'

interface Login {
  readonly accountId: string
  /** Null for staff. */
  readonly customerId: string | null
}

/**
 * Recorded in the history of the login's customer, sealed with their key, so that an erasure covers it. Without such a
 * login the same queries run: response times must not differ.
 */
export async function noteFailedSignIn(ctx: Context, login: Login | null, after: Readonly<Record<string, unknown>>) {
  const customerId = login?.customerId ?? null
  const key = (await keysOf(ctx, [customerId ?? ctx.tenant])).get(customerId ?? '')
  const customer = customerId !== null && key ? { id: customerId, key } : null
  // The customer was erased at this very moment.
  const account = customerId === null || customer ? (login?.accountId ?? null) : null
  ctx.audit({ action: 'sign_in.failed', customer, fields: [], after: { ...after, account } })
}
