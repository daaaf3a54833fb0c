import type { FastifyRequest } from 'fastify'
import { type Endpoint, takesIfMatch } from '../endpoint.ts'
import { check, fieldErrors } from '../invalid.ts'
import { GIVEN_TWICE } from '../problems.ts'
import * as refusals from '../refusal.ts'
import { Refusal } from '../refusal.ts'
import { unfitCharacters } from '../text.ts'
import { languageOf } from './refuse.ts'

/** Path, query and body, each checked against the contract; all that is wrong is said at once. */
export function readInput(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : undefined
  const body = bytes ? {} : (request.body ?? {})
  const sent = [request.params, request.query, endpoint.media ? { sent: body } : body]
  const parts = [endpoint.params, endpoint.query, endpoint.body].map((part, index) => check(part, sent[index]))
  const errors = parts.map((part, index) =>
    part.success ? unfitCharacters(sent[index]) : fieldErrors(part.error, languageOf(request)),
  )
  // An id that cannot be one is an id that does not exist.
  const unknown = errors[0]!.length > 0 && endpoint.refuses.find(({ status }) => status === 404)
  if (unknown) throw new Refusal(unknown, {}, {})
  const all = errors
    .flat()
    .map((error) => (standsTwice(request, error) ? { path: error.path, code: GIVEN_TWICE } : error))
  if (all.length > 0) throw refusals.Invalid({ errors: all })
  const input: Record<string, unknown> = Object.assign({}, ...parts.map((part) => part.data), bytes && { bytes })
  return takesIfMatch(endpoint) ? { ...input, ...readIfMatch(request) } : input
}

const standsTwice = ({ query }: FastifyRequest, { path }: { readonly path: string }) =>
  Array.isArray(Object(query)[path])

function readIfMatch(request: FastifyRequest): { expectedVersion?: number } {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return {}
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  // A tag that we never gave out matches nothing.
  return { expectedVersion: version === undefined ? -1 : Number(version) }
}
