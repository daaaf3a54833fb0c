import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import underPressure from '@fastify/under-pressure'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import { type Asked, type Caller, PROOF_FRESH_MINUTES, type Presented, visitor } from './caller.ts'
import { type Database, inTenant } from './context.ts'
import { type Answered, type Cookie, type Endpoint, type Route, takesIfMatch } from './endpoint.ts'
import { once } from './idempotency.ts'
import { fieldErrors, withMessages } from './invalid.ts'
import { readLanguage } from './language.ts'
import type { Log } from './log.ts'
import { isOwnBrowser } from './loopback.ts'
import type { Metrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { PAGE_POLICY, type Pages, WORKER_POLICY, wantsPage } from './pages.ts'
import * as refusals from './refusal.ts'
import { problem, Refusal } from './refusal.ts'
import { isUuid, uuidv7 } from './uuid.ts'

const BODY_LIMIT = 256 * 1024
const FORM_LIMIT = 4 * 1024
const FAILED_SIGN_INS_PER_MINUTE = 60

export interface ServerOptions {
  readonly routes: readonly Route[]
  readonly db: Database
  readonly log: Log
  readonly metrics: Metrics
  /** Null when what was presented is not valid. */
  readonly identify: (presented: Presented, asked: Asked) => Promise<Caller | null>
  /** The tenant that a visitor speaks to. */
  readonly findTenant: (presented: Presented) => Promise<string | null>
  readonly isReady: () => Promise<boolean>
  readonly corsOrigins?: readonly string[]
  readonly trustProxy?: boolean
  /** The screens, when they were built. */
  readonly pages?: Pages | null
  /** What signs in the person at this machine with one click; null where that must not be. */
  readonly demoKey?: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** The endpoint's own path, also where an alias was asked. */
    route?: string
    /** The body is a form; JSON is refused, and the other way round elsewhere. */
    form?: boolean
    /** See `Endpoint.link`. */
    link?: boolean
  }
}

export interface HttpServer {
  readonly url: string
  /** Requests under way finish, new ones are answered 503; whoever is still there after the time is cut off. */
  stop(withinMs: number): Promise<void>
}

/** Serves the API. This is the only file that knows which web framework we use. */
export async function serve(options: ServerOptions, at: { host: string; port: number }): Promise<HttpServer> {
  const app = await buildServer(options)
  const drain = addDraining(app)
  await app.ready()
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

/** Lets the requests under way finish while new ones are refused, also on connections that stay open. */
function addDraining(app: FastifyInstance): (withinMs: number) => Promise<void> {
  let underWay = 0
  let emptied: (() => void) | null = null
  app.addHook('onRequest', async (_, reply) => {
    underWay += 1
    if (emptied) {
      reply.header('connection', 'close')
      throw refusals.Overloaded({}, { 'retry-after': '2' })
    }
  })
  app.addHook('onResponse', async () => {
    underWay -= 1
    if (underWay === 0) emptied?.()
  })
  return (withinMs) =>
    new Promise((resolve) => {
      emptied = resolve
      if (underWay === 0) resolve()
      setTimeout(resolve, withinMs).unref()
    })
}

async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { routes, log, metrics } = options
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    forceCloseConnections: 'idle',
    // A signed token in a path is longer than the 100 characters that are usual.
    routerOptions: { maxParamLength: 600 },
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      // Only a uuid is taken over: anything else could carry somebody's data into the log.
      return typeof given === 'string' && isUuid(given) ? given : uuidv7()
    },
  })
  app.decorateRequest('caller', null)
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, log))
  app.setNotFoundHandler((request, reply) => answerRefusal(refusals.NotFound(), request, reply))
  // Validation is ours, so that a refusal is in the caller's language.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    (request, body, done) => {
      if (request.routeOptions.config.form) return done(refusals.WrongContentType())
      // Many clients announce JSON and send nothing where every field is optional.
      return body.length === 0 ? done(null, undefined) : parseJson(request, body as string, done)
    },
  )
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    ({ headers, routeOptions: { config } }, body, done) => {
      // Mail programs unsubscribe with a form (RFC 8058). What is in it says nothing that the link does not.
      if (config.link) return done(null, undefined)
      const readable = config.form && !headers['content-type']?.startsWith('multipart')
      return readable
        ? done(null, Object.fromEntries(new URLSearchParams(body as string)))
        : done(refusals.WrongContentType(), undefined)
    },
  )
  app.addHook('onResponse', (request, reply, done) => {
    const line = observe(request, reply)
    metrics.request(line.route, line.method, line.status, line.ms / 1000)
    log.info(line, 'request')
    done()
  })

  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    pressureHandler: () => {
      throw refusals.Overloaded({}, { 'retry-after': '2' })
    },
  })
  await app.register(helmet, { contentSecurityPolicy: false })
  if (options.corsOrigins?.length) await app.register(cors, { origin: [...options.corsOrigins], maxAge: 600 })
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  await app.register(swagger, describeApi(routes))
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { persistAuthorization: true },
    theme: { title: 'Kith API', css: [{ filename: 'kith.css', content: '.swagger-ui .topbar { display: none }' }] },
  })

  addOperations(app, options)
  addApi(app, options)
  addDemo(app, options)
  if (options.pages) await addPages(app, options, options.pages)
  return app
}

