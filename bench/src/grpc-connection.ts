import { type ClientHttp2Session, connect } from 'node:http2'
import type { Answer } from './connection.ts'

const HEAD = 5
const OK = 200
const REFUSED = 500

/** One HTTP/2 connection without TLS, one call at a time: as little client as gRPC allows. */
export class GrpcConnection {
  readonly #session: ClientHttp2Session

  constructor(url: URL) {
    this.#session = connect(url)
  }

  /** An empty message is the answer of a token that is not valid, so it counts as a refusal. */
  send({ path, message }: GrpcCall): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc+proto',
        te: 'trailers',
      })
      let bytes = 0
      let status: unknown
      stream.on('response', (headers) => {
        status = headers['grpc-status']
      })
      stream.on('trailers', (headers) => {
        status = headers['grpc-status']
      })
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      stream.on('error', reject)
      stream.on('end', () => resolve({ status: status === '0' && bytes > HEAD ? OK : REFUSED, bytes }))
      stream.end(message)
    })
  }

  close(): void {
    this.#session.destroy()
  }
}

export interface GrpcCall {
  readonly path: string
  /** With its head: not compressed, and the length. */
  readonly message: Uint8Array
}

export function framed(path: string, message: Uint8Array): GrpcCall {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32BE(message.length, 1)
  return { path, message: Buffer.concat([head, message]) }
}
