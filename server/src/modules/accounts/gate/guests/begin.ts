import { randomBytes } from 'node:crypto'
import type { Answered, Entrance, Input, Output } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { CustomerId } from '../../../customers/contract.ts'
import { createCustomer } from '../../../customers/index.ts'
import { byAddress, type Limit, takeTurns } from '../../login/attempts.ts'
import { languageAsked } from '../../login/language-asked.ts'
import { guestDigest } from './adopt.ts'
import type * as api from './contract.ts'
import { sql } from './tables.ts'

const VALID_DAYS = 90
const GUESTS_BY_ADDRESS = { name: 'guests from', most: 60, minutes: 60 } as const satisfies Limit

/** Creates a guest for a visitor, and the token that proves it is theirs. */
export async function beginGuest(
  { db, caller, headers }: Entrance,
  { locale }: Input<typeof api.beginGuest>,
): Promise<Answered<Output<typeof api.beginGuest>>> {
  // Servers that call for many visitors use an API key.
  if (!caller.actor.startsWith('key:')) await takeTurns(db, caller, [byAddress(GUESTS_BY_ADDRESS, caller)])
  const body = await inTenant(db, caller, async (ctx) => {
    const guest = await createCustomer(ctx, { type: 'guest', locale: locale ?? languageAsked({ caller, headers }) })
    const guestToken = `kithg_${randomBytes(32).toString('base64url')}`
    const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * 86_400_000)
    await sql(ctx)
      .insertInto('guest_tokens')
      .values({
        tenant_id: ctx.tenant,
        customer_id: CustomerId.parse(guest.id),
        digest: guestDigest(ctx, guestToken),
        created_at: ctx.now,
        expires_at: expiresAt,
      })
      .execute()
    return { customerId: guest.id, guestToken, expiresAt: expiresAt.toISOString() }
  })
  return { body }
}
