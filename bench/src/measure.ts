import type pg from 'pg'
import { cpuOf, cpuOfPostgres, stolenShare } from './cpu.ts'
import type { Figure } from './figures.ts'
import { untilQuiet } from './fill.ts'
import type { RoundResult } from './load.ts'
import type { Load, Server } from './processes.ts'

/** Milliseconds, but for the counts. CPU is per request. */
export interface Measured {
  readonly name: Figure['name']
  readonly clients: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly cpuServer: number
  readonly cpuDatabase: number
  readonly cpuLoad: number
  readonly bytes: number
  readonly samples: number
  readonly refused: number
  /** What the host took away during the round, 0 to 1. */
  readonly stolen: number
}

export interface Bench {
  readonly servers: Readonly<Record<Figure['server'], Server>>
  readonly headers: Readonly<Record<Figure['server'], Readonly<Record<string, string>>>>
  readonly load: Load
  readonly postmaster: number
  readonly owner: pg.Client
}

// More than two cores can answer; prepared before the round.
const MOST_PER_SECOND = { kith: 4_000, floor: 8_000 }

export async function measure(bench: Bench, figure: Figure, clients: number, seconds: number): Promise<Measured> {
  const { load, postmaster, owner } = bench
  const server = bench.servers[figure.server]
  const requests = figure.requests(Math.ceil(MOST_PER_SECOND[figure.server] * seconds))
  const cpu = () => ({ server: cpuOf(server.pid), database: cpuOfPostgres(postmaster), load: cpuOf(load.pid) })
  const { url } = server
  const headers = bench.headers[figure.server]

  const stolen = stolenShare()
  const before = cpu()
  const result = await load.run({ url, headers, requests, repeat: figure.repeat, clients, seconds })
  // A write is done when its event is delivered and its audit entry is linked: that CPU belongs to it.
  if (figure.name === 'create') await untilQuiet(owner)
  const after = cpu()

  figure.sent?.(result.sent)
  const perRequest = (part: keyof typeof before) => ((after[part] - before[part]) * 1000) / result.sent
  return {
    name: figure.name,
    clients,
    perSecond: result.sent / result.seconds,
    p50: percentile(result, 0.5),
    p95: percentile(result, 0.95),
    p99: percentile(result, 0.99),
    cpuServer: perRequest('server'),
    cpuDatabase: perRequest('database'),
    cpuLoad: perRequest('load'),
    bytes: result.bytes,
    samples: result.sent,
    refused: result.sent - (result.statuses[200] ?? 0) - (result.statuses[201] ?? 0),
    stolen: stolen(),
  }
}

/** What Kith and PostgreSQL use when nobody asks anything, in milliseconds of CPU per second. */
export async function measureIdle({ servers, postmaster }: Bench, seconds: number) {
  const before = [cpuOf(servers.kith.pid), cpuOfPostgres(postmaster)]
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const after = [cpuOf(servers.kith.pid), cpuOfPostgres(postmaster)]
  const [server, database] = after.map((value, index) => ((value - before[index]!) * 1000) / seconds)
  return { server: server!, database: database! }
}

/** The smallest latency that so large a part of the requests did not exceed. */
function percentile({ latencies }: RoundResult, share: number): number {
  return latencies[Math.max(0, Math.ceil(latencies.length * share) - 1)]!
}
