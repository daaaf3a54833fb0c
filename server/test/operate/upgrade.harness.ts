import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type Body, eventually } from '../harness.ts'

const LANES = 4
const PASSWORD = 'saffron kettle seventeen'

export type Lanes = ReturnType<typeof lanesOf>

/**
 * Customers, orders, changes and sign-ins, over and over: what was written at one server is read at the next one, at once. Notes
 * every answer that was not the one promised.
 */
export function lanesOf(business: { readonly id: string; readonly apiKey: string }, first: readonly string[]) {
  let servers = first
  let over = false
  let answered = 0
  let longest = 0
  const rounds = Array.from({ length: LANES }, () => 0)
  const failed: string[] = []
  const unread: string[] = []
  const acknowledged = {
    customers: [] as string[],
    orders: [] as string[],
    sessions: [] as { refreshToken: string }[],
  }
  const byKey = { authorization: `Bearer ${business.apiKey}` }

  async function ask(server: string, method: string, where: string, body?: object, more: object = byKey) {
    const began = performance.now()
    const told = `${method} ${where.replaceAll(/\d{3,}|[0-9a-f]{32}/g, '…')}`
    try {
      const answer = await fetch(`${server}/api/v1/${where}`, {
        method,
        headers: { ...more, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      const said = (await answer.json().catch(() => null)) as Body
      if (answer.status < 300) answered += 1
      else failed.push(`${told}: ${answer.status} ${said?.code}`)
      return answer.status < 300 ? said : null
    } catch (error) {
      failed.push(`${told}: ${error}`)
      return null
    } finally {
      longest = Math.max(longest, performance.now() - began)
    }
  }

  async function lane(n: number) {
    const at = (turn: number) => servers[(n + rounds[n]! + turn) % servers.length]!
    const read = (what: string, found: unknown, wanted: unknown) => {
      if (JSON.stringify(found) !== JSON.stringify(wanted)) unread.push(`${what}: ${found} instead of ${wanted}`)
    }
    const visiting = { 'x-kith-tenant': business.id }
    const account = { email: `person${n}@example.com`, password: PASSWORD, firstName: 'Aisha' }
    const session: { refreshToken: string } = await ask(at(0), 'POST', 'auth/register', account, visiting)
    acknowledged.sessions.push(session)
    while (!over) {
      const phone = `+9689${1_000_000 * (n + 1) + rounds[n]!}`
      const keyed = { ...byKey, 'idempotency-key': randomUUID() }
      const made = await ask(at(0), 'POST', 'customers', { firstName: 'Salma', phone }, keyed)
      // The same once more, as after an answer that was lost on its way.
      const again = await ask(at(1), 'POST', 'customers', { firstName: 'Salma', phone }, keyed)
      read('a repeated customer', again?.id, made?.id)
      if (made) {
        acknowledged.customers.push(made.id)
        read('a name', (await ask(at(1), 'GET', `customers/${made.id}`))?.firstName, 'Salma')
        await ask(at(1), 'PATCH', `customers/${made.id}`, { firstName: 'Huda' })
        read('a changed name', (await ask(at(0), 'GET', `customers/${made.id}`))?.firstName, 'Huda')
        const order = await ask(at(0), 'POST', 'orders', { customerId: made.id, total: 7_000 })
        if (order) acknowledged.orders.push(order.id)
        read('an order', (await ask(at(1), 'GET', `orders/${order?.id}`))?.id, order?.id)
        await ask(at(1), 'POST', `customers/${made.id}/loyalty/adjustments`, { points: 5, reason: 'A gift' })
        const entries = await ask(at(0), 'GET', `customers/${made.id}/loyalty/entries`)
        read(
          'a gift',
          entries?.items.some(({ kind }: Body) => kind === 'adjust'),
          true,
        )
      }
      const fresh = await ask(at(0), 'POST', 'auth/refresh', { refreshToken: session.refreshToken }, visiting)
      if (fresh) {
        session.refreshToken = fresh.refreshToken
        const own = { ...visiting, authorization: `Bearer ${fresh.accessToken}` }
        read('a business', (await ask(at(1), 'GET', 'auth/token', undefined, own))?.tenantId, business.id)
      }
      rounds[n]! += 1
    }
  }
  const all = Promise.all(rounds.map((_, n) => lane(n)))
  // Heard where it is awaited.
  all.catch(() => {})

  /** Until each lane has gone so many times more through all that it does. */
  async function through(times: number): Promise<void> {
    const goal = rounds.map((done) => done + times)
    await Promise.race([all, eventually(async () => rounds.every((done, n) => done >= goal[n]!))])
    expect(over || rounds.every((done, n) => done >= goal[n]!)).toBe(true)
  }
  return {
    acknowledged,
    failed,
    unread,
    through,
    serveAt(some: readonly string[]) {
      servers = some
    },
    /** And until nothing is under way elsewhere. */
    async only(server: string) {
      servers = [server]
      // The round that was under way when this was said, and a whole one.
      await through(2)
    },
    /** Since this was asked last. */
    soFar() {
      const seen = { answered, longest }
      answered = 0
      longest = 0
      return seen
    },
    async stop() {
      over = true
      await all
    },
  }
}
