import { Connection, type Request, written } from './connection.ts'

/** Requests of one kind, each begun at its own time, also while those before it wait. */
export interface Stream {
  readonly name: string
  readonly perSecond: number
  /** As many as are sent, unless they may be sent again. */
  readonly requests: readonly Request[]
  readonly repeat: boolean
}

export interface Arrivals {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly seconds: number
  readonly streams: readonly Stream[]
}

/** Of one stream, in the order in which its requests should have begun. */
export interface Arrived {
  readonly name: string
  /** Milliseconds from when a request should have begun to its answer. */
  readonly latencies: Float64Array
  /** 0 where no answer came. */
  readonly statuses: Uint16Array
}

/** Each comes from an address of its own, since visitors are limited by address. */
const CONNECTIONS = 1_500
const LOOKS_EVERY_MS = 1

// A process of its own, so that it is late for no reason of the tests.
process.on('message', async (arrivals: Arrivals) => {
  const result = await run(arrivals).catch((error: Error) => ({ failed: error.message }))
  process.send!(result)
})
process.on('disconnect', () => process.exit())

async function run({ url, headers, seconds, streams }: Arrivals): Promise<Arrived[]> {
  const where = new URL(url)
  const idle: Connection[] = []
  const waiting: ((connection: Connection) => void)[] = []
  let opened = 0
  const open = () => {
    opened += 1
    return new Connection(where, anAddress())
  }
  /** The one that has rested longest, so that each address has its turn. */
  const connect = async () => {
    if (opened < CONNECTIONS) return open()
    return idle.shift() ?? new Promise<Connection>((resolve) => waiting.push(resolve))
  }
  const giveBack = (connection: Connection) => {
    const next = waiting.shift()
    if (next) next(connection)
    else idle.push(connection)
  }
  async function send(text: string): Promise<number> {
    const connection = await connect()
    try {
      const { status } = await connection.send(text)
      giveBack(connection)
      return status
    } catch {
      connection.close()
      giveBack(open())
      return 0
    }
  }

  const all = streams.map((stream) => {
    const count = Math.floor(stream.perSecond * seconds)
    if (!stream.repeat && stream.requests.length < count) throw new Error(`${stream.name} has too few requests`)
    const texts = stream.requests.map((request) => written(request, headers))
    const [latencies, statuses] = [new Float64Array(count), new Uint16Array(count)]
    return { ...stream, texts, count, sent: 0, latencies, statuses }
  })
  const begun = performance.now() + 50
  const answers: Promise<void>[] = []
  const isOver = () => all.every(({ sent, count }) => sent === count)
  while (!isOver()) {
    const now = performance.now()
    for (const one of all) {
      for (; one.sent < one.count; one.sent++) {
        const index = one.sent
        const due = begun + (index * 1000) / one.perSecond
        if (due > now) break
        answers.push(
          send(one.texts[index % one.texts.length]!).then((status) => {
            one.latencies[index] = performance.now() - due
            one.statuses[index] = status
          }),
        )
      }
    }
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS))
  }
  await Promise.all(answers)
  for (const connection of idle) connection.close()
  return all.map(({ name, latencies, statuses }) => ({ name, latencies, statuses }))
}

let addresses = 0
/** The whole of 127.0.0.0/8 is this machine. Each call gives an unused one. */
function anAddress(): string {
  const n = 65_536 + addresses++
  return `127.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
}
