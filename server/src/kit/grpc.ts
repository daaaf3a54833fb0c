import { setMaxListeners } from 'node:events'
import {
  constants,
  createServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'
import {
  Code,
  ConnectError,
  type ConnectRouter,
  createContextKey,
  createContextValues,
  type HandlerContext,
  type Interceptor,
} from '@connectrpc/connect'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import type { z } from 'zod'
import { Health, HealthCheckResponse_ServingStatus as Status } from '../proto/grpc/health/v1/health_pb.js'
import type { Asked, Presented } from './caller.ts'
import { refusalOf } from './database-faults.ts'
import type { Endpoint, Input } from './endpoint.ts'
import { check, fieldErrors } from './invalid.ts'
import { readLanguage } from './language.ts'
import type { Log } from './log.ts'
import { callerAddress, type Patience, type TrustedProxies, trustsOf } from './network.ts'
import { InternalError, Invalid, MalformedRequest, Refusal, said } from './refusal.ts'
import { unfitCharacters } from './text.ts'
import { uuidv7 } from './uuid.ts'

const LOOKS_EVERY_MS = 1_000
const MESSAGE_LIMIT = 256 * 1024
const STREAMS_PER_CONNECTION = 100

export interface GrpcOptions {
  readonly services: (router: ConnectRouter) => void
  /** The full names of the services, for the health service. */
  readonly names: readonly string[]
  readonly isReady: () => Promise<boolean>
  readonly log: Log
  readonly trustedProxies: TrustedProxies
  readonly patience: Patience
}

const address = createContextKey<string | undefined>(undefined)

export interface GrpcServer {
  readonly url: string
  stop(withinMs: number): Promise<void>
}

/** gRPC over HTTP/2 without TLS, on a port of its own: for services of the same installation, behind the same proxy. */
export async function serveGrpc(options: GrpcOptions, at: { host: string; port: number }): Promise<GrpcServer> {
  const stopping = new AbortController()
  // Every open call has a listener.
  setMaxListeners(0, stopping.signal)
  const trusts = trustsOf(options.trustedProxies)
  const handle = connectNodeAdapter({
    connect: false,
    grpcWeb: false,
    routes(router) {
      options.services(router)
      addHealth(router, options, stopping.signal)
    },
    interceptors: [answerRefusals(options.log)],
    readMaxBytes: MESSAGE_LIMIT,
    shutdownSignal: stopping.signal,
    contextValues: (call) => createContextValues().set(address, callerAddress(call, trusts)),
  })
  const { requestSeconds, connections } = options.patience
  const server = createServer({ settings: { maxConcurrentStreams: STREAMS_PER_CONNECTION } }, (request, response) =>
    answerReadably(handle, request, response),
  )
  server.maxConnections = connections
  server.on('stream', (stream) => endWhenLate(stream, requestSeconds * 1000))
  const sessions = new Set<ServerHttp2Session>()
  server.on('session', (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at.port, at.host, resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : at.port
  return {
    url: `http://${at.host}:${port}`,
    stop: (withinMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => sessions.forEach((session) => void session.destroy()), withinMs)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        stopping.abort()
        // Calls under way finish; a session without any goes at once.
        for (const session of sessions) session.close()
      }),
  }
}

/** A slow message is not waited for. */
function endWhenLate(stream: ServerHttp2Stream, afterMs: number): void {
  const late = setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), afterMs)
  for (const event of ['end', 'close']) stream.once(event, () => clearTimeout(late))
}

/** The credentials of a call, as an HTTP request would have them. */
export function presentedBy({ requestHeader }: HandlerContext): Presented {
  return {
    authorization: requestHeader.get('authorization') ?? '',
    cookies: {},
    tenant: requestHeader.get('x-kith-tenant') ?? '',
    host: '',
  }
}

export function askedBy({ requestHeader, values }: HandlerContext): Asked {
  const userAgent = requestHeader.get('user-agent')
  const ip = values.get(address)
  return {
    origin: { ...(ip !== undefined && { ip }), ...(userAgent !== null && { userAgent: userAgent.slice(0, 300) }) },
    requestId: uuidv7(),
    language: readLanguage(requestHeader.get('accept-language') ?? ''),
  }
}

