import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

/** Its scripts are files of ours, and it calls this server only; also where that is reached by plain HTTP. */
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

/** The document of the API as it was generated, and a page that shows it. Building it here would hold up everybody who asks meanwhile. */
export async function addReference(app: FastifyInstance, file: string | null): Promise<void> {
  if (file === null) return
  const document = await readFile(file).catch(() => null)
  app.get('/openapi.json', (_, reply) => {
    if (document === null) throw refusals.NotFound()
    return reply.type('application/json; charset=utf-8').send(document)
  })
  // The page insists on this plugin; what it could build is not asked for.
  await app.register(swagger)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: REFERENCE_POLICY,
    // A key that was pasted goes with the page: kept, it would lie open to every script of this origin.
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
