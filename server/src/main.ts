import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBacklog } from './backlog.ts'
import { refuseUnlessRepeated } from './backup/pending.ts'
import type { Config } from './config.ts'
import { operationNames } from './contracts.ts'
import { watchDisk } from './db/disk.ts'
import { ensureDemo } from './demo/make.ts'
import { type DemoOwner, ensureDemoOwner } from './demo/owner.ts'
import { say } from './installation.ts'
import { AUDIT, linkEntries } from './kit/audit-chain.ts'
import { itself, type Presented } from './kit/caller.ts'
import type { Job } from './kit/context.ts'
import { acrossTenants } from './kit/database.ts'
import type { Route } from './kit/endpoint.ts'
import { serveGrpc } from './kit/grpc.ts'
import { isForOnePerson } from './kit/http/loopback.ts'
import { type OperationsOptions, serveOperations } from './kit/http/operations.ts'
import { openPages } from './kit/http/pages.ts'
import { type ServerOptions, serve } from './kit/http/server.ts'
import { newStartToken } from './kit/http/start-token.ts'
import { forgetOldAnswers } from './kit/idempotency.ts'
import { startJobs } from './kit/jobs.ts'
import { SERVER_START, toVisit } from './kit/lanes.ts'
import type { Errand, Module } from './kit/module.ts'
import type { Patience } from './kit/network.ts'
import { OFFERED } from './kit/operate.ts'
import { startPulse } from './kit/pulse.ts'
import { inTenant } from './kit/transaction.ts'
import { type Kith, openKith } from './kith.ts'
import { guestAuthenticator, serveAuth, sessionAuthenticator, tenantOfCookies } from './modules/accounts/index.ts'
import { startAnchors } from './modules/audit/index.ts'
import { deliverEvents, findUndelivered } from './modules/events/index.ts'
import { isInboxOpen } from './modules/messages/index.ts'
import { authenticator, tenantOf } from './modules/tenants/index.ts'
import { modules } from './modules.ts'
import { leave, readinessOf } from './readiness.ts'

export const PARTS = ['http', 'grpc', 'jobs'] as const
export type Part = (typeof PARTS)[number]
const REQUESTS_FINISH_WITHIN_MS = 7_000

/** All scheduled jobs: every module's and the kit's own. */
export const jobs: readonly Job[] = [
  {
    name: 'forget-idempotency-answers',
    cron: '7 * * * *',
    summary: 'Deletes the stored answers of idempotency keys after 24 hours',
    forgets: true,
    run: forgetOldAnswers,
  },
  ...modules.flatMap((module) => module.jobs),
]

interface ForOnePerson {
  readonly demoKey?: string | null
  readonly startToken?: string | null
}

export interface Demo {
  readonly apiKey: string
  readonly owner: DemoOwner | null
}

export interface Running {
  readonly kith: Kith
  readonly url: string | null
  /** For the person at this machine: gives access to what is only for them. */
  readonly startToken: string
  readonly grpcUrl: string | null
  /** Null without a separate port for health and metrics. */
  readonly healthUrl: string | null
  readonly demo: Demo | null
  /** From now on it says that it is not ready, and answers all the same. */
  leave(): void
  stop(): Promise<void>
}

