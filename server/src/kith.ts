import path from 'node:path'
import { checkAs } from './check.ts'
import type { Config } from './config.ts'
import { operationNames } from './contracts.ts'
import type { Kept } from './db/embedded/index.ts'
import { openPool } from './db/pool.ts'
import type { Presence } from './db/presence.ts'
import { type Watch, withoutValues } from './db/statements.ts'
import { Transactions } from './db/transactions.ts'
import { findDatabase, type Installation } from './installation.ts'
import type { Job } from './kit/context.ts'
import type { Database } from './kit/database.ts'
import { Keyring } from './kit/keyring.ts'
import { type Log, openLog } from './kit/log.ts'
import { type Metrics, openMetrics } from './kit/metrics.ts'
import { type Nudges, openNudges } from './kit/nudges.ts'
import { declareOperations } from './kit/operate.ts'
import { migrateDatabase } from './migration.ts'
import { BCRYPT_COST } from './modules/accounts/index.ts'
import { keepDefaultsFresh } from './modules/tenants/index.ts'
import { modules } from './modules.ts'
import { openSentry } from './sentry.ts'

const PLAIN_CONNECTIONS = 3
/** Queries without a tenant never take this long, unless the network dropped them. */
const PLAIN_QUERIES_LAST_MS = 60_000

/** The common base of the server and every command. */
export interface Kith {
  readonly config: Config
  readonly log: Log
  readonly db: Database
  readonly nudges: Nudges
  /** Null with DATABASE_URL. */
  readonly dataFolder: string | null
  readonly embedded: Kept | null
  close(): Promise<void>
}

export async function openKith(config: Config, jobs: readonly Job[]): Promise<Kith> {
  const installation = await findDatabase(config)
  try {
    if (installation.embedded) await migrateDatabase(installation, jobs)
    return await connect(installation, config, jobs)
  } catch (error) {
    await installation.embedded?.stop()
    throw error
  }
}

/** Opens a migrated database. */
export async function connect(
  installation: Installation,
  config: Config,
  jobs: readonly Job[],
  { bcryptCost = BCRYPT_COST }: { readonly bcryptCost?: number } = {},
): Promise<Kith> {
  const log = openLog(config.LOG_LEVEL, await openSentry(config.SENTRY_DSN))
  await checkAs(installation.app, installation)
  const pool = openPool({ ...installation.app, max: PLAIN_CONNECTIONS, query_timeout: PLAIN_QUERIES_LAST_MS })
  const metrics = openMetrics()
  const transactions = new Transactions(
    { ...installation.app, max: config.KITH_POOL },
    watchOf(config, metrics, log),
    config.KITH_MAX_DELAY_MS,
  )
  logAbsence(transactions.presence, log)
  const nudges = await openNudges(pool, installation.app, log)
  keepDefaultsFresh(nudges)
  return {
    config,
    log,
    db: {
      pool,
      transactions,
      keyring: new Keyring(installation.master),
      config: { ...config, ...anchorsIn(installation.dataFolder, config) },
      log,
      personalData: hooks(),
      jobs,
      followers: modules.flatMap(({ followers = [] }) => followers),
      attributes: modules.flatMap(({ attributes = [] }) => attributes),
      eventKinds: modules.flatMap(({ events }) => events),
      metrics,
      bcryptCost,
      nudge: nudges.send,
    },
    nudges,
    dataFolder: installation.dataFolder,
    embedded: installation.embedded,
    async close() {
      await nudges.close()
      await transactions.end()
      await pool.end()
      await installation.embedded?.stop()
    },
  }
}

function watchOf({ KITH_SLOW_STATEMENT_MS: slowMs }: Config, metrics: Metrics, log: Log): Watch {
  return {
    waited: metrics.waitedForConnection,
    ran(statement, seconds) {
      if (slowMs === 0 || seconds * 1000 < slowMs) return
      metrics.slowStatement()
      log.warn({ ms: Math.round(seconds * 1000), statement: withoutValues(statement) }, 'slow statement')
    },
  }
}

/** Logged once when it is lost and once when it is back. */
function logAbsence(presence: Presence, log: Log): void {
  presence.onChange((change) => {
    if (change.away) log.error({ err: change.cause }, 'the database does not answer')
    else log.warn('the database answers again')
  })
}

/** Where nothing else is said, beside the database. */
const anchorsIn = (folder: string | null, { KITH_AUDIT_ANCHORS: named }: Config) =>
  folder === null || named !== undefined ? {} : { KITH_AUDIT_ANCHORS: path.join(folder, 'audit-anchors.ndjson') }

const hooks = () => new Map(modules.map(({ name, personalData }) => [name, personalData]))

// Once, for other ways to them than HTTP.
declareOperations(
  modules.flatMap(({ routes }) =>
    routes.flatMap((route) => {
      const name = operationNames.get(route.endpoint)
      return !('stream' in route) && name !== undefined ? [{ name, route }] : []
    }),
  ),
)
