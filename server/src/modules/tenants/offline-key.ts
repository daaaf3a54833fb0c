import type { Context } from '../../kit/context.ts'

/** The longest idle time of a staff session. */
const KEPT_HOURS = 12

/** Not stored: derived from the tenant's keys and the caller, so that the same person gets the same key again. */
export async function readOfflineKey({ keys, caller }: Context) {
  return {
    holder: keys.digest('offline holder', caller.actor).subarray(0, 16).toString('base64url'),
    key: keys.digest('offline key', caller.actor).toString('base64url'),
    keepSeconds: KEPT_HOURS * 3_600,
  }
}
