import { cache } from '../../../kit/caches.ts'
import { type Asked, type Caller, itself, type Presented } from '../../../kit/caller.ts'
import { type Database, findTenantKeys } from '../../../kit/database.ts'
import type { Nudges } from '../../../kit/nudges.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { checkApiKey, parseApiKey } from './api-keys.ts'

const KEYS_HELD = 10_000
/** Processes are notified of a revoked key at once; this limit is for a missed notification. */
const KEY_HELD_MS = 5_000

type Granted = Pick<Caller, 'tenant' | 'actor' | 'may' | 'perMinute'>

/** The caller of this Authorization header. Only the tenant named in the key is queried. */
export function authenticator(db: Database, nudges: Nudges) {
  const held = cache<string, Granted>('api_keys', { max: KEYS_HELD, ttl: KEY_HELD_MS })
  nudges.on('api-keys', () => held.clear())

  return async ({ authorization }: Presented, asked: Asked): Promise<Caller | null> => {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
    const before = held.get(presented)
    if (before) return { ...before, ...asked, signedIn: null }
    const key = parseApiKey(presented)
    if (!key || !(await findTenantKeys(db, key.tenant))) return null
    const found = await inTenant(db, itself(key.tenant, 'sign-in'), (ctx) => checkApiKey(ctx, key), { readOnly: true })
    if (!found) return null
    const granted = { tenant: key.tenant, ...found }
    held.set(presented, granted)
    return { ...granted, ...asked, signedIn: null }
  }
}
