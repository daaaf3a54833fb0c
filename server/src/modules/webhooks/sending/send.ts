import { itself } from '../../../kit/caller.ts'
import type { Database } from '../../../kit/database.ts'
import type { Errand } from '../../../kit/module.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { claim, FIND_DUE } from './claim.ts'
import { endFlights, flightsOf } from './flights.ts'
import type { Errands, Report } from './lane.ts'
import { dropUnsendable, giveBack, note } from './note.ts'
import { pack } from './parcel.ts'
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
  for (const webhookId of new Set(parcels.map((parcel) => parcel.webhookId))) {
    const own = parcels.filter((parcel) => parcel.webhookId === webhookId)
    const errands: Errands = {
      send: (parcel, connections) => post(db.config, parcel, flights.calledOff, { connections }),
      report: (report) => reportAll(db, { tenant, webhookId }, report),
    }
    flights.start({ tenant, webhookId }, own, errands, () => db.nudge('webhooks', tenant))
  }
  return true
}

interface Place {
  readonly tenant: string
  readonly webhookId: string
}

/** All in one transaction; if that fails, each in its own, so that one that cannot be noted holds up no other. */
async function reportAll(db: Database, { tenant, webhookId }: Place, { answered, unsent }: Report): Promise<void> {
  const caller = itself(tenant, `errand:${deliver.name}`)
  try {
    await inTenant(db, caller, async (ctx) => {
      await note(ctx, webhookId, answered)
      await giveBack(ctx, webhookId, unsent)
    })
  } catch (error) {
    // The lease ends, and it is sent again.
    db.log.warn({ err: error, tenant, webhook: webhookId }, 'what a webhook answered cannot be noted')
    if (answered.length > 1)
      for (const attempt of answered) await reportAll(db, { tenant, webhookId }, { answered: [attempt], unsent: [] })
  }
}
