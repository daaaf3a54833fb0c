import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { complaintOf, operationAt } from './answers.ts'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly server: Server
}

interface Seen {
  readonly complaints: string[]
  /** Each operation with the status that it answered. */
  readonly answers: Set<string>
}

const watched = new Map<number, Seen>()
subscribe('http.server.request.start', look)

/** Compares every answer of the server at this address with the document, whichever client asked. */
export function watch(url: string): Seen & { readonly stop: () => void } {
  const port = Number(new URL(url).port)
  const seen: Seen = { complaints: [], answers: new Set() }
  watched.set(port, seen)
  return { ...seen, stop: () => void watched.delete(port) }
}

function look(message: unknown): void {
  const { request, response, server } = message as Exchange
  const seen = watched.get((server.address() as AddressInfo | null)?.port ?? 0)
  if (!seen || request.method === 'OPTIONS') return
  const { method = '', url = '' } = request
  const operation = operationAt(method, url)
  if (!operation) return
  const parts: Buffer[] = []
  let written: OutgoingHttpHeaders = {}
  const { write, end, writeHead } = response
  const headersOf = (): OutgoingHttpHeaders => ({ ...response.getHeaders(), ...written })
  const keep = (chunk: unknown) => {
    if (!isJson(headersOf())) return
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk as string))
  }
  Object.assign(response, {
    writeHead(status: number, ...more: unknown[]) {
      written = (more.at(-1) ?? {}) as OutgoingHttpHeaders
      return Reflect.apply(writeHead, response, [status, ...more])
    },
    write(...given: unknown[]) {
      keep(given[0])
      return Reflect.apply(write, response, given)
    },
    end(...given: unknown[]) {
      keep(given[0])
      const { statusCode: status } = response
      // A page for people has the same path as an alias of the API.
      if (isPage(headersOf()) && !url.startsWith('/api/')) return Reflect.apply(end, response, given)
      const complaint = complaintOf({
        method,
        url,
        status,
        headers: headersOf(),
        text: () => Buffer.concat(parts).toString(),
      })
      if (complaint) seen.complaints.push(complaint)
      seen.answers.add(`${operation.name} ${status}`)
      return Reflect.apply(end, response, given)
    },
  })
}

const isPage = ({ 'content-type': type }: OutgoingHttpHeaders) => String(type).startsWith('text/html')
const isJson = ({ 'content-type': type }: OutgoingHttpHeaders) => /^application\/(problem\+)?json/.test(String(type))

/** Thrown once, in the test that meets it first. */
export function refuseComplaints(complaints: string[]): void {
  const all = complaints.splice(0)
  if (all.length > 0) throw new Error(`Not as the document has it: ${[...new Set(all)].join('\n')}`)
}
