import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly bytes: number
}

const HEAD_END = '\r\n\r\n'

/**
 * One keep-alive connection, one request at a time. A real client would spend as much CPU as the server it measures,
 * on the same two cores; this one reads the status and the length, and throws the body away.
 */
export class Connection {
  readonly #socket: Socket
  #answered: ((answer: Answer) => void) | undefined
  #failed: ((error: Error) => void) | undefined
  #head = ''
  #status = 0
  #length = 0
  #missing = 0

  /** `from` is the address of this machine that it comes from: on Linux any of 127.0.0.0/8. */
  constructor(url: URL, from?: string) {
    const source = from === undefined ? {} : { localAddress: from }
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true, ...source })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', (error) => this.#failed?.(error))
    this.#socket.on('close', () => this.#failed?.(new Error('The server closed the connection')))
  }

  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = undefined
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    let body = chunk.length
    if (this.#missing === 0) {
      this.#head += chunk.toString('latin1')
      const end = this.#head.indexOf(HEAD_END)
      if (end < 0) return
      this.#status = Number(this.#head.slice(9, 12))
      this.#length = Number(/\r\ncontent-length: (\d+)/i.exec(this.#head.slice(0, end))?.[1] ?? Number.NaN)
      if (Number.isNaN(this.#length)) {
        this.#socket.destroy(new Error('An answer without content-length'))
        return
      }
      body = this.#head.length - end - HEAD_END.length
      this.#missing = this.#length
      this.#head = ''
    }
    this.#missing -= body
    if (this.#missing === 0) this.#answered?.({ status: this.#status, bytes: this.#length })
  }
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export function written(
  { method, path, body, headers: own }: Request,
  headers: Readonly<Record<string, string>>,
): string {
  const content = body === undefined ? '' : JSON.stringify(body)
  const all = {
    host: 'bench',
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(content)),
    }),
    ...headers,
    ...own,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}${HEAD_END}${content}`
}
