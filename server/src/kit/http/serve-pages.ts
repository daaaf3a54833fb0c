import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import * as refusals from '../refusal.ts'
import { isAtThisMachine } from './demo.ts'
import { isDoor, PAGE_POLICY, type Pages, WORKER_POLICY, wantsPage } from './pages.ts'

/** One page for every address that a browser opens, except the API and other routes. */
export async function addPages(app: FastifyInstance, demoKey: string | null, pages: Pages): Promise<void> {
  await app.register(files, {
    root: pages.assets,
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: false,
  })
  // At the root, because a worker serves what lies below it.
  app.get('/service-worker.js', (_, reply) => {
    if (pages.worker === null) throw refusals.NotFound()
    return reply
      .type('text/javascript; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': WORKER_POLICY })
      .send(pages.worker)
  })
  app.addHook('onRequest', async (request, reply) => {
    // Some addresses are an alias of the API for programs and a screen for browsers.
    const isAlias = request.routeOptions.config.route !== undefined
    if (!(request.is404 || isAlias) || /^\/(api|assets)\//.test(request.url)) return
    reply.header('vary', 'accept')
    const { accept } = request.headers
    if (!wantsPage(request.method, accept) && !(request.method === 'GET' && isDoor(request.url, accept))) return
    const offers = { demo: demoKey !== null && isAtThisMachine(request), inbox: request.knowsStart }
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY })
      .send(pages.page(offers))
  })
}
