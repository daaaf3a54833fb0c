import { among } from '../../kit/among.ts'
import type { Context } from '../../kit/context.ts'
import { gathered, grouped } from '../../kit/gathered.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { DataKey } from '../../kit/sealed.ts'
import { CustomerNotFound } from './contract.ts'
import { type Lock, requireStatus } from './person.ts'
import { keysOf, openKeys, survivorsOf } from './survivor.ts'
import { sql } from './tables.ts'

/** A customer and their keys, for modules that seal data of theirs. */
export interface KeyHolder {
  readonly id: string
  readonly status: string
  readonly country: string
  readonly locale: string
  readonly restricted: boolean
  readonly lastSeenAt: Date
  /** Seals new values. */
  readonly key: DataKey
  /** By customer id: the own key and those of customers merged into this one. */
  readonly keys: ReadonlyMap<string, DataKey>
}

/** The only way to a customer's key. Refuses unknown, merged and erased customers. */
export async function keyHolder(ctx: Context, customerId: string, lock?: Lock): Promise<KeyHolder> {
  const { id, status, country, locale, restricted_at, last_seen_at } = await requireStatus(ctx, customerId, lock)
  // Read after the lock: a customer erased during the wait has no key any more.
  const keys = openKeys(ctx, await wrappedKeys(ctx, customerId))
  const key = keys.get(id)
  if (!key) throw CustomerNotFound()
  return { id, status, country, locale, restricted: restricted_at !== null, lastSeenAt: last_seen_at, key, keys }
}

const wrappedKeys = gathered(async (ctx, ids) =>
  grouped(
    await sql(ctx)
      .selectFrom('data_keys')
      .select(['id', 'wrapped', 'customer_id'])
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', among(ids))
      .execute(),
    'customer_id',
  ),
)

/** The same for background work: null where `keyHolder` refuses. */
export async function findKeyHolder(ctx: Context, customerId: string, lock?: Lock): Promise<KeyHolder | null> {
  return keyHolder(ctx, customerId, lock).catch((error) => {
    if (error instanceof Refusal) return null
    throw error
  })
}

/** Only the key for new values. */
export async function customerKey(ctx: Context, customerId: string, lock?: Lock): Promise<DataKey> {
  return (await keyHolder(ctx, customerId, lock)).key
}

/**
 * The same for many, by the ids that were asked for: of one who was merged that of the survivor, of one who was erased none. Locked
 * in the order of their ids, so that two of them never wait for each other.
 */
export async function customerKeys(
  ctx: Context,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, DataKey>> {
  if (customerIds.length === 0) return new Map()
  const survivors = await survivorsOf(ctx, customerIds)
  const present = await sql(ctx)
    .selectFrom('customers')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', among([...new Set(survivors.values())]))
    .where('merged_into', 'is', null)
    .where('status', '<>', 'erased')
    .orderBy('id')
    .forKeyShare()
    .execute()
  // Read after the lock: a customer erased during the wait has no key any more.
  const keys = await keysOf(
    ctx,
    present.map(({ id }) => id),
  )
  return new Map(
    [...survivors].flatMap(([asked, survivor]): [string, DataKey][] => {
      const key = keys.get(survivor)
      return key ? [[asked, key]] : []
    }),
  )
}
