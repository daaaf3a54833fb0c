import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { ROLES } from '../../../permissions.ts'
import type * as api from '../contract.ts'
import { createApiKey } from './api-keys.ts'

/** Opens its own transaction, because the response contains the key and must not be stored for an Idempotency-Key. */
export async function makeApiKey(
  { db, caller }: Entrance,
  { role, scopes, ...described }: Input<typeof api.createKey>,
): Promise<Answered<Output<typeof api.createKey>>> {
  const wanted = scopes ?? (role ? ROLES[role] : [])
  return { body: await inTenant(db, caller, (ctx) => createApiKey(ctx, { ...described, scopes: wanted })) }
}
