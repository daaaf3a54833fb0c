import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { codeOf } from '../../error.ts'
import { refusalOf } from '../database-faults.ts'
import { withMessages } from '../invalid.ts'
import { readLanguage } from '../language.ts'
import type { Log } from '../log.ts'
import * as refusals from '../refusal.ts'
import { problem, Refusal } from '../refusal.ts'
import { Unreadable } from '../sealed.ts'
import { uuidv7 } from '../uuid.ts'
import { BODY_LIMIT } from './bodies.ts'
import { sentOn } from './moved.ts'

/** Every error as a refusal in the caller's language; an unexpected one is logged, and its text is not sent. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log) {
  if (error instanceof Refusal) return answerRefusal(error, request, reply)
  const known = refusalOf(error) ?? frameworkRefusal(error)
  if (known) return answerRefusal(known, request, reply)
  if (error instanceof Unreadable) {
    log.warn({ requestId: request.id, route: request.routeOptions.url, err: error }, 'a sealed value cannot be read')
    return answerRefusal(refusals.RecordDamaged(), request, reply)
  }
  log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'unexpected error')
  return answerRefusal(refusals.InternalError(), request, reply)
}

function frameworkRefusal(error: unknown): Refusal | null {
  const statusCode = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  const known = BY_CODE[codeOf(error)] ?? BY_STATUS[statusCode]
  if (known) return known()
  return statusCode >= 400 && statusCode < 500 ? refusals.MalformedRequest() : null
}

const BY_CODE: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => refusals.TooLarge({ most: BODY_LIMIT }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => refusals.WrongContentType(),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => refusals.MalformedRequest(),
  FST_ERR_BAD_URL: () => refusals.MalformedAddress(),
}

const BY_STATUS: Readonly<Record<number, () => Refusal>> = {
  400: () => refusals.MalformedJson(),
  // A file outside the served folder is answered like a missing one.
  403: () => refusals.NotFound(),
  404: () => refusals.NotFound(),
  413: () => refusals.TooLarge({ most: BODY_LIMIT }),
  414: () => refusals.AddressTooLong(),
  415: () => refusals.WrongContentType(),
  503: () => refusals.Overloaded({}, { 'retry-after': '2' }),
}

export function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const refused = sentOn(refusal, request)
  return reply
    .code(refused.kind.status)
    .headers(refused.headers)
    .header('content-language', languageOf(request))
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(withMessages(problem(refused, languageOf(request), request.id), languageOf(request)))
}

export const languageOf = ({ headers }: FastifyRequest) => readLanguage(headers['accept-language'] ?? '')

const UNREADABLE: Readonly<Record<string, () => Refusal>> = {
  HPE_HEADER_OVERFLOW: refusals.HeadersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: refusals.RequestTimeout,
}

/** What Node itself could not read as a request: there is no route, no language and no header to answer with. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const refused = (UNREADABLE[error.code ?? ''] ?? refusals.MalformedRequest)()
  if (!socket.writable) return void socket.destroy()
  const { status, headers, body } = unread(refused)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}

/** Node answers any `Expect` but `100-continue` by itself, with an empty 417. */
export function answerExpectation(_: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = unread(refusals.ExpectationFailed())
  response.writeHead(status, headers).end(body)
}

function unread(refused: Refusal) {
  const body = JSON.stringify(problem(refused, 'en', `urn:uuid:${uuidv7()}`))
  const headers = {
    'content-type': 'application/problem+json',
    'content-language': 'en',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  return { status: refused.kind.status, headers, body }
}
