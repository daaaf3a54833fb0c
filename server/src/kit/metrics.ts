import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof openMetrics>

export function openMetrics() {
  const registry = new Registry()
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
  const connections = new Gauge({
    name: 'kith_database_connections',
    help: 'Connections of this process to the database',
    labelNames: ['state'],
    registers: [registry],
  })
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
    /** Once, however many servers this process starts. */
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
    text: () => registry.metrics(),
  }
}
