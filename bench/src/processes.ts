import { type ChildProcess, execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { BareSource } from './bare.ts'
import type { HashRound } from './hashes.ts'
import type { Round, RoundResult } from './load.ts'
import type { LoyaltyFloor } from './loyalty/bare.ts'
import type { SignInFloor } from './sign-in/floor.ts'

// From bench/dist.
const KITH = new URL('../../server/bin/kith.mjs', import.meta.url).pathname
const part = (name: string) => new URL(`./${name}.mjs`, import.meta.url).pathname
const STOP_WITHIN_MS = 15_000

export interface Server {
  readonly url: string
  readonly grpcUrl: string | null
  readonly pid: number
  stop(): Promise<void>
}

/** Kith as it is usually started, but for its log level: `info` writes a line for every request. */
export const environment = (data: string): NodeJS.ProcessEnv => ({
  LOG_LEVEL: 'warn',
  ...process.env,
  KITH_DATA: data,
  PORT: '0',
  KITH_GRPC_PORT: '0',
})

export function startKith(data: string, profile: string | null): Promise<Server> {
  const flags = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  return startServer([...flags, KITH, 'start', '--json'], environment(data))
}

export interface FloorSettings {
  readonly host: string
  readonly port: number
  readonly width: number
  readonly bare: BareSource
}

export const startFloor = (settings: FloorSettings) =>
  startServer([part('floor'), JSON.stringify(settings)], process.env)

export const startSignInFloor = (settings: SignInFloor) =>
  startServer([part('sign-in/floor'), JSON.stringify(settings)], process.env)

export const startLoyaltyFloor = (settings: LoyaltyFloor) =>
  startServer([part('loyalty/floor'), JSON.stringify(settings)], process.env)

export const startOrdersFloor = (source: BareSource) =>
  startServer([part('orders/floor'), JSON.stringify(source)], process.env)

/** Runs a command of `kith` against the same data folder, and reads what it prints. */
export async function kith<T>(data: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [KITH, ...args, '--json'], { env: environment(data) })
  return JSON.parse(stdout) as T
}

async function startServer(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Server> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const { url, grpcUrl = null } = JSON.parse(await firstLine(child, args)) as { url: string; grpcUrl?: string | null }
  return { url, grpcUrl, pid: child.pid!, stop: () => stop(child) }
}

async function firstLine(child: ChildProcess, args: readonly string[]): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line
  throw new Error(`It did not start: node ${args.join(' ')}`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(patience)
}

/** A process that does one round after the other, as it is told. */
export interface Worker<Round> {
  readonly pid: number
  run(round: Round): Promise<RoundResult>
  stop(): Promise<void>
}

export const startLoad = (): Worker<Round> => startWorker('load')
export const startHashes = (): Worker<HashRound> => startWorker('hashes')

function startWorker<Round extends object>(name: string): Worker<Round> {
  const child = fork(part(name), { serialization: 'advanced' })
  return {
    pid: child.pid!,
    async run(round) {
      child.send(round)
      const [result] = (await once(child, 'message')) as [RoundResult | { failed: string }]
      if ('failed' in result) throw new Error(`The ${name} failed: ${result.failed}`)
      return result
    },
    stop: () => stop(child),
  }
}
