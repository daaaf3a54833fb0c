import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Log } from './log.ts'

/** What there is to do, or has changed. A module adds its own: `declare module`. */
export interface NudgeKinds {
  events: true
  audit: true
}
export type Nudge = keyof NudgeKinds

const CHANNEL = 'kith_nudges'
const SEND_AFTER_MS = 50
const RECONNECT_AFTER_MS = 500

/**
 * Notifies this and other processes of work for a tenant. Only a hint: listeners also
 * check on a timer. Not sent inside the transaction, because a NOTIFY makes commits wait for each other.
 */
export interface Nudges {
  send(nudge: Nudge, tenant: string): void
  on(nudge: Nudge, listener: (tenant: string) => void): void
  close(): Promise<void>
}

export async function openNudges(pool: pg.Pool, connection: pg.ClientConfig, log: Log): Promise<Nudges> {
  const me = randomBytes(4).toString('hex')
  const listeners = new Map<Nudge, ((tenant: string) => void)[]>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let client: pg.Client | undefined

  const hear = (nudge: Nudge, tenant: string) => listeners.get(nudge)?.forEach((listener) => void listener(tenant))

  async function flush() {
    timer = undefined
    const payloads = [...waiting].map((one) => `${me} ${one}`)
    waiting.clear()
    if (payloads.length === 0) return
    // After a failure every listener checks on its timer.
    await pool
      .query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [CHANNEL, payloads])
      .catch(() => {})
  }

  async function listen() {
    const connected = new pg.Client({ ...connection, keepAlive: true, connectionTimeoutMillis: 10_000 })
    connected.on('error', () => {})
    // Also emitted when connecting fails, so it retries.
    connected.on('end', () => {
      if (!closed) setTimeout(() => void listen().catch(() => {}), RECONNECT_AFTER_MS).unref()
    })
    connected.on('notification', ({ payload = '' }) => {
      const [from, nudge, tenant] = payload.split(' ')
      if (from !== me && tenant) hear(nudge as Nudge, tenant) // Sent by a process like this one; another has no listener.
    })
    await connected.connect()
    await connected.query(`listen ${CHANNEL}`)
    client = connected
  }

  // PgBouncer in transaction mode cannot listen; then only the timers remain.
  await listen().catch((error) => log.warn({ err: error }, 'no notifications between processes'))

  return {
    send(nudge, tenant) {
      hear(nudge, tenant)
      waiting.add(`${nudge} ${tenant}`)
      timer ??= setTimeout(() => void flush(), SEND_AFTER_MS)
    },
    on(nudge, listener) {
      listeners.set(nudge, [...(listeners.get(nudge) ?? []), listener])
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await flush()
      await client?.end().catch(() => {})
    },
  }
}
