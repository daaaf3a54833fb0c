import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Route } from '../endpoint.ts'
import * as refusals from '../refusal.ts'
import { addDocs } from './docs.ts'

interface Shown {
  /** The file with the OpenAPI document; null hides everything. */
  readonly file: string | null
  readonly docs: string
  readonly prefix: string
  readonly routes: readonly Route[]
}

/** Its scripts are our own files, and it calls this server only, by plain HTTP too. */
const REFERENCE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The document of the API as it was generated, and a page that shows it. Building it at run time would delay other requests. */
export async function addReference(app: FastifyInstance, { file, docs, prefix, routes }: Shown): Promise<void> {
  if (file === null) return
  addDocs(app, docs)
  const whole = await readFile(file, 'utf8').catch(() => null)
  const document = whole && served(whole, prefix, routes)
  app.get('/openapi.json', (_, reply) => {
    if (document === null) throw refusals.NotFound()
    return reply.type('application/json; charset=utf-8').send(document)
  })
  await addEvents(app, file.replace(/openapi\.json$/, 'asyncapi.json'))
  // The page needs this plugin; its own document is not used.
  await app.register(swagger)
  await app.register(swaggerUi, {
    routePrefix: '/docs/api',
    staticCSP: REFERENCE_POLICY,
    // A pasted key is forgotten with the page: in storage every script of this origin could read it.
    uiConfig: { persistAuthorization: false },
    theme: { title: 'Kith API', css: [{ filename: 'kith.css', content: '.swagger-ui .topbar { display: none }' }] },
    uiHooks: {
      onRequest: ({ routeOptions: { url = '' } }, reply, done) => {
        if (!/^\/docs\/api\/(json|yaml)$/.test(url)) return done()
        reply.redirect('/openapi.json')
      },
    },
  })
}

/** Of the document what this server offers, and where. */
function served(whole: string, prefix: string, routes: readonly Route[]): string {
  const document = Document.parse(JSON.parse(whole))
  const offered = new Set(
    routes.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).filter(([method]) => offered.has(`${method} ${path}`))),
  ])
  // Of a document of ours.
  const left = Object.fromEntries(paths.filter(([, methods]) => Object.keys(methods as object).length > 0))
  if (prefix === '' && Object.keys(left).length === Object.keys(document.paths).length) return whole
  return JSON.stringify({ ...document, servers: [{ url: prefix || '/' }], paths: left })
}
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** Published schemas: what they say changes with a release only. */
export function addDocuments(app: FastifyInstance, documents: Readonly<Record<string, () => object>>): void {
  for (const [path, document] of Object.entries(documents)) {
    const written = JSON.stringify(document())
    app.get(path, (_, reply) =>
      reply
        .headers({ 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' })
        .type('application/schema+json; charset=utf-8')
        .send(written),
    )
  }
}

/** The document of the events, and the schema of each at an address of its own. */
async function addEvents(app: FastifyInstance, file: string): Promise<void> {
  const document = await readFile(file, 'utf8').catch(() => null)
  const schemas = document === null ? {} : Described.parse(JSON.parse(document)).components.schemas
  app.get('/asyncapi.json', (_, reply) => {
    if (document === null) throw refusals.NotFound()
    return reply.type('application/json; charset=utf-8').send(document)
  })
  app.get<{ Params: { type: string } }>('/schemas/events/:type.json', ({ params: { type } }, reply) => {
    if (!Object.hasOwn(schemas, type)) throw refusals.NotFound()
    const named = { $schema: DRAFT, $id: `/schemas/events/${type}.json`, title: type }
    return reply.type('application/schema+json').send(JSON.stringify({ ...named, ...schemas[type] }))
  })
}
const DRAFT = 'https://json-schema.org/draft/2020-12/schema'
const Described = z.object({
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
