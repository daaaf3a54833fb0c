import type { Endpoint, Route } from '../endpoint.ts'
import { keepsAnswer, takesIfMatch } from '../endpoint.ts'
import { callers } from './document/callers.ts'
import { exampleOf } from './document/examples.ts'
import { Parameters } from './document/parameters.ts'
import { Refusals } from './document/refusals.ts'
import { type Json, Schemas } from './document/schemas.ts'

const VERSION = '0.1.0'
const JSON_TYPE = 'application/json'

/** The OpenAPI 3.1 document, from the same contracts that the server checks requests against. */
export function apiDocument(routes: readonly Route[], names: ReadonlyMap<unknown, string>): Json {
  const schemas = new Schemas()
  const refusals = new Refusals(routes)
  const parameters = new Parameters(routes.map((route) => parametersOf(route, schemas)))
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const { method, path } = route.endpoint
    const address = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[address] = {
      ...paths[address],
      [method]: { operationId: names.get(route.endpoint), ...operation(route, schemas, refusals, parameters) },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kith',
      version: VERSION,
      description: 'Customer management: a person from the first anonymous visit to the full profile.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ endpoint }) => endpoint.tag))].map((name) => ({ name })),
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: { ...schemas.named(), ...refusals.schemas },
      responses: refusals.named(),
      parameters: { ...HEADERS, ...parameters.named() },
      headers: TOLD,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key (`Authorization: Bearer kith_…`) or the access token of a login.',
        },
        cookie: { type: 'apiKey', in: 'cookie', name: 'kith_access', description: 'The session of a browser.' },
      },
    },
  }
}

function operation(route: Route, schemas: Schemas, refusals: Refusals, shared: Parameters): Json {
  const { endpoint } = route
  const { method, status = 200, bytes } = endpoint
  const parameters = [...parametersOf(route, schemas).map((one) => shared.of(one)), ...headers(route)]
  const takesBody = method !== 'get' && !bytes && Object.keys(endpoint.body.shape).length > 0
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    description: [endpoint.description, ...callers(endpoint)].filter(Boolean).join('\n\n'),
    ...(endpoint.allow === 'anyone' && { security: [{}, { bearer: [] }, { cookie: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(takesBody && {
      requestBody: { required: true, content: bodies(endpoint, schemas) },
    }),
    ...(bytes && { requestBody: { required: true, content: { [BYTES_TYPE]: { schema: bytesOf(bytes) } } } }),
    responses: {
      [status]: { description: 'OK', ...told(endpoint, schemas) },
      ...refusals.of(route),
    },
  }
}

function bodies(endpoint: Endpoint, schemas: Schemas): Json {
  const { media, form, body } = endpoint
  if (!media) {
    const type = form ? 'application/x-www-form-urlencoded' : JSON_TYPE
    return { [type]: { schema: schemas.input(body), example: exampleOf(endpoint) } }
  }
  const each = Object.entries(media).map(([type, one]) => [
    type,
    { schema: schemas.input(one), example: one.meta()?.['example'] },
  ])
  return Object.fromEntries(each)
}

const BYTES_TYPE = 'application/octet-stream'
const bytesOf = (most: number) => ({ type: 'string', format: 'binary', maxLength: most })

const parametersOf = ({ endpoint }: Route, schemas: Schemas) => [
  ...schemas.parameters('path', endpoint.params),
  ...schemas.parameters('query', endpoint.query),
]

/** An answer, or where the browser goes on. */
function told(endpoint: Endpoint, schemas: Schemas): Json {
  const header = (name: keyof typeof TOLD) => ({ headers: { [name]: { $ref: `#/components/headers/${name}` } } })
  if (endpoint.status === 303) return header('Location')
  return { ...(endpoint.versioned && header('ETag')), content: answer(endpoint, schemas) }
}

function answer({ streams, output }: Endpoint, schemas: Schemas): Json {
  if (!streams) return { [JSON_TYPE]: { schema: schemas.output(output) } }
  return Object.fromEntries(streams.map((type) => [type, { schema: streamOf(type) }]))
}

/** What is no text is bytes. */
const streamOf = (type: string) => ({
  type: 'string',
  ...(!/^text\/|json$/.test(type) && { format: 'binary' }),
})

const header = (name: string, maxLength: number, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', maxLength },
})
const HEADERS = {
  Tenant: header('x-kith-tenant', 63, 'The slug of the business; needed without a credential.'),
  IdempotencyKey: header('idempotency-key', 255, 'The same key gives the same answer for 24 hours.'),
  IfMatch: header('if-match', 255, 'The ETag that was read; if it has changed, 412.'),
}

const TOLD = {
  ETag: { required: true, description: 'For If-Match.', schema: { type: 'string' } },
  Location: { required: true, description: 'Where it goes on.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'string', pattern: '^\\d+$' } },
}

function headers(route: Route): Json[] {
  const { endpoint } = route
  const taken = { Tenant: mayNameTenant(endpoint), IdempotencyKey: keepsAnswer(route), IfMatch: takesIfMatch(endpoint) }
  return Object.entries(taken).flatMap(([name, takes]) => (takes ? [{ $ref: `#/components/parameters/${name}` }] : []))
}

/** A visitor says which business is meant; a path that names it says so already. */
const mayNameTenant = ({ allow, params }: Endpoint) =>
  (allow === 'anyone' || allow === 'guest') && !('tenant' in params.shape)
