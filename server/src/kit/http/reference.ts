import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

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
export async function addReference(app: FastifyInstance, file: string | null): Promise<void> {
  if (file === null) return
  const document = await readFile(file).catch(() => null)
  app.get('/openapi.json', (_, reply) => {
    if (document === null) throw refusals.NotFound()
    return reply.type('application/json; charset=utf-8').send(document)
  })
  // The page needs this plugin; its own document is not used.
  await app.register(swagger)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: REFERENCE_POLICY,
    // A pasted key is forgotten with the page: in storage every script of this origin could read it.
    uiConfig: { persistAuthorization: false },
    theme: { title: 'Kith API', css: [{ filename: 'kith.css', content: '.swagger-ui .topbar { display: none }' }] },
    uiHooks: {
      onRequest: ({ routeOptions: { url = '' } }, reply, done) => {
        if (!/^\/docs\/(json|yaml)$/.test(url)) return done()
        reply.redirect('/openapi.json')
      },
    },
  })
}

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