/** What an operator and a load balancer ask. */
function addOperations(app: FastifyInstance, { metrics, isReady }: ServerOptions): void {
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get('/health/live', { schema: { hide: true } }, () => ({ status: 'live' }))
  app.get('/health/ready', { schema: { hide: true } }, async (_, reply) => {
    const ready = await isReady()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready' })
  })
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  )
}

function addApi(app: FastifyInstance, options: ServerOptions): void {
  const failures = app.createRateLimit({
    max: FAILED_SIGN_INS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: ({ ip }) => `failed ${ip}`,
  })
  const calls = app.createRateLimit({
    max: ({ caller }) => caller!.perMinute,
    timeWindow: 60_000,
    keyGenerator: ({ caller, ip }) => `${caller!.tenant} ${caller!.actor} ${caller!.actor === 'visitor' ? ip : ''}`,
  })

  async function authenticate(request: FastifyRequest, { allow, visitorsPerMinute, link = false }: Endpoint) {
    const presented = presentedBy(request, link)
    // A link is as good from anywhere: nothing that a browser adds to it counts.
    if (!link) refuseForeignOrigin(request, presented, options.corsOrigins ?? [])
    const asked = askedBy(request)
    const found = link ? null : await options.identify(presented, asked)
    request.caller = found && (await isOfAnother(found, presented)) ? null : found
    if (!request.caller && allow === 'anyone' && presented.authorization === '') {
      const tenant = await options.findTenant(presented)
      if (tenant === null) throw refusals.TenantNeeded()
      request.caller = visitor(tenant, asked, visitorsPerMinute)
    }
    if (!request.caller) {
      refuseWhenExceeded(await failures(request))
      throw refusals.Unauthenticated({}, { 'www-authenticate': 'Bearer realm="kith"' })
    }
    if (request.caller.perMinute > 0) refuseWhenExceeded(await calls(request))
  }

  /** A browser sends its cookie wherever it goes; at the door of another business it is as if it were not there. */
  async function isOfAnother({ tenant }: Caller, presented: Presented): Promise<boolean> {
    if (presented.authorization !== '' || presented.tenant === '') return false
    return (await options.findTenant(presented)) !== tenant
  }

  for (const route of options.routes) {
    const { endpoint } = route
    const addresses = [{ method: endpoint.method, path: endpoint.path }, ...(endpoint.aliases ?? [])]
    for (const [index, { method, path }] of addresses.entries()) {
      app.route({
        method: method.toUpperCase(),
        url: path,
        schema: index === 0 ? { ...endpointSchema(endpoint) } : { hide: true },
        config: { route: endpoint.path, link: endpoint.link ?? false, ...(endpoint.form && { form: true }) },
        onRequest: (request) => authenticate(request, endpoint),
        handler: (request, reply) => answer(options.db, route, request, reply),
      })
    }
  }
}

