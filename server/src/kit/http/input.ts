import type { FastifyRequest } from 'fastify'
import { type Endpoint, takesIfMatch } from '../endpoint.ts'
import { check, type FieldError, fieldErrors } from '../invalid.ts'
import * as refusals from '../refusal.ts'
import { Refusal } from '../refusal.ts'
import { languageOf } from './refuse.ts'

/** Path, query and body, each checked against the contract; all that is wrong is said at once. */
export function readInput(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const parts = [
    check(endpoint.params, request.params),
    check(endpoint.query, request.query),
    check(endpoint.body, request.body ?? {}),
  ]
  const errors = parts
    .flatMap((part) => (part.success ? [] : fieldErrors(part.error, languageOf(request))))
    .map((error) => (standsTwice(request, error) ? { path: error.path, code: 'given_twice' } : error))
  if (errors.length > 0) {
    // An id that cannot be one is an id that does not exist.
    const unknown = endpoint.refuses.find(({ status }) => status === 404)
    if (unknown && !parts[0]!.success) throw new Refusal(unknown, {}, {})
    throw refusals.Invalid({ errors })
  }
  const input = Object.assign({}, ...parts.map((part) => part.data)) as Record<string, unknown>
  return takesIfMatch(endpoint) ? { ...input, ...readIfMatch(request) } : input
}

const standsTwice = ({ query }: FastifyRequest, { path }: FieldError) =>
  Array.isArray((query as Readonly<Record<string, unknown>>)[path])

function readIfMatch(request: FastifyRequest): { expectedVersion?: number } {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return {}
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  // A tag that we never gave out matches nothing.
  return { expectedVersion: version === undefined ? -1 : Number(version) }
}
