import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { operationNames } from '../src/contracts.ts'
import type { Endpoint } from '../src/kit/endpoint.ts'
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

/** Every schema below this one, with its name; one that contains itself, once. */
function* named(given: Json, name = '', above: readonly Json[] = []): Generator<[string, Json]> {
  const part = resolved(document, given)
  if (typeof part !== 'object' || part === null || above.includes(part)) return
  const within = [...above, part]
  yield [name, part]
  for (const [key, inner] of Object.entries<Json>(part.properties ?? {})) yield* named(inner, key, within)
  for (const inner of [part.items, part.additionalProperties, ...(part.anyOf ?? []), ...(part.oneOf ?? [])])
    yield* named(inner, name, within)
}

/** What an operation answers when it is done, down to each text. */
const shownBy = ({ responses }: { responses: Json }): [string, Json][] =>
  Object.entries<Json>(responses)
    .filter(([status]) => Number(status) < 300)
    .flatMap(([, answer]) => [...named(resolved(document, answer)?.content?.['application/json']?.schema)])
const isSecret = ([, { format }]: [string, Json]) => format === 'password'

const codesOf = ({ responses }: { responses: Json }) =>
  new Set(
    Object.entries<Json>(responses).flatMap(([status, answer]) =>
      [...named(resolved(document, answer)?.content?.['application/problem+json']?.schema)].flatMap(([, part]) =>
        (part.properties?.code?.enum ?? []).map((code: string) => `${status} ${code}`),
      ),
    ),
  )

const BEYOND = /too_(big|small|long|short)|page_size/

/** Each value at a limit, and the next one beyond it. */
function* atLimits({ type, pattern, format, ...limits }: Json): Iterable<readonly [value: unknown, isWithin: boolean]> {
  const { maxLength, minLength = 0, maximum, minimum } = limits
  const [kind] = [type].flat()
  const text = (length: number) => 'x'.repeat(length)
  if (kind === 'string' && pattern === undefined && (format ?? 'password') === 'password') {
    if (maxLength !== undefined)
      yield* [
        [text(maxLength), true],
        [text(maxLength + 1), false],
      ]
    if (minLength > 0)
      yield* [
        [text(minLength), true],
        [text(minLength - 1), false],
      ]
  }
  if (kind === 'integer' || kind === 'number') {
    if (maximum !== undefined)
      yield* [
        [maximum, true],
        [maximum + 1, false],
      ]
    if (minimum !== undefined)
      yield* [
        [minimum, true],
        [minimum - 1, false],
      ]
  }
}

/** They open their transactions themselves, and keep their answer all the same. */
const ONCE_IN_PHASES =
  /^POST .*(\/addresses|\/v1\/customers|\/customers\/merge|\/v1\/orders|\/upgrade|\/contacts\/verify|\/duplicates\/batches|\/group\/merge)$/

/** Where several content types are taken, the one that is described first. */
const bodyOf = ({ media, body }: Endpoint) => Object.values(media ?? {})[0] ?? body

describe('what the document says of each operation is what counts', () => {
  test('what is at a limit that it names is taken, and one step beyond is not', () => {
    const wrong: string[] = []
    for (const [name, { body, parameters }] of each) {
      const { endpoint } = routeOf(name)
      const query = parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema])
      const fields = [
        ...query.map(([field, schema]) => [endpoint.query, field, schema]),
        ...Object.entries(resolved(document, body)?.properties ?? {}).map(([field, schema]) => [
          bodyOf(endpoint),
          field,
          schema,
        ]),
      ] as [z.ZodObject, string, Json][]
      for (const [part, field, given] of fields) {
        for (const [value, isWithin] of atLimits(resolved(document, given))) {
          const { error } = part.safeParse({ [field]: part === endpoint.query ? String(value) : value })
          const isRefused = (error?.issues ?? []).some(
            ({ path, ...more }) => path[0] === field && BEYOND.test(JSON.stringify(more)),
          )
          if (isRefused === isWithin) wrong.push(`${name} ${field}: ${String(value).length} ${value}`.slice(0, 120))
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('moments are said to be moments', () => {
    const wrong = each.flatMap(([name, operation]) =>
      shownBy(operation)
        .filter(
          ([field, { type, format }]) =>
            /(At|Date|^at|^since|^validFrom|^validTo)$/.test(field) &&
            [type].flat().includes('string') &&
            !/^date/.test(format),
        )
        .map(([field]) => `${name} ${field}`),
    )
    expect(wrong).toEqual([])
  })

  test('each body has an example that its operation takes', () => {
    const wrong = routes.flatMap(({ endpoint }) => {
      if (endpoint.method === 'get' || Object.keys(endpoint.body.shape).length === 0) return []
      const address = endpoint.path.replace(/:(\w+)/g, '{$1}')
      const [content] = Object.values<Json>(document.paths[address][endpoint.method].requestBody.content)
      const { success, error } = bodyOf(endpoint).safeParse(content.example)
      const says = Object.keys(content.example ?? {}).length > 0
      return success && says ? [] : [`${nameOf(endpoint)}: ${error?.message ?? 'it is empty'}`]
    })
    expect(wrong).toEqual([])
  })

  test('what opens something is said to be a secret, so that no key keeps it', () => {
    const SECRETS = /^(apiKey|key|secret|uri|nonce|challenge|password|pin|pairingCode|recoveryCodes|\w*Token)$/
    // Names of preferences, tiers, rules, plans, features, segments, tags and own fields.
    const isName = (name: string) =>
      /preference|loyalty|subscriptions|plan|features|flairs|segments|tags|settings\/fields/.test(name)
    const wrong = each.flatMap(([name, operation]) =>
      isName(name)
        ? []
        : shownBy(operation)
            .filter((one) => SECRETS.test(one[0]) && [one[1].type].flat().includes('string') && !isSecret(one))
            .map(([field]) => `${name} ${field}`),
    )
    expect(wrong).toEqual([])
    expect(each.filter(([, operation]) => shownBy(operation).some(isSecret)).length).toBeGreaterThan(20)
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
      'text/event-stream text',
      'text/html text',
    ])
  })

  test.each(each)('%s has what is refused at the door', (name, operation) => {
    const route = routeOf(name)
    const { method, allow, link = false, params } = route.endpoint
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
      ['409 record_damaged', !link],
      ['422 invalid', true],
      ['429 too_many_requests', true],
      ['503 overloaded', true],
      ['503 database_away', true],
      ['503 disk_full', true],
      ['503 outcome_unknown', writes],
    ]
    expect(should.filter(([code, is]) => is && !codes.has(code))).toEqual([])
    expect(headers.includes('x-kith-tenant')).toBe(['anyone', 'guest'].includes(allow) && !('tenant' in params.shape))
    const keyed = headers.includes('idempotency-key')
    expect([codes.has('400 idempotency_key_malformed'), codes.has('422 idempotency_key_reused')]).toEqual([
      keyed,
      keyed,
    ])
    expect(keyed).toBe(
      method === 'post' && !shownBy(operation).some(isSecret) && ('run' in route || ONCE_IN_PHASES.test(name)),
    )
  })
})

test('the document and the types of the SDK stay small: nothing is written twice', () => {
  const types = readFileSync('sdk/src/api.ts', 'utf8').split('\n')
  expect(JSON.stringify(document).length / operations.length).toBeLessThan(2_400)
  expect(types.length / operations.length).toBeLessThan(30)
})
