import type { Context } from '../../kit/context.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { CustomerNotFound } from './contract.ts'
import { type Lock, requireStanding } from './person.ts'
import { openKeys } from './survivor.ts'
import { sql } from './tables.ts'

/** A customer as the modules need it that keep something sealed of theirs. */
export interface KeyHolder {
  readonly id: string
  readonly status: string
  readonly country: string
  readonly locale: string
  readonly restricted: boolean
  readonly lastSeenAt: Date
  /** Seals what is new. */
  readonly key: DataKey
  /** By id: the customer's own key and those of whoever was merged into it. */
  readonly keys: ReadonlyMap<string, DataKey>
}

/** The one way to a customer's key. Refuses who is unknown, merged or erased. */
export async function keyHolder(ctx: Context, customerId: string, lock?: Lock): Promise<KeyHolder> {
  const { id, status, country, locale, restricted_at, last_seen_at } = await requireStanding(ctx, customerId, lock)
  // Read after the lock: whoever was erased while we waited for it has no key any more.
  const held = await sql(ctx)
    .selectFrom('data_keys')
    .select(['id', 'wrapped'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  const keys = openKeys(ctx, held)
  const key = keys.get(id)
  if (!key) throw CustomerNotFound()
  return { id, status, country, locale, restricted: restricted_at !== null, lastSeenAt: last_seen_at, key, keys }
}

/** For what must go on where there is nobody to answer: null for whoever `keyHolder` refuses. */
export async function findKeyHolder(ctx: Context, customerId: string, lock?: Lock): Promise<KeyHolder | null> {
  return keyHolder(ctx, customerId, lock).catch((error) => {
    if (error instanceof Refusal) return null
    throw error
  })
}

/** Only the key that seals what is new. */
export async function customerKey(ctx: Context, customerId: string, lock?: Lock): Promise<DataKey> {
  return (await keyHolder(ctx, customerId, lock)).key
}
