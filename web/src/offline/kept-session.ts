import type { Kith, Output } from '@kith/sdk'
import { announceChange } from './changes.ts'
import { asked, inDatabase, type Keeping } from './database.ts'
import { keyFrom } from './sealing.ts'

const NOW = 'now'
/** Another window of this browser may end the session; entries of this window can be saved until it notices. */
let held: Keeping | null = null

/** After every sign-in, and at intervals: the server says whose key this is and how long it may be kept. */
export async function rememberSession(kith: Kith, tenant: Output<'tenants.get'>, by: string | null): Promise<void> {
  const { holder, key, keepSeconds } = await kith.tenants.offlineKey()
  held = { holder, key: await keyFrom(key), tenant, by, keepUntil: Date.now() + keepSeconds * 1_000 }
  await inDatabase('readwrite', (stores) => asked(stores('keeping').put(held, NOW)))
}

/** After the session waiting entries stay unreadable until the same person has signed in again. */
export async function forgetSession(): Promise<void> {
  held = null
  await inDatabase('readwrite', (stores) => asked(stores('keeping').delete(NOW)))
  announceChange()
}

export async function keptSession(): Promise<Keeping | null> {
  if (held) return held
  const kept = await inDatabase('readonly', (stores) => asked<Keeping | undefined>(stores('keeping').get(NOW)))
  if (!kept) return null
  if (kept.keepUntil > Date.now()) return kept
  await forgetSession()
  return null
}