/** Starts Kith, from the database up. Reads from top to bottom. */
export async function start(config: Config, parts: readonly Part[] = PARTS): Promise<Running> {
  const startToken = newStartToken()
  const kith = await openKith(config, jobs)
  const started: { stop(): Promise<void> }[] = []
  const running = <Part extends { stop(): Promise<void> }>(part: Part): Part => {
    started.push(part)
    return part
  }
  // First no new requests, then no new work, then no database; also after a failed start.
  const stop = async () => {
    for (const part of started) await part.stop()
    await kith.close()
  }
  try {
    refuseUnlessRepeated(kith.dataFolder)
    if (kith.dataFolder) running(watchDisk(kith.dataFolder, config.KITH_DISK_LOW, say))
    const shown = kith.dataFolder && config.KITH_DEMO === 'on' ? await demo(kith, kith.dataFolder) : null
    // Before the background work, whose messages contain URLs of this server.
    const http = parts.includes('http')
      ? running(await startHttp(kith, { demoKey: shown?.apiKey ?? null, startToken }))
      : null
    const grpc = parts.includes('grpc') && hasScreens(config) ? running(await startGrpc(kith)) : null
    if (parts.includes('jobs')) running(await startBackground(kith))
    const { KITH_HEALTH_PORT: port } = config
    const health = port === undefined ? null : running(await startHealth(kith, port))
    const urls = { url: http?.url ?? null, grpcUrl: grpc?.url ?? null, healthUrl: health?.url ?? null }
    return { kith, ...urls, startToken, demo: shown, leave: () => leave(kith), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The demo's API key. Kept beside its data, so that the next start can show it again. */
async function demo(kith: Kith, dataFolder: string): Promise<Demo | null> {
  const file = path.join(dataFolder, 'demo.key')
  const made = await ensureDemo(kith.db)
  if (made) writeFileSync(file, `${made.apiKey}\n`, { mode: 0o600, flush: true })
  if (!existsSync(file)) return null
  return { apiKey: readFileSync(file, 'utf8').trim(), owner: await ensureDemoOwner(kith.db, dataFolder) }
}

/** Relay, sealer and jobs. Several processes may run them: only one at a time works on a tenant. */
export async function startBackground({ db, log, nudges, config }: Kith) {
  const subscribers = modules.flatMap((module) => module.subscribers)
  const tenantsIn = async (query: string) =>
    (await acrossTenants<{ tenant_id: string }>(db, query)).map(({ tenant_id }) => tenant_id)
  const tenantsWith = (query: string) => () => tenantsIn(query)
  /** Asked apart: within the query a worker of Citus would answer with its own start. */
  const tenantsToVisit = (query: (server: number) => string) => async () => {
    const [started] = await acrossTenants<{ server: number }>(db, SERVER_START)
    return tenantsIn(query(started!.server))
  }
  const relay = startPulse({
    name: 'relay',
    log,
    gatherMs: 50,
    everyMs: 1_000,
    find: tenantsToVisit((server) => findUndelivered(subscribers, server)),
    work: (tenant) => inTenant(db, itself(tenant, 'relay'), (ctx) => deliverEvents(ctx, subscribers, log)),
  })
  const sealer = startPulse({
    name: 'sealer',
    log,
    gatherMs: 500,
    everyMs: 2_000,
    find: tenantsToVisit(
      (server) =>
        `select t.tenant_id from tenants t left join audit_chains l on l.tenant_id = t.tenant_id where ${toVisit(AUDIT, server)}`,
    ),
    work: (tenant) => inTenant(db, itself(tenant, 'sealer'), linkEntries),
  })
  const work = modules
    .flatMap((module): readonly Errand[] => module.errands)
    .filter(({ isNeeded }) => isNeeded?.(config) ?? true)
  const errands = work.map(({ name, nudge, everyMs, find, run }) => {
    const errand = startPulse({
      name,
      log,
      gatherMs: 20,
      everyMs,
      find: tenantsWith(find),
      work: (tenant) => run(db, tenant),
    })
    nudges.on(nudge, errand.nudge)
    return errand
  })
  nudges.on('events', relay.nudge)
  nudges.on('audit', sealer.nudge)
  const clock = await startJobs(db, jobs, log)
  const anchors = startAnchors(db)
  return {
    async stop() {
      await Promise.all([relay, sealer, clock, ...errands].map((one) => one.stop()))
      await Promise.all(work.map((errand) => errand.settle?.(db)))
      // Behind the last that was sealed.
      await anchors.stop()
    },
  }
}

export async function startHttp(kith: Kith, { demoKey = null, startToken = null }: ForOnePerson = {}) {
  const { db, config } = kith
  const server = await listening(
    'PORT',
    config.PORT,
    serve(
      {
        routes: modules.flatMap((module) => module.routes).filter((route) => isServed(config, route)),
        prefix: config.KITH_API_PREFIX ?? '',
        fieldRules: modules.flatMap((module: Module) => module.fieldRules ?? []),
        db,
        ...operationsOf(kith),
        showsMetrics: config.KITH_HEALTH_PORT === undefined,
        ...callers(kith),
        corsOrigins: config.KITH_CORS_ORIGINS,
        publicUrl: config.KITH_PUBLIC_URL,
        trustedProxies: config.KITH_TRUST_PROXY,
        patience: patience(config),
        mostDelayMs: config.KITH_MAX_DELAY_MS,
        document: config.KITH_REFERENCE === 'on' ? fileURLToPath(new URL('../../openapi.json', import.meta.url)) : null,
        docs: fileURLToPath(new URL('../../docs/dist', import.meta.url)),
        documents: Object.assign({}, ...modules.map((module: Module) => module.documents ?? {})),
        pages: hasScreens(config)
          ? openPages(fileURLToPath(new URL('../../web/dist', import.meta.url)), { inbox: isInboxOpen(config) })
          : null,
        demoKey: isForOnePerson(config) ? demoKey : null,
        startToken,
      },
      { host: config.HOST, port: config.PORT },
    ),
  )
  db.config.portTaken ??= Number(new URL(server.url).port)
  return { url: server.url, stop: () => server.stop(REQUESTS_FINISH_WITHIN_MS) }
}

/** By the name of the operation: some of customers are done by the module of logins. */
const isServed = ({ KITH_API }: Config, { endpoint }: Route) =>
  KITH_API === 'all' || OFFERED.has(operationNames.get(endpoint)?.split('.')[0] ?? '')
/** They need the whole API. */
const hasScreens = ({ KITH_API }: Config) => KITH_API === 'all'

/** Health and metrics on a port of their own: for processes without HTTP, and for metrics out of reach of the proxy. */
export async function startHealth(kith: Kith, port: number) {
  const at = { host: kith.config.HOST, port }
  return listening('KITH_HEALTH_PORT', port, serveOperations(operationsOf(kith), at))
}

function operationsOf(kith: Kith): OperationsOptions {
  const { db, log, config } = kith
  const { metrics } = db
  metrics.watchProcess()
  metrics.watchPool(db.transactions)
  metrics.watchBacklog(() => readBacklog(kith))
  return { log, metrics, readiness: () => readinessOf(kith), metricsFor: config.KITH_METRICS_NETWORKS }
}

export async function startGrpc(kith: Kith) {
  const { db, log, config } = kith
  const door = { db, ...callers(kith) }
  const server = await listening(
    'KITH_GRPC_PORT',
    config.KITH_GRPC_PORT,
    serveGrpc(
      {
        services: (router) => serveAuth(router, door),
        names: ['kith.auth.v1.AuthService'],
        isReady: async () => (await readinessOf(kith)).ready,
        log,
        trustedProxies: config.KITH_TRUST_PROXY,
        patience: patience(config),
      },
      { host: config.HOST, port: config.KITH_GRPC_PORT },
    ),
  )
  return { url: server.url, stop: () => server.stop(REQUESTS_FINISH_WITHIN_MS) }
}

const patience = ({ KITH_REQUEST_SECONDS, KITH_CONNECTIONS }: Config): Patience => ({
  requestSeconds: KITH_REQUEST_SECONDS,
  connections: KITH_CONNECTIONS,
})

const NO_PORT: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used by this one',
}

/** What an operator can change if the port is not available. */
function listening<T>(
  setting: 'PORT' | 'KITH_GRPC_PORT' | 'KITH_HEALTH_PORT',
  port: number,
  server: Promise<T>,
): Promise<T> {
  return server.catch((error: NodeJS.ErrnoException) => {
    const because = NO_PORT[error.code ?? '']
    throw because ? new Error(`${setting} ${port} ${because} (${error.code}); choose another`) : error
  })
}

/** Authentication, and the tenant of a visitor: the same over HTTP and gRPC. */
function callers({ db, nudges }: Kith): Pick<ServerOptions, 'identify' | 'findTenant'> {
  const [byKey, bySession] = [authenticator(db, nudges), sessionAuthenticator(db, nudges)]
  const [named, byCookies] = [tenantOf(db, nudges), tenantOfCookies(db)]
  const findTenant = async (presented: Presented) =>
    (presented.tenant === '' ? await byCookies(presented) : null) ?? named(presented)
  const byGuest = guestAuthenticator(db, named)
  return {
    identify: async (...request) => (await byKey(...request)) ?? (await bySession(...request)) ?? byGuest(...request),
    findTenant,
  }
}
