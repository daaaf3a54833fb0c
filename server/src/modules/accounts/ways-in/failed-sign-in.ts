import type { Context } from '../../../kit/context.ts'
import { keysOf } from '../../customers/index.ts'

interface Login {
  readonly accountId: string
  /** Null for staff. */
  readonly customerId: string | null
}

/**
 * Told in the history of the person who has the login, with their key, so that an erasure reaches it. Without such a login
 * the same question is asked: how long an answer takes must not tell.
 */
export async function noteFailedSignIn(ctx: Context, login: Login | null, after: Readonly<Record<string, unknown>>) {
  const customerId = login?.customerId ?? null
  const key = (await keysOf(ctx, [customerId ?? ctx.tenant])).get(customerId ?? '')
  const customer = customerId !== null && key ? { id: customerId, key } : null
  // The login of a person who was erased this very moment leads nowhere any more.
  const account = customerId === null || customer ? (login?.accountId ?? null) : null
  ctx.audit({ action: 'sign_in.failed', customer, fields: [], after: { ...after, account } })
}
