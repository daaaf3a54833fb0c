import { type Kith, KithRefusal } from '@kith/sdk'
import type { SentAs } from './database.ts'
import { readWaiting, sentAs, settleRefused, settleSent, type Waiting } from './waiting.ts'

const LOCK = 'kith.offline.send'
const LATER = new Set([401, 408, 425, 429])

export interface Arrived extends SentAs {
  readonly provisional: string
  /** Of redeemed points. */
  readonly points?: number | undefined
}

/**
 * Sends waiting entries in order, one window at a time. A refused entry is put aside for a user
 * to resolve and does not hold up the rest; without a server everything stays as it is.
 */
export async function sendWaiting(kith: Kith): Promise<{ arrived: Arrived[]; isDone: boolean }> {
  const arrived: Arrived[] = []
  let isDone = false
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    // Entries made meanwhile are included.
    if (!lock) return
    for (let next = await nextWaiting(); next; next = await nextWaiting()) {
      const sent = await sendOne(kith, next)
      if (sent === 'later') return
      if (sent !== 'refused') arrived.push(sent)
    }
    isDone = true
  })
  return { arrived, isDone }
}

const nextWaiting = async () =>
  (await readWaiting()).waiting.find(({ state, isHeld }) => state === 'waiting' && !isHeld)

async function sendOne(kith: Kith, entry: Waiting): Promise<Arrived | 'refused' | 'later'> {
  try {
    const sent = await carryOut(kith, entry)
    await settleSent(entry.id, sent)
    return { ...sent, provisional: entry.provisional, points: entry.redemption?.sent.points }
  } catch (error) {
    if (!(error instanceof KithRefusal) || error.status >= 500 || LATER.has(error.status)) return 'later'
    await settleRefused(entry, error.problem)
    return 'refused'
  }
}

async function carryOut(kith: Kith, entry: Waiting): Promise<SentAs> {
  if (entry.order) return sendOrder(kith, entry)
  return entry.redemption ? settle(kith, entry) : sendStub(kith, entry)
}

type Of<Part extends 'stub' | 'order' | 'redemption'> = Extract<Waiting, { readonly [P in Part]: object }>

async function sendStub(kith: Kith, { stub, idempotencyKey }: Of<'stub'>) {
  const { id, number } = await kith.customers.create(stub, { idempotencyKey })
  return { customerId: id, number }
}

async function sendOrder(kith: Kith, { order, after, idempotencyKey }: Of<'order'>) {
  const customerId = after === null ? null : (await sentAs(after))?.customerId
  const placed = await kith.orders.place({ ...order.sent, ...(customerId && { customerId }) }, { idempotencyKey })
  return { customerId: placed.customerId!, number: `${placed.total} ${placed.currency}`, orderId: placed.id }
}

/** With the order that the points are for, a refund gives them back. */
async function settle(kith: Kith, { redemption: { sent, number }, after, idempotencyKey }: Of<'redemption'>) {
  const orderId = after === null ? null : (await sentAs(after))?.orderId
  const settled = await kith.loyalty.settleOffline({
    ...{ ...sent, redemptionId: idempotencyKey },
    ...(orderId && { orderId }),
  })
  const wanted = orderId ?? sent.orderId
  return {
    ...{ customerId: settled.customerId, number, owed: settled.overdraft },
    withoutOrder: wanted !== undefined && settled.orderId === null,
  }
}
