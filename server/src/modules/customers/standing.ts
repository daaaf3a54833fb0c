import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { readmitCustomer } from './acquaintance.ts'
import { markSeen } from './activity.ts'
import { keyOf, requireStanding } from './person.ts'

const SEEN_AGAIN_AFTER_MS = 3_600_000
/** Whoever left or was deactivated comes back by proving who they are. Whom staff suspended, or the law, stays out. */
const COMES_BACK: readonly string[] = ['active', 'cancelled', 'deactivated']

export interface Standing {
  readonly key: DataKey
  readonly isActive: boolean
  /** Whether somebody who proves to be this customer comes in. */
  readonly mayReturn: boolean
  readonly lastSeenAt: Date
}

/** Locked, where it shall still hold when it is used: a suspension at this moment comes after. */
export async function standingOf(ctx: Context, customerId: string, lock?: 'although restricted'): Promise<Standing> {
  const row = await requireStanding(ctx, customerId, lock)
  return {
    key: keyOf(ctx, row),
    isActive: row.status === 'active',
    mayReturn: COMES_BACK.includes(row.status),
    lastSeenAt: row.last_seen_at,
  }
}

export async function mayReturn(ctx: Context, customerId: string): Promise<boolean> {
  return (await standingOf(ctx, customerId, 'although restricted')).mayReturn
}

/** Somebody who may return is here: from now on the customer is active and was seen. */
export async function welcomeCustomer(ctx: Context, customerId: string, { isActive, lastSeenAt }: Standing) {
  if (!isActive) await readmitCustomer(ctx, customerId, 'signed in again')
  if (ctx.now.getTime() - lastSeenAt.getTime() <= SEEN_AGAIN_AFTER_MS) return
  markSeen(ctx, customerId)
}
