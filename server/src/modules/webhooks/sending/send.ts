import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { refusalOf } from '../../../kit/database-faults.ts'
import type { Errand } from '../../../kit/module.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { type Claimed, claim, FIND_DUE, stillToSend } from './claim.ts'
import { endFlights, flightsOf } from './flights.ts'
import type { Errands, Report } from './lane.ts'
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

/**
 * Claims what is due, commits, and sends it without waiting for the answers: a slow receiver holds up no other. What lands
 * nudges; until then other businesses have their turn, however much of this one is due.
 */
async function sendDue(db: Database, tenant: string): Promise<boolean> {
  const flights = flightsOf(db)
  const caller = itself(tenant, `errand:${deliver.name}`)
  const claimed = await inTenant(db, caller, (ctx) => claim(ctx, flights))
  if (claimed.length === 0) return false
  const { parcels, ready, gone } = await packAll(db, tenant, claimed)
  if (gone.length > 0) await inTenant(db, caller, (ctx) => dropUnsendable(ctx, gone))
  const late = new Map<string, Parcel[]>()
  let started = 0
  for (const webhookId of new Set(parcels.map((parcel) => parcel.webhookId))) {
    const place = { tenant, webhookId }
    const own = parcels.filter((parcel) => parcel.webhookId === webhookId)
    const errands: Errands = {
      stillToSend: (waiting) => whichToSend(db, place, waiting),
      send: (parcel, connections) => post(db.config, parcel, flights.calledOff, { connections }),
      report: (report) => reportAll(db, place, report),
    }
    const good = own.filter((parcel) => ready.has(parcel))
    started += good.length
    if (good.length > 0) flights.start(place, good, errands, () => db.nudge('webhooks', tenant))
    if (good.length < own.length)
      late.set(
        webhookId,
        own.filter((parcel) => !ready.has(parcel)),
      )
  }
  for (const [webhookId, unsent] of late) await reportAll(db, { tenant, webhookId }, { answered: [], unsent })
  return started === 0 && gone.length + late.size > 0
}

interface Packed {
  readonly parcels: readonly Parcel[]
  readonly ready: ReadonlySet<Parcel>
  readonly gone: readonly Claimed[]
}

/** All in one transaction; if that fails, each half in its own: one that cannot be packed holds up no other. */
async function packAll(db: Database, tenant: string, claimed: readonly Claimed[]): Promise<Packed> {
  const caller = itself(tenant, `errand:${deliver.name}`)
  try {
    return await inTenant(db, caller, (ctx) => packReady(ctx, claimed), { readOnly: true })
  } catch (error) {
    if (refusalOf(error)) throw error
    const [{ webhookId, eventId } = { webhookId: null, eventId: null }] = claimed
    if (claimed.length === 1) {
      // The lease ends, and it is tried again.
      db.log.warn(
        { err: error, tenant, webhook: webhookId, event: eventId },
        'what a webhook is to get cannot be packed',
      )
      return { parcels: [], ready: new Set(), gone: [] }
    }
    const half = Math.ceil(claimed.length / 2)
    const one = await packAll(db, tenant, claimed.slice(0, half))
    const other = await packAll(db, tenant, claimed.slice(half))
    return {
      parcels: [...one.parcels, ...other.parcels],
      ready: new Set([...one.ready, ...other.ready]),
      gone: [...one.gone, ...other.gone],
    }
  }
}

/** Describing many customers takes a while, in which a webhook may be disabled or changed. */
async function packReady(ctx: Context, claimed: readonly Claimed[]): Promise<Packed> {
  const parcels = await pack(ctx, claimed)
  const isPacked = ({ webhookId, eventId }: Claimed) =>
    parcels.some((one) => one.webhookId === webhookId && one.eventId === eventId)
  const ready = new Set(await stillToSend(ctx, parcels))
  return { parcels, ready, gone: claimed.filter((one) => !isPacked(one)) }
}

interface Place {
  readonly tenant: string
  readonly webhookId: string
}

/** None where that cannot be told. */
async function whichToSend(db: Database, { tenant, webhookId }: Place, waiting: readonly Parcel[]) {
  const caller = itself(tenant, `errand:${deliver.name}`)
  try {
    return await inTenant(db, caller, (ctx) => stillToSend(ctx, waiting), { readOnly: true })
  } catch (error) {
    db.log.warn({ err: error, tenant, webhook: webhookId }, 'what waits for a webhook is given back')
    return []
  }
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
