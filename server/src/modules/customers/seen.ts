import { listEntries } from '../../kit/audit-entries.ts'
import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { markSeen } from './activity.ts'
import type { visit } from './contract.ts'
import { requireStatus } from './person.ts'

const AGAIN_AFTER_MS = 86_400_000

/** What a person does, at the till too, counts as their activity; written at most once a day. */
export function noteSeen(ctx: Context, { id, lastSeenAt }: { readonly id: string; readonly lastSeenAt: Date }): void {
  if (ctx.now.getTime() - lastSeenAt.getTime() < AGAIN_AFTER_MS) return
  markSeen(ctx, id)
}

/** Served at a till or anywhere else where the business meets people; in the history at most once a day, and of a restricted customer not at all. */
export async function noteVisit(ctx: Context, { customerId }: Input<typeof visit>): Promise<{ noted: true }> {
  const { id, last_seen_at, restricted_at } = await requireStatus(ctx, customerId, 'although restricted')
  // The till answers as for any other customer.
  if (restricted_at !== null) return { noted: true }
  noteSeen(ctx, { id, lastSeenAt: last_seen_at })
  const from = new Date(ctx.now.getTime() - AGAIN_AFTER_MS)
  const visited = await listEntries(ctx, { customerId: id, action: VISITED, from }, null, 1)
  if (visited.length === 0) ctx.audit({ action: VISITED, customer: { id, key: null }, fields: [] })
  return { noted: true }
}
const VISITED = 'customer.visited'
