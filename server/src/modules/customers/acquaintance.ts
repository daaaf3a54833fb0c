import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { openPerson, requireRow, requireStatus } from './person.ts'
import { type Names, namesFit } from './search/names-fit.ts'
import { STATUSES } from './shapes.ts'
import { returnCustomer } from './status.ts'
import { GUEST_NAME } from './type-of.ts'

export type { Names }

/** The data of a customer that decides whether a person may be them. Locked, so that it still holds when it is used. */
export async function readAcquaintance(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId, 'although restricted')
  const person = openPerson(ctx, row)
  return {
    status: known(STATUSES, row.status),
    lastSeenAt: row.last_seen_at,
    /** A walk-in has no name to compare. */
    mayBe: (names: Names) => person.firstName !== GUEST_NAME && namesFit(names, person),
  }
}

/** Reactivates a deactivated or cancelled customer. A suspended one stays suspended. */
export async function readmitCustomer(ctx: Context, customerId: string, reason: string): Promise<void> {
  const { status } = await requireStatus(ctx, customerId, 'although restricted')
  if (status === 'deactivated' || status === 'cancelled') await returnCustomer(ctx, { customerId, reason })
}
