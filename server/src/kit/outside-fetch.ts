import { lookup as resolve } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { codeOf } from '../error.ts'
import { isIn, type Networks } from './network.ts'

/** The name resolves to an internal address: this machine, its networks, a carrier's, or none at all. */
export class Inside extends Error {}
/** The answer is longer than was asked for. */
export class TooMuch extends Error {}

interface OutsideRequest {
  readonly method?: string
  readonly headers?: Record<string, string> | Headers
  readonly body?: RequestInit['body'] | undefined
  readonly signal: AbortSignal
  readonly mostBytes: number
  /** Without them nothing is kept open. */
  readonly connections?: Connections | undefined
}

/**
 * Connections that stay open for the next request to the same host. Each leads to the address that was checked when it was
 * opened. One owner for each: what a receiver sends unasked is read as the answer to the next request.
 */
export class Connections {
  readonly #http: HttpAgent
  readonly #https: HttpsAgent

  constructor(idleMs: number) {
    const kept = { keepAlive: true, timeout: idleMs }
    this.#http = new HttpAgent(kept)
    this.#https = new HttpsAgent(kept)
  }

  of = ({ protocol }: URL): HttpAgent => (protocol === 'https:' ? this.#https : this.#http)

  end(): void {
    this.#http.destroy()
    this.#https.destroy()
  }
}

/** All that is public in IPv6; what is elsewhere may have an IPv4 address in it. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Public, or in a network of the server's settings. An IPv4 address in IPv6 counts as that address. */
function isOutside(given: string, allowed: Networks): boolean {
  if (!ipaddr.isValid(given)) return false
  const address = ipaddr.process(given)
  const isPublic = address instanceof ipaddr.IPv4 || address.match(PUBLIC_IPV6)
  return (isPublic && address.range() === 'unicast') || isIn(given, allowed)
}

/** Whether this host is internal without a DNS query: a number, or a name of this machine. */
export function isInsideByItself({ hostname }: URL, allowed: Networks): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  const address = /(^|\.)localhost\.?$/.test(host) ? '127.0.0.1' : host
  return isIP(address) !== 0 && !isOutside(address, allowed)
}

/**
 * Fetches a URL that a tenant chose. Connects to the very address that was checked, so that DNS cannot change
 * in between, and follows no redirect. Of a kept connection that was closed meanwhile nothing was heard: once more, on a new one.
 */
export async function outsideFetch(url: URL, request: OutsideRequest, allowed: Networks): Promise<Response> {
  if (isInsideByItself(url, allowed)) throw new Inside()
  const sent = new Response(request.body ?? null)
  const headers = { ...Object.fromEntries(sent.headers), ...Object.fromEntries(new Headers(request.headers)) }
  const asked = { ...request, headers, content: Buffer.from(await sent.arrayBuffer()) }
  const agent = request.connections?.of(url) ?? false
  return ask(url, asked, allowed, agent).catch((error) => {
    if (error instanceof Closed) return ask(url, asked, allowed, false)
    throw error
  })
}

/** A kept connection was closed before there was an answer. */
class Closed extends Error {}
const CLOSED = ['ECONNRESET', 'EPIPE']

interface Asked extends OutsideRequest {
  readonly headers: Record<string, string>
  readonly content: Buffer
}

function ask(
  url: URL,
  { method = 'GET', headers, content, signal, mostBytes }: Asked,
  allowed: Networks,
  agent: HttpAgent | false,
): Promise<Response> {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolved, rejected) => {
    const asking = open(url, { method, headers, signal, agent, lookup: outsideLookup(allowed) }, (answer) => {
      const parts: Buffer[] = []
      let size = 0
      answer.on('data', (part: Buffer) => {
        size += part.length
        if (size <= mostBytes) return void parts.push(part)
        // The rest may have arrived already, and then nothing can fail.
        rejected(new TooMuch('too much'))
        asking.destroy()
      })
      answer.on('error', rejected)
      answer.on('end', () => {
        try {
          resolved(responseOf(answer, Buffer.concat(parts)))
        } catch (error) {
          rejected(error)
        }
      })
    })
    asking.on('error', (error) => {
      const wasClosed = asking.reusedSocket && CLOSED.includes(codeOf(error))
      rejected(wasClosed ? new Closed('a kept connection was closed', { cause: error }) : error)
    })
    asking.on('upgrade', (_, socket) => {
      socket.destroy()
      rejected(new Error('another protocol'))
    })
    asking.end(content)
  })
}

const WITHOUT_BODY = [204, 205, 304]

/** Fails for a status that there is not: what a listener throws would end the process. */
function responseOf({ headersDistinct, statusCode = 0 }: IncomingMessage, body: Buffer): Response {
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const isEmpty = body.length === 0 || WITHOUT_BODY.includes(statusCode)
  return new Response(isEmpty ? null : body, { status: statusCode, headers })
}

/** All addresses of a name must be public: a single internal one is suspicious. */
function outsideLookup(allowed: Networks): LookupFunction {
  return (hostname, options, answer) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, [])
      if (!addresses.every(({ address }) => isOutside(address, allowed))) return answer(new Inside(), [])
      if (options.all) return answer(null, addresses)
      const { address, family } = addresses[0]!
      return answer(null, address, family)
    })
}