/** The input, checked against the same contract as over HTTP. */
export function checked<E extends Endpoint<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodType>>(
  { body }: E,
  { requestHeader }: HandlerContext,
  sent: Readonly<Record<string, unknown>>,
): Input<E> {
  const parsed = check(body, sent)
  const language = readLanguage(requestHeader.get('accept-language') ?? '')
  const errors = parsed.success ? unfitCharacters(sent) : fieldErrors(parsed.error, language)
  if (errors.length > 0 || !parsed.success) throw Invalid({ errors })
  return parsed.data as Input<E> // A service has a body alone.
}

const CODES: Readonly<Record<number, Code>> = {
  400: Code.InvalidArgument,
  401: Code.Unauthenticated,
  403: Code.PermissionDenied,
  404: Code.NotFound,
  409: Code.AlreadyExists,
  412: Code.FailedPrecondition,
  422: Code.InvalidArgument,
  429: Code.ResourceExhausted,
  503: Code.Unavailable,
}

function answerRefusals(log: Log): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request)
    } catch (error) {
      if (error instanceof ConnectError) throw error
      const refused = error instanceof Refusal ? error : refusalOf(error)
      if (refused) {
        const { status, code } = refused.kind
        const language = readLanguage(request.header.get('accept-language') ?? '')
        const wait = refused.headers['retry-after']
        const metadata = { 'kith-code': code, ...(wait !== undefined && { 'retry-after': wait }) }
        throw new ConnectError(said(refused, language), CODES[status] ?? Code.Unknown, metadata)
      }
      log.error({ err: error, method: `${request.service.typeName}/${request.method.name}` }, 'unexpected error')
      throw new ConnectError('Something went wrong on our side.', Code.Internal, { 'kith-code': InternalError.code })
    }
  }
}

/**
 * The library answers `internal` to an unreadable message, ends the process on an invalid host, and percent-encodes
 * more of a text than gRPC does, which clients then show.
 */
function answerReadably(
  handle: (request: Http2ServerRequest, response: Http2ServerResponse) => void,
  request: Http2ServerRequest,
  response: Http2ServerResponse,
): void {
  const add = response.addTrailers.bind(response)
  response.addTrailers = (trailers) => {
    const { 'grpc-status': status, 'grpc-message': message } = trailers
    if (status === String(Code.Internal) && trailers['kith-code'] === undefined) {
      return add({ ...trailers, ...UNREAD })
    }
    add({
      ...trailers,
      ...(message !== undefined && { 'grpc-message': encodeURI(decodeURIComponent(String(message))) }),
    })
  }
  if (!URL.canParse(`http://${request.authority}`)) {
    response.writeHead(400)
    response.end()
    return
  }
  handle(request, response)
}

const UNREAD = {
  'grpc-status': String(Code.InvalidArgument),
  'grpc-message': encodeURI(MalformedRequest.text.en),
  'kith-code': MalformedRequest.code,
}

function addHealth(router: ConnectRouter, { names, isReady: ask }: GrpcOptions, stopping: AbortSignal): void {
  const isReady = atMostEvery(LOOKS_EVERY_MS, ask)
  const look = async (service: string) => {
    if (service !== '' && !names.includes(service)) return null
    return !stopping.aborted && (await isReady()) ? Status.SERVING : Status.NOT_SERVING
  }
  router.service(Health, {
    async check({ service }) {
      const status = await look(service)
      if (status === null) throw new ConnectError('There is no such service.', Code.NotFound)
      return { status }
    },
    async *watch({ service }, { signal }) {
      let told: Status | undefined
      while (!signal.aborted && !stopping.aborted) {
        const status = (await look(service)) ?? Status.SERVICE_UNKNOWN
        if (status !== told) yield { status }
        told = status
        await pause(LOOKS_EVERY_MS, AbortSignal.any([signal, stopping]))
      }
    },
  })
}

/** One database query for any number of watchers. */
function atMostEvery<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<T> | null = null
  return () => {
    const now = performance.now()
    if (!answer || now - asked >= ms) [asked, answer] = [now, ask()]
    return answer
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
