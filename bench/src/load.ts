import { Connection, type Request, written } from './connection.ts'
import { type GrpcCall, GrpcConnection } from './grpc-connection.ts'

/** What one round of load is. Nothing is sent after its seconds, nor after its last request unless they repeat. */
export interface Round {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: readonly Request[] | readonly GrpcCall[]
  readonly repeat: boolean
  readonly clients: number
  readonly seconds: number
  /** From how many addresses each client comes, in turn. They are new in every round. 0: all from this machine's one. */
  readonly addresses: number
}

export interface RoundResult {
  readonly sent: number
  readonly seconds: number
  /** Milliseconds, in the order in which the requests were sent. */
  readonly latencies: Float64Array
  readonly statuses: Readonly<Record<number, number>>
  readonly bytes: number
}

type Send = (index: number) => Promise<{ status: number; bytes: number }>

// A process of its own, so that its CPU is not counted with another's.
process.on('message', async (round: Round) => {
  const result = await run(round).catch((error: Error) => ({ failed: error.message }))
  process.send!(result)
})
process.on('disconnect', () => process.exit())

async function run(round: Round): Promise<RoundResult> {
  const { requests, repeat, seconds } = round
  const latencies: number[] = []
  const statuses: Record<number, number> = {}
  let bytes = 0
  let sent = 0
  const { senders, close } = open(round)
  const begun = performance.now()
  const end = begun + seconds * 1000

  await Promise.all(
    senders.map(async (send) => {
      for (let now = performance.now(); now < end && (repeat || sent < requests.length); ) {
        const index = sent++
        const answer = await send(index % requests.length)
        const answered = performance.now()
        latencies[index] = answered - now
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        bytes += answer.bytes
        now = answered
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  close()
  return { sent, seconds: took, latencies: Float64Array.from(latencies), statuses, bytes: bytes / sent }
}

function open({ url, headers, requests, clients, addresses }: Round): { senders: Send[]; close(): void } {
  const one = requests[0]
  if (one && 'message' in one) {
    const calls = requests as readonly GrpcCall[]
    const connections = many(clients, () => new GrpcConnection(new URL(url)))
    return {
      senders: connections.map((connection) => (index) => connection.send(calls[index]!)),
      close: all(connections),
    }
  }
  const texts = (requests as readonly Request[]).map((request) => written(request, headers))
  const connections = many(clients, () =>
    many(Math.max(1, addresses), () => new Connection(new URL(url), addresses === 0 ? undefined : anAddress())),
  )
  const senders = connections.map((own): Send => {
    let turn = 0
    return (index) => own[turn++ % own.length]!.send(texts[index]!)
  })
  return { senders, close: all(connections.flat()) }
}

const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const all = (connections: readonly { close(): void }[]) => () => {
  for (const connection of connections) connection.close()
}

let addresses = 0
/** The whole of 127.0.0.0/8 is this machine. Each call gives an unused one. */
function anAddress(): string {
  const n = 65_536 + addresses++
  return `127.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
}