/** One click instead of a sign-in, only for the person at this machine. Everybody else finds nothing at this address. */
function addDemo(app: FastifyInstance, { demoKey }: ServerOptions): void {
  app.get('/demo/session', { schema: { hide: true } }, (request, reply) => {
    if (!demoKey || !isOwnBrowser(askedAt(request))) throw refusals.NotFound()
    return reply.header('cache-control', 'no-store').send({ apiKey: demoKey })
  })
}

const askedAt = ({ socket, headers }: FastifyRequest) => ({ remoteAddress: socket.remoteAddress, headers })

/** One page for every address that a browser goes to; the API and what has a route of its own stay what they are. */
async function addPages(app: FastifyInstance, { demoKey }: ServerOptions, pages: Pages): Promise<void> {
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
  app.get('/service-worker.js', { schema: { hide: true } }, (_, reply) => {
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
    if (!wantsPage(request.method, request.headers.accept)) return
    const demo = demoKey && isOwnBrowser(askedAt(request))
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY })
      .send(demo ? pages.pageOfDemo : pages.page)
  })
}

function presentedBy({ headers, cookies, host, params }: FastifyRequest, link: boolean): Presented {
  const { authorization: sent = '', 'x-kith-tenant': named } = headers
  const authorization = link ? '' : sent
  // An address that names the tenant is for those who cannot send a header.
  const tenant = (params as { tenant?: string }).tenant ?? named
  return { authorization, cookies, tenant: typeof tenant === 'string' ? tenant : '', host }
}

function askedBy(request: FastifyRequest): Asked {
  const { 'user-agent': userAgent } = request.headers
  return {
    origin: { ip: request.ip, ...(userAgent !== undefined && { userAgent: userAgent.slice(0, 300) }) },
    requestId: request.id,
    language: languageOf(request),
  }
}

/** A browser adds its cookies to whatever page makes it call; only our own pages may. */
function refuseForeignOrigin(
  request: FastifyRequest,
  { authorization, cookies }: Presented,
  friends: readonly string[],
) {
  if (request.method === 'GET' || authorization !== '') return
  const { origin } = request.headers
  if (origin === undefined) {
    // Every browser names the origin of such a call. What does not and yet brings a session is not one of our pages.
    if (Object.keys(cookies).some((name) => name.startsWith('kith_'))) throw refusals.ForeignOrigin()
    return
  }
  if (friends.includes(origin)) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw refusals.ForeignOrigin()
}

function refuseWhenExceeded(limit: { isAllowed: boolean } | { isExceeded: boolean; ttlInSeconds: number }): void {
  if ('isExceeded' in limit && limit.isExceeded) {
    throw refusals.TooManyRequests({}, { 'retry-after': String(Math.max(1, limit.ttlInSeconds)) })
  }
}

