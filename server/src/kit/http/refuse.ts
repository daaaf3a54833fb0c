import type { FastifyReply, FastifyRequest } from 'fastify'
import { withMessages } from '../invalid.ts'
import { readLanguage } from '../language.ts'
import type { Log } from '../log.ts'
import * as refusals from '../refusal.ts'
import { problem, Refusal } from '../refusal.ts'
import { BODY_LIMIT } from './bodies.ts'

/** Whatever went wrong, as a refusal in the caller's language; what nobody foresaw is logged and told to nobody. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log) {
  if (error instanceof Refusal) return answerRefusal(error, request, reply)
  const known = frameworkRefusal(error)
  if (known) return answerRefusal(known, request, reply)
  log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'unexpected error')
  return answerRefusal(refusals.InternalError(), request, reply)
}

function frameworkRefusal(error: unknown): Refusal | null {
  const { code = '', statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.TooLarge({ most: BODY_LIMIT })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.WrongContentType()
  if (statusCode === 400) return refusals.MalformedJson()
  if (statusCode === 503) return refusals.Overloaded({}, { 'retry-after': '2' })
  return null
}

export function answerRefusal(refused: Refusal, request: FastifyRequest, reply: FastifyReply) {
  return reply
    .code(refused.kind.status)
    .headers(refused.headers)
    .header('content-language', languageOf(request))
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(withMessages(problem(refused, languageOf(request), request.id), languageOf(request)))
}

export const languageOf = ({ headers }: FastifyRequest) => readLanguage(headers['accept-language'] ?? '')
