import { type Kith, KithRefusal } from '@kith/sdk'
import type { Customer } from '../session/session.ts'
import { readWaiting, settleRefused, settleSent, type Waiting } from './waiting.ts'

const LOCK = 'kith.offline.send'
const LATER = new Set([401, 408, 425, 429])

/**
 * Sends what waits in the order in which it came, one window at a time. What the server refuses is put aside for somebody
 * to settle and does not hold up the rest; when nobody answers, everything stays as it is.
 */
export async function sendWaiting(kith: Kith, onSent: (entry: Waiting, customer: Customer) => void): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    const { waiting } = await readWaiting()
    for (const entry of waiting.filter(({ state }) => state === 'waiting')) {
      if (!(await sendOne(kith, entry, onSent))) return
    }
  })
}

async function sendOne(kith: Kith, entry: Waiting, onSent: (entry: Waiting, customer: Customer) => void) {
  try {
    const customer = await kith.postCustomers(entry.stub, { idempotencyKey: entry.idempotencyKey })
    await settleSent(entry.id, { customerId: customer.id, number: customer.number })
    onSent(entry, customer)
    return true
  } catch (error) {
    if (!(error instanceof KithRefusal) || error.status >= 500 || LATER.has(error.status)) return false
    await settleRefused(entry, error.problem)
    return true
  }
}
