import pg from 'pg'
import type { Config } from './config.ts'
import type { Kept } from './db/embedded/index.ts'
import { checkMasterKey } from './db/master-key.ts'
import { checkSchema, isMigrated } from './db/migrate.ts'
import { openPool } from './db/pool.ts'
import type { Presence } from './db/presence.ts'
import { SchemaProblem } from './db/problem.ts'
import { Transactions } from './db/transactions.ts'
import type { Database } from './kit/context.ts'
import { Keyring } from './kit/keyring.ts'
import { type Log, openLog } from './kit/log.ts'
import { openMetrics } from './kit/metrics.ts'
import type { Job } from './kit/module.ts'
import { type Nudges, openNudges } from './kit/nudges.ts'
import { migrateDatabase } from './migration.ts'
import { BCRYPT_COST } from './modules/accounts/index.ts'
import { keepDefaultsFresh } from './modules/tenants/index.ts'
import { modules } from './modules.ts'
import { findDatabase, type Place, withClient } from './place.ts'

const PLAIN_CONNECTIONS = 3
/** So long takes nothing that belongs to no tenant, unless the network swallowed it. */
const PLAIN_QUERIES_LAST_MS = 60_000

/** What the server and every command stand on. */
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
  const place = await findDatabase(config)
  try {
    if (place.embedded) await migrateDatabase(place, jobs)
    return await connect(place, config, jobs)
  } catch (error) {
    await place.embedded?.stop()
    throw error
  }
}

/** Opens a database that is migrated already. */
export async function connect(
  place: Place,
  config: Config,
  jobs: readonly Job[],
  { bcryptCost = BCRYPT_COST }: { readonly bcryptCost?: number } = {},
): Promise<Kith> {
  const log = openLog(config.LOG_LEVEL)
  await withClient(place.app, async (client) => {
    await checkSchema(client)
    await checkMasterKey(client, place.master.ids)
  }).catch((error) => explain(error, place))
  const pool = openPool({ ...place.app, max: PLAIN_CONNECTIONS, query_timeout: PLAIN_QUERIES_LAST_MS })
  const transactions = new Transactions({ ...place.app, max: config.KITH_POOL })
  tellOfAbsence(transactions.presence, log)
  const nudges = await openNudges(pool, place.app, log)
  keepDefaultsFresh(nudges)
  return {
    config,
    log,
    db: {
      pool,
      transactions,
      keyring: new Keyring(place.master),
      config: { ...config },
      log,
      personalData: hooks(),
      jobs,
      followers: modules.flatMap(({ followers = [] }) => followers),
      metrics: openMetrics(),
      bcryptCost,
      nudge: nudges.send,
    },
    nudges,
    dataFolder: place.dataFolder,
    embedded: place.embedded,
    async close() {
      await nudges.close()
      await transactions.end()
      await pool.end()
      await place.embedded?.stop()
    },
  }
}

/** Once when it goes and once when it is back, whatever asks for it meanwhile. */
function tellOfAbsence(presence: Presence, log: Log): void {
  presence.onChange((change) => {
    if (change.away) log.error({ err: change.cause }, 'the database does not answer')
    else log.warn('the database answers again')
  })
}

/** Before the first migration there is no login for requests, and none that follows from another master key. */
async function explain(error: unknown, place: Place): Promise<never> {
  if (!NO_LOGIN.has((error as { code?: string }).code ?? '')) throw error
  await withClient(place.owner, async (client) => {
    if (!(await isMigrated(client))) throw new SchemaProblem('The database is empty; run `kith migrate`')
    // An owner that may not ask has not migrated since owners may.
    await checkMasterKey(client, place.master.ids).catch((refused) => {
      if (!NO_LOGIN.has(refused.code ?? '')) throw refused
    })
  })
  throw new SchemaProblem(
    `The role ${new pg.Client(place.app).user} cannot sign in to the database; run \`kith migrate\` with this KITH_MASTER_KEY`,
  )
}
/** No such role, a wrong password, no right to connect. */
const NO_LOGIN = new Set(['28000', '28P01', '42501'])

const hooks = () => new Map(modules.map(({ name, personalData }) => [name, personalData]))
