import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { fastify } from 'fastify'
import { z } from 'zod'
import { isScope, PROOF_FRESH_MINUTES, SCOPES } from '../caller.ts'
import { type Endpoint, type Route, takesIfMatch } from '../endpoint.ts'
import { KeyMalformed, KeyReused } from '../idempotency.ts'
import type { RefusalKind } from '../refusal.ts'
import * as refusals from '../refusal.ts'
import { statusOf } from './moved.ts'

const VERSION = '0.1.0'
type Json = Record<string, unknown>

/** The OpenAPI 3.1 document, from the same contracts that the server checks requests against. For the build only: it is slow. */
export async function apiDocument(routes: readonly Route[]): Promise<object> {
  const app = fastify()
  await app.register(swagger, options(routes))
  for (const route of routes) {
    const { endpoint } = route
    const schema: object = { kith: route }
    app.route({ method: endpoint.method.toUpperCase(), url: endpoint.path, schema, handler: () => {} })
  }
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  await app.ready()
  return app.swagger()
}

function options(routes: readonly Route[]): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kith',
        version: VERSION,
        description: 'Customer management: a person from the first anonymous visit to the full profile.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [...new Set(routes.map(({ endpoint }) => endpoint.tag))].map((name) => ({ name })),
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key (`Authorization: Bearer kith_…`) or the access token of a login.',
          },
          cookie: { type: 'apiKey', in: 'cookie', name: 'kith_access', description: 'The session of a browser.' },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    transform: ({ schema, url }) => {
      const route = (schema as unknown as { kith?: Route } | undefined)?.kith
      return route ? { schema: describe(route) as never, url } : { schema: schema as never, url }
    },
  }
}

function describe(route: Route): Json {
  const { endpoint } = route
  const { method, status = 200 } = endpoint
  const headers: Json = {}
  if (mayNameTenant(endpoint)) {
    headers['x-kith-tenant'] = {
      type: 'string',
      maxLength: 63,
      description: 'The slug of the business; needed without a credential.',
    }
  }
  if (keepsAnswer(route)) {
    headers['idempotency-key'] = {
      type: 'string',
      maxLength: 255,
      description: 'The same key gives the same answer for 24 hours.',
    }
  }
  if (takesIfMatch(endpoint)) {
    headers['if-match'] = { type: 'string', description: 'The ETag that was read; if it has changed, 412.' }
  }
  return {
    summary: endpoint.summary,
    description: [endpoint.description, needs(endpoint), endpoint.freshProof && FRESH].filter(Boolean).join('\n\n'),
    ...(endpoint.allow === 'anyone' && { security: [{}, { bearer: [] }, { cookie: [] }] }),
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    ...(endpoint.form && { consumes: ['application/x-www-form-urlencoded'] }),
    ...(has(endpoint.params) && { params: input(endpoint.params) }),
    ...(has(endpoint.query) && { querystring: input(endpoint.query) }),
    ...(has(endpoint.body) && method !== 'get' && { body: input(endpoint.body) }),
    ...(Object.keys(headers).length > 0 && { headers: { type: 'object', properties: headers } }),
    response: {
      [status]: endpoint.streams
        ? {
            description: 'OK',
            content: Object.fromEntries(endpoint.streams.map((type) => [type, { schema: streamOf(type) }])),
          }
        : { description: 'OK', ...output(endpoint.output) },
      ...answersOfNo(route),
    },
  }
}

/** A stream that is not text is bytes. */
const streamOf = (type: string) => ({
  type: 'string',
  ...(!/^text\/|json$/.test(type) && { format: 'binary' }),
})

/** A visitor names the business in a header, unless the path does. */
const mayNameTenant = ({ allow, params }: Endpoint) =>
  (allow === 'anyone' || allow === 'guest') && !('tenant' in params.shape)

/** An operation that opens its own transactions keeps its answer only if its contract lists the refusal of a reused key. */
const keepsAnswer = (route: Route) =>
  route.endpoint.method === 'post' &&
  ('run' in route || ('phases' in route && route.endpoint.refuses.includes(KeyReused)))

const FRESH = `A login must have proved within ${PROOF_FRESH_MINUTES} minutes who it is.`

function needs({ allow, params }: Endpoint): string {
  if (allow === 'signed-in') return 'Needs a login: an access token or a session cookie.'
  if (allow === 'anyone' && 'tenant' in params.shape) return 'Anyone may call this; the path names the tenant.'
  if (allow === 'anyone') return 'Anyone may call this; without a credential, `X-Kith-Tenant` names the tenant.'
  if (allow === 'guest') return 'Needs a login, or the token of a guest with `X-Kith-Tenant`.'
  if (isScope(allow)) return `Needs \`${allow}\`: ${SCOPES[allow].toLowerCase()}.`
  return `Needs \`${allow.slice('self or '.length)}\`, or the login of this very customer.`
}

/** What is refused before the operation runs. */
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
    ...(has(params) ? [refusals.MalformedAddress, refusals.AddressTooLong] : []),
    ...(keepsAnswer(route) ? [KeyMalformed, KeyReused] : []),
    refusals.Invalid,
    refusals.TooManyRequests,
    refusals.Overloaded,
  ]
}

/** One answer per status, with every code that it may carry. */
function answersOfNo(route: Route): Json {
  const { method, params, refuses } = route.endpoint
  const byStatus = new Map<number, Set<RefusalKind>>()
  for (const kind of [...refusedAtTheDoor(route), ...refuses]) {
    const status = statusOf(kind, method, params.shape)
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(kind))
  }
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      {
        description: [...kinds]
          .map((kind) => `\`${kind.code}\`: ${refusals.said({ kind, headers: {} }, 'en')}`)
          .join('\n\n'),
        content: {
          'application/problem+json': {
            schema: {
              type: 'object',
              properties: {
                type: { type: 'string' },
                code: { type: 'string', enum: [...kinds].map(({ code }) => code) },
                status: { type: 'integer' },
                title: { type: 'string' },
                instance: { type: 'string' },
                requestId: { type: 'string', description: 'Also in the header X-Request-Id' },
              },
              required: ['type', 'code', 'status', 'title', 'requestId'],
            },
          },
        },
      },
    ]),
  )
}

/** `get /api/v1/customers/:customerId/history` → `getCustomersHistory`. */
const operationId = ({ method, path }: Endpoint) =>
  [method, ...path.replace('/api/v1', '').split(/[/.-]/)]
    .filter((part) => part && !part.startsWith(':'))
    .map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1)))
    .join('') + (/:\w+$/.test(path) ? 'ById' : '')

const has = (schema: z.ZodObject) => Object.keys(schema.shape).length > 0
const input = (schema: z.ZodType) => plain(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
const output = (schema: z.ZodType) => plain(z.toJSONSchema(schema, { unrepresentable: 'any' }))

/** Only free values (any JSON) refer to themselves; their definitions cannot be reached from here, so they are left out. */
function plain({ $schema, $defs, '~standard': _, ...rest }: Json): Json {
  const text = JSON.stringify(rest, (_key, value) => (value?.$ref?.startsWith('#/$defs/') ? {} : value))
  return JSON.parse(text) as Json
}
