import { keepsAnswer, type Route } from '../../endpoint.ts'
import { KeyMalformed, KeyReused } from '../../idempotency.ts'
import type { RefusalKind } from '../../refusal.ts'
import * as refusals from '../../refusal.ts'
import { statusOf } from '../moved.ts'
import type { Json } from './schemas.ts'

/** The errors of each operation: one response per status, and the same set of codes written once. */
export class Refusals {
  readonly #uses = new Map<string, { readonly response: Json; count: number }>()

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      for (const { name, response } of refusalsOf(route)) {
        const use = this.#uses.get(name) ?? { response, count: 0 }
        use.count += 1
        this.#uses.set(name, use)
      }
    }
  }

  of(route: Route): Json {
    return Object.fromEntries(
      refusalsOf(route).map(({ status, name, response }) => {
        const isShared = this.#uses.get(name)!.count > 1
        return [status, isShared ? { $ref: `#/components/responses/${name}` } : response]
      }),
    )
  }

  named(): Json {
    const shared = [...this.#uses].filter(([, { count }]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(shared.map(([name, use]) => [name, use.response]))
  }

  readonly schemas: Json = {
    Problem: {
      type: 'object',
      description: 'An error, as RFC 9457 has it',
      properties: {
        type: { type: 'string' },
        code: { type: 'string', description: 'For programs; it stays the same' },
        status: { type: 'integer' },
        title: { type: 'string', description: 'For people, in the language that was asked for' },
        instance: { type: 'string' },
        requestId: { type: 'string', description: 'Also in the header X-Request-Id' },
        errors: {
          type: 'array',
          description: 'Every field that does not fit',
          items: {
            type: 'object',
            properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
            required: ['path', 'code', 'message'],
          },
        },
      },
      required: ['type', 'code', 'status', 'title', 'requestId'],
    },
  }
}

function refusalsOf(route: Route) {
  return [...byStatus(route)].map(([status, kinds]) => {
    // A person follows a link, and is told by a page that it leads nowhere.
    const page = route.endpoint.link && status === 404
    const name = `${HEADERS[status]?.['Location'] ? 'MovedBy' : ''}${nameOf(kinds)}${page ? 'OrPage' : ''}`
    return { status, name, response: response(kinds, HEADERS[status], page ? PAGE : {}) }
  })
}

function byStatus(route: Route): Map<number, readonly RefusalKind[]> {
  const { method, params, refuses } = route.endpoint
  const kinds = new Set([...refusedAtTheDoor(route), ...refuses])
  const grouped = new Map<number, RefusalKind[]>()
  for (const kind of [...kinds].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const status = statusOf(kind, method, params.shape)
    grouped.set(status, [...(grouped.get(status) ?? []), kind])
  }
  return grouped
}

/** Before the operation itself says anything. */
function refusedAtTheDoor(route: Route): readonly RefusalKind[] {
  const { method, allow, link, freshProof, params } = route.endpoint
  const writes = method !== 'get'
  return [
    ...(link ? [] : [refusals.Unauthenticated]),
    ...(allow === 'anyone'
      ? [refusals.TenantNeeded, refusals.TenantUnknown]
      : allow === 'guest'
        ? []
        : [allow === 'signed-in' ? refusals.SignInNeeded : refusals.Forbidden]),
    ...(freshProof ? [refusals.ProofNeeded] : []),
    ...(writes && !link ? [refusals.ForeignOrigin] : []),
    ...(writes ? [refusals.MalformedJson, refusals.TooLarge, refusals.WrongContentType] : []),
    ...(Object.keys(params.shape).length > 0 ? [refusals.MalformedAddress, refusals.AddressTooLong] : []),
    ...(keepsAnswer(route) ? [KeyMalformed, KeyReused] : []),
    // Of anything that is sealed, wherever it is read.
    ...(link ? [] : [refusals.RecordDamaged]),
    refusals.Invalid,
    refusals.TooManyRequests,
    refusals.Overloaded,
    refusals.DatabaseAway,
    refusals.DiskFull,
    ...(writes ? [refusals.OutcomeUnknown] : []),
  ]
}

/** What a client reads beside the body. */
const HEADERS: Readonly<Record<number, Json>> = {
  307: { Location: { $ref: '#/components/headers/Location' } },
  429: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  503: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
}

const PAGE = { 'text/html': { schema: { type: 'string' } } }

function response(kinds: readonly RefusalKind[], headers: Json | undefined, more: Json): Json {
  return {
    description: kinds.map((kind) => `\`${kind.code}\`: ${refusals.said({ kind, headers: {} }, 'en')}`).join('\n\n'),
    ...(headers && { headers }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { code: { enum: kinds.map(({ code }) => code) } },
        },
      },
      ...more,
    },
  }
}

/** `customer.not_found` and `customer.merged` → `CustomerMergedOrCustomerNotFound`. */
const nameOf = (kinds: readonly RefusalKind[]) =>
  kinds.map(({ code }) => code.replaceAll(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())).join('Or')