async function answer(db: Database, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const { endpoint } = route
  const caller = request.caller!
  refuseForbidden(endpoint, caller)
  const input = readInput(endpoint, request)
  const entrance = { db, caller, cookies: request.cookies, headers: request.headers }

  if ('stream' in route) {
    const { contentType, fileName, status: code = 200, chunks } = await route.stream(entrance, input as never)
    if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`)
    return reply
      .code(code)
      .type(contentType)
      .header('cache-control', 'no-store')
      .send(Readable.from(chunks, { objectMode: false, highWaterMark: 64 * 1024 }))
  }

  // Visitors share one name, and must not get each other's answers.
  const repeatable = endpoint.method === 'post' && caller.actor !== 'visitor'
  const key = repeatable ? request.headers['idempotency-key'] : undefined
  const status = endpoint.status ?? 200
  if ('phases' in route) {
    const idempotencyKey = key === undefined ? undefined : String(key)
    const answered = await route.phases({ ...entrance, idempotencyKey }, input as never)
    const body = endpoint.output.parse(answered.body)
    tellVersion(reply, endpoint, body)
    return sendAnswered(reply, status, { ...answered, body }, isSecure(request))
  }

  const readOnly = endpoint.method === 'get'
  const done = await inTenant(
    db,
    caller,
    async (ctx) => {
      const work = async () => ({ status, body: endpoint.output.parse(await route.run(ctx, input as never)) })
      if (key === undefined) return { ...(await work()), replayed: false }
      return once(ctx, String(key), { endpoint: `${endpoint.method} ${endpoint.path}`, input }, work)
    },
    { readOnly },
  )
  if (done.replayed) reply.header('idempotent-replayed', 'true')
  tellVersion(reply, endpoint, done.body)
  return reply.code(done.status).header('cache-control', 'no-store').send(done.body)
}

function tellVersion(reply: FastifyReply, endpoint: Endpoint, body: unknown): void {
  const version = endpoint.versioned && (body as { version?: number }).version
  if (version) reply.header('etag', `"${version}"`)
}

function refuseForbidden({ allow, freshProof }: Endpoint, { may, signedIn }: Caller): void {
  if (allow === 'signed-in' && signedIn === null) throw refusals.SignInNeeded()
  if (allow !== 'anyone' && allow !== 'signed-in' && !may.has(allow)) throw refusals.Forbidden({ needs: allow })
  if (!freshProof || signedIn === null) return
  if (Date.now() - signedIn.provedAt.getTime() > PROOF_FRESH_MINUTES * 60_000) throw refusals.ProofNeeded()
}

function sendAnswered(reply: FastifyReply, status: number, answered: Answered<unknown>, secure: boolean) {
  for (const one of answered.cookies ?? []) setCookie(reply, one, secure)
  if (answered.replayed) reply.header('idempotent-replayed', 'true')
  reply.header('cache-control', 'no-store')
  if (answered.location !== undefined) return reply.redirect(answered.location, 303)
  return reply.code(status).send(answered.body)
}

/** Only a developer's own machine speaks plain HTTP to a browser; a proxy that hides TLS from us does not count. */
const isSecure = ({ protocol, hostname }: FastifyRequest) =>
  protocol === 'https' || !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

function setCookie(reply: FastifyReply, { name, value, path, maxAgeSeconds }: Cookie, secure: boolean): void {
  const attributes = { path, httpOnly: true, secure, sameSite: 'lax' as const }
  if (value === null) reply.clearCookie(name, attributes)
  else reply.setCookie(name, value, { ...attributes, maxAge: maxAgeSeconds })
}

/** Path, query and body, each checked against the contract; all that is wrong is said at once. */
function readInput(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const parts = [
    endpoint.params.safeParse(request.params),
    endpoint.query.safeParse(request.query),
    endpoint.body.safeParse(request.body ?? {}),
  ]
  const errors = parts.flatMap((part) => (part.success ? [] : fieldErrors(part.error, languageOf(request))))
  if (errors.length > 0) {
    // An id that cannot be one is an id that does not exist.
    const unknown = endpoint.refuses.find(({ status }) => status === 404)
    if (unknown && !parts[0]!.success) throw new Refusal(unknown, {}, {})
    throw refusals.Invalid({ errors })
  }
  const input = Object.assign({}, ...parts.map((part) => part.data)) as Record<string, unknown>
  return takesIfMatch(endpoint) ? { ...input, ...readIfMatch(request) } : input
}

function readIfMatch(request: FastifyRequest): { expectedVersion?: number } {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return {}
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  // A tag that we never gave out matches nothing.
  return { expectedVersion: version === undefined ? -1 : Number(version) }
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log) {
  if (error instanceof Refusal) return answerRefusal(error, request, reply)
  const known = frameworkRefusal(error)
  if (known) return answerRefusal(known, request, reply)
  log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'unexpected error')
  return answerRefusal(refusals.InternalError({ requestId: request.id }), request, reply)
}

function frameworkRefusal(error: unknown): Refusal | null {
  const { code = '', statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.TooLarge({ most: BODY_LIMIT })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.WrongContentType()
  if (statusCode === 400) return refusals.MalformedJson()
  if (statusCode === 503) return refusals.Overloaded({}, { 'retry-after': '2' })
  return null
}

function answerRefusal(refused: Refusal, request: FastifyRequest, reply: FastifyReply) {
  return reply
    .code(refused.kind.status)
    .headers(refused.headers)
    .header('content-language', languageOf(request))
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(withMessages(problem(refused, languageOf(request), `urn:uuid:${request.id}`), languageOf(request)))
}

const languageOf = ({ headers }: FastifyRequest) => readLanguage(headers['accept-language'] ?? '')

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

const endpointSchema = (endpoint: Endpoint) => ({ kith: endpoint })
