import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { byAddress, type Limit, takeTurns } from '../../login/attempts.ts'
import { sql } from '../../session/till/tables.ts'
import type { pairTill as endpoint } from './contract.ts'
import { TILL_COOKIE, TILL_PATH, writeTillToken } from './device.ts'
import { PairingOver } from './refusals.ts'
import { pairingDigest } from './registry.ts'

const PAIRINGS_BY_ADDRESS = { name: 'pairings from', most: 20, minutes: 60 } as const satisfies Limit
/** The maximum age of cookies in browsers. */
const COOKIE_SECONDS = 400 * 86_400

/** The statement that finds the code also deletes it, so of two devices one fails. */
export async function pairTill(
  { db, caller }: Entrance,
  { pairingCode, keepIn }: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> {
  await takeTurns(db, caller, [byAddress(PAIRINGS_BY_ADDRESS, caller)])
  const { till, token } = await inTenant(db, caller, async (ctx) => {
    const paired = await sql(ctx)
      .updateTable('tills')
      .set({ pairing_digest: null, pairing_expires_at: null, paired_at: ctx.now })
      .where('tenant_id', '=', ctx.tenant)
      .where('pairing_digest', '=', pairingDigest(ctx, pairingCode))
      .where('pairing_expires_at', '>', ctx.now)
      .where('revoked_at', 'is', null)
      .returning(['id', 'name'])
      .executeTakeFirst()
    if (!paired) throw PairingOver()
    const written = writeTillToken(ctx.keys, paired.id)
    await sql(ctx)
      .updateTable('tills')
      .set({ device_digest: written.digest })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', paired.id)
      .execute()
    ctx.audit({ action: 'till.paired', customer: null, fields: [], after: { till: paired.id } })
    return { till: paired, token: written.token }
  })
  if (keepIn === 'token') return { body: { till, tillToken: token } }
  return {
    body: { till },
    cookies: [{ name: TILL_COOKIE, value: token, path: TILL_PATH, maxAgeSeconds: COOKIE_SECONDS }],
  }
}
