import { cache } from '../../../kit/caches.ts'
import { type Caller, type Identify, itself } from '../../../kit/caller.ts'
import { type Database, findTenantKeys, OF_A_STRANGER, OF_ONE_WE_KNOW } from '../../../kit/database.ts'
import type { Nudges } from '../../../kit/nudges.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { checkApiKey, parseApiKey } from './api-keys.ts'

const KEYS_HELD = 10_000
/** Processes are notified of a revoked key at once; this limit is for a missed notification. */
const KEY_HELD_MS = 5_000
/** As long a key is known as one that was good, which opens nothing. */
const KEY_KNOWN_MS = 86_400_000

type Granted = Pick<Caller, 'tenant' | 'actor' | 'may' | 'perMinute'>

/** The caller of this Authorization header. Only the tenant named in the key is queried. */
export function authenticator(db: Database, nudges: Nudges): Identify {
  const held = cache<string, Granted>('api_keys', { max: KEYS_HELD, ttl: KEY_HELD_MS })
  nudges.on('api-keys', () => held.clear())
  const known = cache<string, true>('known_api_keys', { max: KEYS_HELD, ttl: KEY_KNOWN_MS })

  return async ({ authorization }, asked, beforeAsking = async () => {}) => {
    const presented = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
    const before = held.get(presented)
    if (before) return { ...before, ...asked, signedIn: null }
    const key = parseApiKey(presented)
    if (!key) return null
    const isKnown = known.has(presented)
    if (!isKnown) await beforeAsking()
    const turn = isKnown ? OF_ONE_WE_KNOW : OF_A_STRANGER
    if (!(await findTenantKeys(db, key.tenant, turn))) return null
    const check = { readOnly: true, turn }
    const found = await inTenant(db, itself(key.tenant, 'sign-in'), (ctx) => checkApiKey(ctx, key), check)
    if (!found) {
      known.delete(presented)
      return null
    }
    known.set(presented, true)
    const granted = { tenant: key.tenant, ...found }
    held.set(presented, granted)
    return { ...granted, ...asked, signedIn: null }
  }
}
