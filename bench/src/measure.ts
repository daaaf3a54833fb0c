import type pg from 'pg'
import { cpuOf, cpuOfPostgres, stolenShare } from './cpu.ts'
import { loopDelay } from './event-loop.ts'
import type { Figure } from './figure.ts'
import { untilQuiet } from './fill.ts'
import type { HashRound } from './hashes.ts'
import type { Round, RoundResult } from './load.ts'
import type { Server, Worker } from './processes.ts'

/** Milliseconds, but for the counts. CPU is per request. */
export interface Measured {
  readonly name: string
  readonly clients: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly cpuServer: number
  readonly cpuDatabase: number
  readonly cpuLoad: number
  /** The p99 of the delays of Kith’s event loop, where that is wanted. */
  readonly lag: number | null
  readonly bytes: number
  readonly samples: number
  readonly refused: number
  /** What the host took away during the round, 0 to 1. */
  readonly stolen: number
}

export interface Bench {
  readonly servers: { readonly kith: Server; readonly floor: Server }
  readonly headers: Readonly<Record<'kith' | 'floor', Readonly<Record<string, string>>>>
  readonly load: Worker<Round>
  /** Only where hashes are measured. */
  readonly hashes?: Worker<HashRound>
  readonly postmaster: number
  readonly owner: pg.Client
}

export async function measure(bench: Bench, figure: Figure, clients: number, atLeast: number): Promise<Measured> {
  const { load, postmaster, owner, servers } = bench
  const seconds = atLeast * (figure.timesLonger ?? 1)
  const round = await prepare(bench, figure, clients, seconds)
  const { pid } = figure.server === 'hashes' ? bench.hashes! : servers[figure.server]
  const cpu = () => ({ server: cpuOf(pid), database: cpuOfPostgres(postmaster), load: cpuOf(load.pid) })
  const watched = figure.targets.some(({ kind }) => kind === 'lag')
  const delay = watched ? await loopDelay(servers.kith.url) : null

  const stolen = stolenShare()
  const before = cpu()
  const result = await round()
  const lag = (await delay?.()) ?? null
  // A write is done when its event is delivered and its audit entry is linked: that CPU belongs to it.
  if (figure.leavesWork) await untilQuiet(owner)
  const after = cpu()

  figure.sent?.(result.sent)
  const perRequest = (part: keyof typeof before) => ((after[part] - before[part]) * 1000) / result.sent
  const latencies = result.latencies.toSorted()
  return {
    name: figure.name,
    clients,
    perSecond: result.sent / result.seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpuServer: perRequest('server'),
    cpuDatabase: perRequest('database'),
    cpuLoad: perRequest('load'),
    lag,
    bytes: result.bytes,
    samples: result.sent,
    refused: result.sent - (result.statuses[200] ?? 0) - (result.statuses[201] ?? 0),
    stolen: stolen(),
  }
}

async function prepare(bench: Bench, figure: Figure, clients: number, seconds: number) {
  const { cost, server, repeat, addresses = 0 } = figure
  if (server === 'hashes') return (): Promise<RoundResult> => bench.hashes!.run({ cost: cost!, clients, seconds })
  const requests = await figure.requests(Math.ceil(figure.mostPerSecond * seconds))
  const { url, grpcUrl } = bench.servers[server]
  const where = figure.grpc ? grpcUrl! : url
  const headers = bench.headers[server]
  return () => bench.load.run({ url: where, headers, requests, repeat, clients, seconds, addresses })
}

/** What Kith and PostgreSQL use without any request, in milliseconds of CPU per second. */
export async function measureIdle({ servers, postmaster }: Bench, seconds: number) {
  const before = [cpuOf(servers.kith.pid), cpuOfPostgres(postmaster)]
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const after = [cpuOf(servers.kith.pid), cpuOfPostgres(postmaster)]
  const [server, database] = after.map((value, index) => ((value - before[index]!) * 1000) / seconds)
  return { server: server!, database: database! }
}

/** The smallest latency that so large a part of the requests did not exceed. */
function percentile(latencies: Float64Array, share: number): number {
  return latencies[Math.max(0, Math.ceil(latencies.length * share) - 1)]!
}
