import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { type Patience, type TrustedProxies, trustsOf } from '../network.ts'
import * as refusals from '../refusal.ts'
import { isUuid, uuidv7 } from '../uuid.ts'
import { type ApiOptions, addApi } from './api.ts'
import { addBodies, BODY_LIMIT } from './bodies.ts'
import { addDemo } from './demo.ts'
import { addDraining } from './drain.ts'
import { addHealth, addMetrics, type OperationsOptions } from './operations.ts'
import type { Pages } from './pages.ts'
import { addDocuments, addReference } from './reference.ts'
import { answerError, answerExpectation, answerRefusal, answerUnreadable } from './refuse.ts'
import { addPages } from './serve-pages.ts'
import { addShedding } from './shed.ts'
import { addStartToken } from './start-token.ts'
import { addTracing } from './tracing.ts'

export interface ServerOptions extends ApiOptions, OperationsOptions {
  readonly trustedProxies?: TrustedProxies
  readonly patience: Patience
  /** How late the event loop may be before requests are refused; 0 for ever. */
  readonly mostDelayMs?: number
  /** The file with the OpenAPI document; null hides it and its page. */
  readonly document: string | null
  /** The folder of the built documentation, shown with it. */
  readonly docs: string
  /** Whether the metrics are here: not where they have a port of their own. */
  readonly showsMetrics: boolean
  /** See `Module.documents`. */
  readonly documents?: Readonly<Record<string, () => object>>
  /** The screens, when they were built. */
  readonly pages?: Pages | null
  /** The one-click sign-in for the person at this machine; null where it is off. */
  readonly demoKey?: string | null
  /** See `addStartToken`; null where nothing is only for the person at this machine. */
  readonly startToken?: string | null
}

export interface HttpServer {
  readonly url: string
  /** Requests under way finish, new ones are answered 503; requests that are still open after the time are cut off. */
  stop(withinMs: number): Promise<void>
}

/** What a page of another origin may send and read, beside what every page may. */
const ACROSS = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: ['etag', 'retry-after', 'x-request-id', 'idempotent-replayed'],
  maxAge: 600,
}
const ONLY_HTTPS = 'max-age=31536000; includeSubDomains'

/** Serves the API. Only the files of this folder know which web framework we use. */
export async function serve(options: ServerOptions, at: { host: string; port: number }): Promise<HttpServer> {
  const app = openApp(options)
  // Before all other handlers: it counts every request that begins and ends.
  const { underWay, drain } = addDraining(app)
  addShedding(app, options.mostDelayMs ?? 0, underWay)
  await addAll(app, options)
  await app.ready()
  app.server.maxConnections = options.patience.connections
  const url = await app.listen(at)
  return {
    url,
    async stop(withinMs) {
      const cut = setTimeout(() => app.server.closeAllConnections(), withinMs)
      await drain(withinMs)
      await app.close()
      clearTimeout(cut)
    },
  }
}

function openApp({ trustedProxies = 'off', patience, log }: ServerOptions): FastifyInstance {
  const requestTimeout = patience.requestSeconds * 1000
  const app = fastify({
    logger: false,
    // An address that no route can be found for.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, log),
    clientErrorHandler: answerUnreadable,
    requestTimeout,
    // A connection on which nothing moves, in either direction.
    connectionTimeout: 2 * requestTimeout,
    http: {
      headersTimeout: Math.min(10_000, requestTimeout),
      connectionsCheckingInterval: Math.min(5_000, requestTimeout / 2),
    },
    bodyLimit: BODY_LIMIT,
    trustProxy: trustsOf(trustedProxies),
    forceCloseConnections: 'idle',
    // A signed token in a path is longer than the 100 characters that are usual.
    routerOptions: { maxParamLength: 600 },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      // Only a uuid is taken over: another value could carry personal data into the log.
      return typeof given === 'string' && isUuid(given) ? given : uuidv7()
    },
  })
  app.server.on('checkExpectation', answerExpectation)
  return app
}

async function addAll(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { log, metrics, document, demoKey = null, startToken = null, pages } = options
  app.decorateRequest('caller', null)
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, log))
  app.setNotFoundHandler((request, reply) => answerRefusal(refusals.NotFound(), request, reply))
  // Validation is ours, so that a refusal is in the caller's language.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  addTracing(app)
  addBodies(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    if (request.protocol === 'https') reply.header('strict-transport-security', ONLY_HTTPS)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const line = observe(request, reply)
    metrics.request(line.route, line.method, line.status, line.ms / 1000)
    log.info(line, 'request')
    done()
  })

  // Each page sets its own policy.
  await app.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false })
  if (options.corsOrigins?.length) await app.register(cors, { origin: [...options.corsOrigins], ...ACROSS })
  await app.register(cookie)
  addStartToken(app, startToken)
  await app.register(rateLimit, { global: false })

  addHealth(app, options)
  if (options.showsMetrics) addMetrics(app, options)
  await addReference(app, { file: document, docs: options.docs, prefix: options.prefix ?? '', routes: options.routes })
  addDocuments(app, options.documents ?? {})
  addApi(app, options)
  addDemo(app, demoKey)
  if (pages) await addPages(app, demoKey, pages)
}

/** The route's pattern instead of the address: ids and query strings stay out of logs and metrics. */
function observe(request: FastifyRequest, reply: FastifyReply) {
  const route = request.routeOptions.config.route ?? request.routeOptions.url ?? 'unknown'
  return {
    requestId: request.id,
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    tenant: request.caller?.tenant,
    actor: request.caller?.actor,
  }
}
