import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { readmitCustomer } from './acquaintance.ts'
import { markSeen } from './activity.ts'
import { keyOf, requireStatus } from './person.ts'

const SEEN_AGAIN_AFTER_MS = 3_600_000
/** Cancelled and deactivated customers return by signing in; suspended and erased ones do not. */
const COMES_BACK: readonly string[] = ['active', 'cancelled', 'deactivated']

export interface Admission {
  readonly key: DataKey
  readonly isActive: boolean
  /** Whether this customer may sign in. */
  readonly mayReturn: boolean
  readonly lastSeenAt: Date
}

/** Locked, so that a concurrent suspension comes afterwards. */
export async function admissionOf(ctx: Context, customerId: string, lock?: 'although restricted'): Promise<Admission> {
  const row = await requireStatus(ctx, customerId, lock)
  return {
    key: keyOf(ctx, row),
    isActive: row.status === 'active',
    mayReturn: COMES_BACK.includes(row.status),
    lastSeenAt: row.last_seen_at,
  }
}

export async function mayReturn(ctx: Context, customerId: string): Promise<boolean> {
  return (await admissionOf(ctx, customerId, 'although restricted')).mayReturn
}

/** Reactivates a returning customer and notes the activity. */
export async function welcomeCustomer(ctx: Context, customerId: string, { isActive, lastSeenAt }: Admission) {
  if (!isActive) await readmitCustomer(ctx, customerId, 'signed in again')
  if (ctx.now.getTime() - lastSeenAt.getTime() <= SEEN_AGAIN_AFTER_MS) return
  markSeen(ctx, customerId)
}
