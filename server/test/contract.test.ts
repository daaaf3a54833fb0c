import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { operationNames } from '../src/contracts.ts'
import { apiDocument } from '../src/kit/http/openapi.ts'
import { modules } from '../src/modules.ts'
import { operationsOf } from './fuzz/requests.ts'
import { type Json, resolved } from './fuzz/values.ts'

const routes = modules.flatMap((module) => module.routes)
const document: Json = apiDocument(routes, operationNames)
const operations = operationsOf(document)
const nameOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`
const routeOf = (name: string) => routes.find(({ endpoint }) => nameOf(endpoint).replace(/:(\w+)/g, '{$1}') === name)!
const each = operations.map((operation) => [nameOf(operation), operation] as const)

/** Every schema below this one with the name that it stands under. */
function* named(given: Json, name = ''): Generator<[string, Json]> {
  const part = resolved(document, given)
  if (typeof part !== 'object' || part === null) return
  yield [name, part]
  for (const [key, inner] of Object.entries<Json>(part.properties ?? {})) yield* named(inner, key)
  for (const inner of [part.items, part.additionalProperties, ...(part.anyOf ?? []), ...(part.oneOf ?? [])])
    yield* named(inner, name)
}

const codesOf = ({ responses }: { responses: Json }) =>
  new Set(
    Object.entries<Json>(responses).flatMap(([status, answer]) =>
      [...named(resolved(document, answer)?.content?.['application/problem+json']?.schema)].flatMap(([, part]) =>
        (part.properties?.code?.enum ?? []).map((code: string) => `${status} ${code}`),
      ),
    ),
  )

/** They open their transactions themselves, and keep their answer all the same. */
const ONCE_IN_PHASES = /^POST .*(\/addresses|\/v1\/customers|\/v1\/orders|\/upgrade|\/contacts\/verify)$/

describe('what the document says of each operation is what counts', () => {
  test('the longest text that it promises is taken, and one letter more is not', () => {
    const wrong: string[] = []
    for (const [name, { body, parameters }] of each) {
      const { endpoint } = routeOf(name)
      const query = parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema])
      const fields = [
        ...query.map(([field, schema]) => [endpoint.query, field, schema]),
        ...Object.entries(resolved(document, body)?.properties ?? {}).map(([field, schema]) => [
          endpoint.body,
          field,
          schema,
        ]),
      ] as [z.ZodObject, string, Json][]
      for (const [part, field, given] of fields) {
        const { type, maxLength, pattern, format } = resolved(document, given)
        if (type !== 'string' || maxLength === undefined || pattern !== undefined || format !== undefined) continue
        const tooLong = (length: number) => {
          const { error } = part.safeParse({ [field]: 'x'.repeat(length) })
          return (error?.issues ?? []).some(
            ({ path, code, ...more }) =>
              path[0] === field && (code === 'too_big' || /too_long/.test(JSON.stringify(more))),
          )
        }
        if (tooLong(maxLength) || !tooLong(maxLength + 1)) wrong.push(`${name} ${field}: ${maxLength}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('moments are said to be moments', () => {
    const wrong = each.flatMap(([name, { responses }]) =>
      Object.entries<Json>(responses)
        .filter(([status]) => Number(status) < 300)
        .flatMap(([, answer]) => [...named(resolved(document, answer)?.content?.['application/json']?.schema)])
        .filter(
          ([field, { type, format }]) => /(At|^at|^since)$/.test(field) && type === 'string' && format !== 'date-time',
        )
        .map(([field]) => `${name} ${field}`),
    )
    expect(wrong).toEqual([])
  })

  test('an archive is said to be bytes, and what is text is not', () => {
    const streams = each.flatMap(([, { responses }]) =>
      Object.entries<Json>(resolved(document, responses['200'])?.content ?? {})
        .filter(([type]) => !/^application\/(problem\+)?json$/.test(type))
        .map(([type, { schema }]) => `${type} ${schema.format ?? 'text'}`),
    )
    expect([...new Set(streams)].sort()).toEqual([
      'application/x-ndjson text',
      'application/zip binary',
      'text/csv text',
      'text/html text',
    ])
  })

  test.each(each)('%s has what is refused at the door', (name, operation) => {
    const route = routeOf(name)
    const { method, allow, link = false, params, secret = false } = route.endpoint
    const codes = codesOf(operation)
    const headers = operation.parameters.filter((one) => one.in === 'header').map((one) => one.name.toLowerCase())
    const writes = method !== 'get'
    const should: readonly [string, boolean][] = [
      ['400 malformed_json', writes],
      ['413 too_large', writes],
      ['415 wrong_content_type', writes],
      ['403 foreign_origin', writes && !link],
      ['401 unauthenticated', !link],
      ['400 tenant_needed', allow === 'anyone'],
      ['422 invalid', true],
      ['429 too_many_requests', true],
      ['503 overloaded', true],
    ]
    expect(should.filter(([code, is]) => is && !codes.has(code))).toEqual([])
    expect(headers.includes('x-kith-tenant')).toBe(['anyone', 'guest'].includes(allow) && !('tenant' in params.shape))
    const keyed = headers.includes('idempotency-key')
    expect([codes.has('400 idempotency_key_malformed'), codes.has('422 idempotency_key_reused')]).toEqual([
      keyed,
      keyed,
    ])
    expect(keyed).toBe(method === 'post' && !secret && ('run' in route || ONCE_IN_PHASES.test(name)))
  })
})
