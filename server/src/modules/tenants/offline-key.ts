import type { Context } from '../../kit/context.ts'

/** As long as staff stay signed in without being heard of. */
const KEPT_HOURS = 12

/** Nothing is stored: it follows from the tenant's keys and from who asks, so that the same person gets it again. */
export async function readOfflineKey({ keys, caller }: Context) {
  return {
    holder: keys.digest('offline holder', caller.actor).subarray(0, 16).toString('base64url'),
    key: keys.digest('offline key', caller.actor).toString('base64url'),
    keepSeconds: KEPT_HOURS * 3_600,
  }
}
