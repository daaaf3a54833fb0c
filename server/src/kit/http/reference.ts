import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'

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
    staticCSP: true,
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
