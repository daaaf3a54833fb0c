import { type Kith, KithRefusal } from '@kith/sdk'
import { readWaiting, settleRefused, settleSent, type Waiting } from './waiting.ts'

const LOCK = 'kith.offline.send'
const LATER = new Set([401, 408, 425, 429])

interface Arrived {
  readonly provisional: string
  readonly number: string
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

const nextWaiting = async () => (await readWaiting()).waiting.find(({ state }) => state === 'waiting')

async function sendOne(kith: Kith, entry: Waiting): Promise<Arrived | 'refused' | 'later'> {
  try {
    const { id, number } = await kith.customers.create(entry.stub, { idempotencyKey: entry.idempotencyKey })
    await settleSent(entry.id, { customerId: id, number })
    return { provisional: entry.provisional, number }
  } catch (error) {
    if (!(error instanceof KithRefusal) || error.status >= 500 || LATER.has(error.status)) return 'later'
    await settleRefused(entry, error.problem)
    return 'refused'
  }
}
