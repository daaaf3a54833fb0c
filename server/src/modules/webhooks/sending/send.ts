import { setMaxListeners } from 'node:events'
import { itself } from '../../../kit/caller.ts'
import type { Database } from '../../../kit/database.ts'
import type { Errand } from '../../../kit/module.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { claim, FIND_DUE } from './claim.ts'
import { endFlights, flightsOf } from './flights.ts'
import { dropUnsendable, giveBack, note } from './note.ts'
import { type Parcel, pack } from './parcel.ts'
import { post } from './post.ts'

export const deliver: Errand = {
  name: 'deliver-webhooks',
  nudge: 'webhooks',
  everyMs: 1_000,
  find: FIND_DUE,
  run: sendDue,
  settle: endFlights,
}

/** Claims what is due, commits, and sends it without waiting for the answers: a slow receiver holds up no other. */
async function sendDue(db: Database, tenant: string): Promise<boolean> {
  const flights = flightsOf(db)
  const caller = itself(tenant, `errand:${deliver.name}`)
  const claimed = await inTenant(db, caller, (ctx) => claim(ctx, flights))
  if (claimed.length === 0) return false
  const parcels = await inTenant(db, caller, (ctx) => pack(ctx, claimed), { readOnly: true })
  if (parcels.length < claimed.length) await inTenant(db, caller, (ctx) => dropUnsendable(ctx, claimed, parcels))
  for (const parcel of parcels)
    flights.start(
      { tenant, webhookId: parcel.webhookId },
      (calledOff) => sendOne(db, tenant, parcel, calledOff),
      () => db.nudge('webhooks', tenant),
    )
  return true
}

async function sendOne(db: Database, tenant: string, parcel: Parcel, calledOff: AbortSignal): Promise<void> {
  const caller = itself(tenant, `errand:${deliver.name}`)
  // One for each that is under way.
  setMaxListeners(0, calledOff)
  const answer = await post(db.config, parcel, calledOff)
  await inTenant(db, caller, (ctx) => (answer ? note(ctx, parcel, answer) : giveBack(ctx, parcel))).catch((error) =>
    // The lease ends, and it is sent again.
    db.log.warn({ err: error, tenant, webhook: parcel.webhookId }, 'what a webhook answered cannot be noted'),
  )
}
