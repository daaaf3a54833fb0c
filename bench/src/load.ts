import { Connection, type Request, written } from './connection.ts'

/** What one round of load is. Nothing is sent after its seconds, nor after its last request unless they repeat. */
export interface Round {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: readonly Request[]
  readonly repeat: boolean
  readonly clients: number
  readonly seconds: number
}

export interface RoundResult {
  readonly sent: number
  readonly seconds: number
  /** Milliseconds, ascending. */
  readonly latencies: Float64Array
  readonly statuses: Readonly<Record<number, number>>
  readonly bytes: number
}

// A process of its own, so that its CPU is not counted with anybody's.
process.on('message', async (round: Round) => {
  const result = await run(round).catch((error: Error) => ({ failed: error.message }))
  process.send!(result)
})
process.on('disconnect', () => process.exit())

async function run({ url, headers, requests, repeat, clients, seconds }: Round): Promise<RoundResult> {
  const texts = requests.map((request) => written(request, headers))
  const latencies: number[] = []
  const statuses: Record<number, number> = {}
  let bytes = 0
  let sent = 0
  const connections = Array.from({ length: clients }, () => new Connection(new URL(url)))
  const begun = performance.now()
  const end = begun + seconds * 1000

  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < end && (repeat || sent < texts.length); ) {
        const answer = await connection.send(texts[sent++ % texts.length]!)
        const answered = performance.now()
        latencies.push(answered - now)
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        bytes += answer.bytes
        now = answered
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  for (const connection of connections) connection.close()
  return { sent, seconds: took, latencies: Float64Array.from(latencies).sort(), statuses, bytes: bytes / sent }
}
