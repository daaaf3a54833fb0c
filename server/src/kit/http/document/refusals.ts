import type { Route } from '../../endpoint.ts'
import { KeyMalformed, KeyReused } from '../../idempotency.ts'
import type { RefusalKind } from '../../refusal.ts'
import * as refusals from '../../refusal.ts'
import { statusOf } from '../moved.ts'
import type { Json } from './schemas.ts'

/** The errors of each operation: one response per status, and the same set of codes written once. */
export class Refusals {
  readonly #uses = new Map<string, { readonly kinds: readonly RefusalKind[]; count: number }>()

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      for (const kinds of byStatus(route).values()) {
        const name = nameOf(kinds)
        const use = this.#uses.get(name) ?? { kinds, count: 0 }
        use.count += 1
        this.#uses.set(name, use)
      }
    }
  }

  of(route: Route): Json {
    return Object.fromEntries(
      [...byStatus(route)].map(([status, kinds]) => {
        const name = nameOf(kinds)
        const isShared = this.#uses.get(name)!.count > 1
        return [status, isShared ? { $ref: `#/components/responses/${name}` } : response(kinds)]
      }),
    )
  }

  named(): Json {
    const shared = [...this.#uses].filter(([, { count }]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1))
    return Object.fromEntries(shared.map(([name, { kinds }]) => [name, response(kinds)]))
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

/** What opens its own transactions keeps its answer only where its contract refuses another request under the same key. */
export const keepsAnswer = (route: Route) =>
  route.endpoint.method === 'post' &&
  !route.endpoint.secret &&
  ('run' in route || ('phases' in route && route.endpoint.refuses.includes(KeyReused)))

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
    refusals.Invalid,
    refusals.TooManyRequests,
    refusals.Overloaded,
  ]
}

function response(kinds: readonly RefusalKind[]): Json {
  return {
    description: kinds.map((kind) => `\`${kind.code}\`: ${refusals.said({ kind, headers: {} }, 'en')}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { code: { enum: kinds.map(({ code }) => code) } },
        },
      },
    },
  }
}

/** `customer.not_found` and `customer.merged` → `CustomerMergedOrCustomerNotFound`. */
const nameOf = (kinds: readonly RefusalKind[]) =>
  kinds.map(({ code }) => code.replaceAll(/(?:^|[._])(\w)/g, (_, letter: string) => letter.toUpperCase())).join('Or')
