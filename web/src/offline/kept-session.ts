import type { Kith, Output } from '@kith/sdk'
import { tellOthers } from './changes.ts'
import { asked, inDatabase, type Keeping } from './database.ts'
import { keyFrom } from './sealing.ts'

const NOW = 'now'
/** Another window of this browser may end the session; what is open here can still be kept until it hears of it. */
let held: Keeping | null = null

/** After every sign-in, and now and then: the server says whose key this is and for how long it may stay. */
export async function rememberSession(kith: Kith, tenant: Output<'tenants.get'>, by: string | null): Promise<void> {
  const { holder, key, keepSeconds } = await kith.tenants.offlineKey()
  held = { holder, key: await keyFrom(key), tenant, by, keepUntil: Date.now() + keepSeconds * 1_000 }
  await inDatabase('readwrite', (stores) => asked(stores('keeping').put(held, NOW)))
}

/** The session is over: what waits stays, and nobody can read it until the same person has signed in again. */
export async function forgetSession(): Promise<void> {
  held = null
  await inDatabase('readwrite', (stores) => asked(stores('keeping').delete(NOW)))
  tellOthers()
}

export async function keptSession(): Promise<Keeping | null> {
  if (held) return held
  const kept = await inDatabase('readonly', (stores) => asked<Keeping | undefined>(stores('keeping').get(NOW)))
  if (!kept) return null
  if (kept.keepUntil > Date.now()) return kept
  await forgetSession()
  return null
}
