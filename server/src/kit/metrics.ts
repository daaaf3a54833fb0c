import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { cacheEntries } from './caches.ts'

export type Metrics = ReturnType<typeof openMetrics>

/** The open work of all tenants together, and the state of the jobs. */
export interface Backlog {
  readonly waiting: readonly { readonly kind: string; readonly count: number; readonly oldestSeconds: number }[]
  readonly jobs: readonly { readonly name: string; readonly lateSeconds: number; readonly failed: boolean }[]
  readonly subscribers: readonly {
    readonly subscriber: string
    readonly events: number
    readonly oldestSeconds: number
  }[]
}

export function openMetrics() {
  const registry = new Registry()
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const requests = new Histogram({
    name: 'kith_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const delivered = new Counter({
    name: 'kith_relay_rounds_total',
    help: 'Rounds of the event relay, by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const messages = new Histogram({
    name: 'kith_message_seconds',
    help: 'Time from the wish to the sending of a message, and from there to its delivery',
    labelNames: ['step', 'channel'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
    registers: [registry],
  })
  const unsent = new Counter({
    name: 'kith_messages_unsent_total',
    help: 'Attempts to send a message that failed, by what follows',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  })
  const tries = new Counter({
    name: 'kith_tries_total',
    help: 'Tries to register, to sign in and to prove a code, by way and by how they ended: done, or why not',
    labelNames: ['way', 'outcome'],
    registers: [registry],
  })
  const connections = gauge('kith_database_connections', 'Connections of this process to the database', 'state')
  const waits = new Histogram({
    name: 'kith_database_wait_seconds',
    help: 'Time that a transaction waited for a connection to the database',
    buckets: [0.001, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
    registers: [registry],
  })
  const slow = new Counter({
    name: 'kith_slow_statements_total',
    help: 'Statements that took longer than KITH_SLOW_STATEMENT_MS; the log has their text without values',
    registers: [registry],
  })
  const answers = gauge('kith_database_answers', 'Whether the database answered when these metrics were read')
  const backlog = gauge('kith_backlog', 'What is not done yet, of all tenants: events, parked_events, …', 'kind')
  const oldest = gauge('kith_backlog_oldest_seconds', 'How long the oldest of it has been waiting', 'kind')
  const lag = gauge('kith_subscriber_lag', 'Events that a subscriber has not heard yet', 'subscriber')
  const lagSeconds = gauge('kith_subscriber_lag_seconds', 'How long the first of them has been waiting', 'subscriber')
  const late = gauge('kith_job_late_seconds', 'How long ago a job should have begun that has not ended since', 'name')
  const failed = gauge('kith_job_failed', 'Whether the last run of a job by the clock failed for a tenant', 'name')
  const cached = gauge('kith_cache_entries', 'What this process remembers, by cache; each of them is bounded', 'cache')
  Object.assign(cached, {
    collect() {
      cached.reset()
      for (const [name, entries] of cacheEntries()) cached.set({ cache: name }, entries)
    },
  })
  let readBacklog: (() => Promise<Backlog | null>) | undefined

  /** Without the database there are no values, rather than old ones. */
  async function refresh(read: () => Promise<Backlog | null>): Promise<void> {
    const found = await read()
    for (const one of [backlog, oldest, lag, lagSeconds, late, failed]) one.reset()
    answers.set(found ? 1 : 0)
    for (const { kind, count, oldestSeconds } of found?.waiting ?? []) {
      backlog.set({ kind }, count)
      oldest.set({ kind }, oldestSeconds)
    }
    for (const { subscriber, events, oldestSeconds } of found?.subscribers ?? []) {
      lag.set({ subscriber }, events)
      lagSeconds.set({ subscriber }, oldestSeconds)
    }
    for (const { name, lateSeconds, failed: hasFailed } of found?.jobs ?? []) {
      late.set({ name }, lateSeconds)
      failed.set({ name }, hasFailed ? 1 : 0)
    }
  }
  return {
    contentType: registry.contentType,
    request(route: string, method: string, status: number, seconds: number) {
      requests.observe({ route, method, status }, seconds)
    },
    relayRound(outcome: 'done' | 'failed') {
      delivered.inc({ outcome })
    },
    messageTook(step: 'queued_to_sent' | 'sent_to_delivered', channel: string, seconds: number) {
      messages.observe({ step, channel }, seconds)
    },
    messageNotSent(channel: string, outcome: 'postponed' | 'refused') {
      unsent.inc({ channel, outcome })
    },
    tried(way: string, outcome: string) {
      tries.inc({ way, outcome })
    },
    /** Once per process, for any number of servers. */
    watchProcess() {
      if (registry.getSingleMetric('kith_process_cpu_user_seconds_total')) return
      collectDefaultMetrics({ register: registry, prefix: 'kith_' })
    },
    watchPool(pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number }) {
      Object.assign(connections, {
        collect() {
          connections.set({ state: 'open' }, pool.totalCount)
          connections.set({ state: 'idle' }, pool.idleCount)
          connections.set({ state: 'waiting' }, pool.waitingCount)
        },
      })
    },
    watchBacklog(read: () => Promise<Backlog | null>) {
      readBacklog = read
    },
    waitedForConnection(seconds: number) {
      waits.observe(seconds)
    },
    slowStatement() {
      slow.inc()
    },
    async text() {
      if (readBacklog) await refresh(readBacklog)
      return registry.metrics()
    },
  }
}
