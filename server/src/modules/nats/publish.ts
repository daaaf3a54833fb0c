import type { JetStreamClient } from '@nats-io/jetstream'
import { itself } from '../../kit/caller.ts'
import type { Database } from '../../kit/database.ts'
import type { Errand } from '../../kit/module.ts'
import { noteOutside } from '../../kit/outsides.ts'
import { inTenant } from '../../kit/transaction.ts'
import { findBehind, gotAgain, type KeptEvent, moveTo, readAgain, readEvents, startAt } from '../events/index.ts'
import { toOutside } from '../webhooks/index.ts'
import { brokerOf, closeBroker, SUBJECTS } from './connection.ts'

/** The name of its position: another one begins anew. */
export const SUBSCRIBER = 'nats'
const ACKNOWLEDGED_WITHIN_MS = 5_000

export const publish: Errand = {
  name: 'publish-to-nats',
  nudge: 'events',
  everyMs: 500,
  isNeeded: ({ NATS_URL }) => NATS_URL !== undefined,
  find: findBehind(SUBSCRIBER),
  run: publishNext,
  settle: closeBroker,
}

/** What is to come again goes first: what is newer of the same customer comes after it. */
async function publishNext(db: Database, tenant: string): Promise<boolean> {
  const { NATS_URL } = db.config
  if (NATS_URL === undefined) return false
  const caller = itself(tenant, `errand:${publish.name}`)
  const again = await inTenant(db, caller, (ctx) => readAgain(ctx, SUBSCRIBER), { readOnly: true })
  if (again.positions.length > 0) {
    await publishAll(db, NATS_URL, tenant, again.events)
    await inTenant(db, caller, (ctx) => gotAgain(ctx, SUBSCRIBER, again.positions))
    return true
  }
  const after = await inTenant(db, caller, (ctx) => startAt(ctx, SUBSCRIBER))
  const { events, through, more } = await inTenant(db, caller, (ctx) => readEvents(ctx, after, null), {
    readOnly: true,
  })
  if (through === after) return false
  await publishAll(db, NATS_URL, tenant, events)
  await inTenant(db, caller, (ctx) => moveTo(ctx, SUBSCRIBER, after, through))
  return more
}

/** Until every event was acknowledged; where one was not, all of them come again, with the same ids. */
async function publishAll(db: Database, url: string, tenant: string, events: readonly KeptEvent[]): Promise<void> {
  try {
    const { stream } = await brokerOf(db, url)
    await Promise.all(lanesOf(events).map((lane) => publishLane(stream, tenant, lane)))
    noteOutside(db.config, 'broker', true)
  } catch (error) {
    noteOutside(db.config, 'broker', false)
    // A broker that has lost its disk has no stream: the next connection makes it.
    await closeBroker(db)
    throw error
  }
}

async function publishLane(stream: JetStreamClient, tenant: string, lane: readonly KeptEvent[]): Promise<void> {
  for (const event of lane) {
    const outside = toOutside(event)
    await stream.publish(`${SUBJECTS}.${tenant}.${event.type}`, JSON.stringify(outside), {
      msgID: outside.id,
      timeout: ACKNOWLEDGED_WITHIN_MS,
    })
  }
}

/** Those of one customer in their order; one without a customer is alone. */
function lanesOf(events: readonly KeptEvent[]): readonly (readonly KeptEvent[])[] {
  const lanes = new Map<string, KeptEvent[]>()
  for (const event of events) {
    const name = event.customerId ?? event.id
    lanes.set(name, [...(lanes.get(name) ?? []), event])
  }
  return [...lanes.values()]
}
