import type { Request } from './connection.ts'
import type { GrpcCall } from './grpc-connection.ts'

/** Like the measurement of the peers. */
export const MANY = 16

/**
 * `cpu` at most so many times the floor's · `second` the same of the second floor · `over` at most so many milliseconds of CPU more than the floor · `rate` at
 * least this share of the floor's · `p95` and `lag` (the p99 of the server's event loop) at most so many milliseconds.
 */
export interface Target {
  readonly kind: 'ms' | 'cpu' | 'second' | 'over' | 'rate' | 'p95' | 'lag'
  readonly limit: number
  readonly clients: number
}

export interface Figure {
  readonly name: string
  readonly title: string
  /** Whose CPU is counted, and who is asked. */
  readonly server: 'kith' | 'floor' | 'hashes'
  /** What it is compared with; null for the floors themselves. */
  readonly floor: string | null
  /** Another one, where `second` is a target. */
  readonly secondFloor?: string
  readonly clients: readonly number[]
  readonly targets: readonly Target[]
  /** New ones for every round. */
  requests(count: number): readonly Request[] | readonly GrpcCall[] | Promise<readonly Request[]>
  /** More than can be answered. */
  readonly mostPerSecond: number
  /** Whether a request may be sent twice. */
  readonly repeat: boolean
  /** Comes after everything that only reads. */
  readonly writes?: true
  /** Its events and audit entries are done afterwards, and counted with it. */
  readonly leavesWork?: true
  readonly grpc?: true
  /** From how many addresses each client comes, for what is limited by address. */
  readonly addresses?: number
  /** Of the bare hashes that the figure is. */
  readonly cost?: number
  /** Longer than the others by so much: for what can be done only a few times a second. */
  readonly timesLonger?: number
  /** Called with how many requests were sent. */
  sent?(count: number): void
}
