import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { BadConfig, type Config } from './config.ts'
import { chooseDataFolder, type Kept, keepEmbedded } from './db/embedded/index.ts'
import { checkSchema, migrate, SchemaProblem } from './db/migrate.ts'
import { openPool } from './db/pool.ts'
import type { Presence } from './db/presence.ts'
import { Transactions } from './db/transactions.ts'
import type { Database } from './kit/context.ts'
import { installJobs } from './kit/jobs.ts'
import { Keyring, MasterKey } from './kit/keyring.ts'
import { type Log, openLog } from './kit/log.ts'
import { openMetrics } from './kit/metrics.ts'
import type { Job } from './kit/module.ts'
import { type Nudges, openNudges } from './kit/nudges.ts'
import { BCRYPT_COST } from './modules/accounts/index.ts'
import { keepDefaultsFresh } from './modules/tenants/index.ts'
import { modules } from './modules.ts'

const DATABASE = 'kith'
const PLAIN_CONNECTIONS = 3
/** So long takes nothing that belongs to no tenant, unless the network swallowed it. */
const PLAIN_QUERIES_LAST_MS = 60_000

/** One line for the person who started it. */
export const say = (line: string) => void process.stderr.write(`kith: ${line}\n`)

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

/** Where the database is, for its owner and for requests. */
export interface Place {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly master: MasterKey
  readonly dataFolder: string | null
  readonly embedded: Kept | null
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
  await withClient(place.app, checkSchema).catch((error) => explain(error, place))
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

/** Before the first migration there is no role for requests, or none with the password that follows from our key. */
async function explain(error: unknown, place: Place): Promise<never> {
  if (!NO_LOGIN.has((error as { code?: string }).code ?? '')) throw error
  const there = "select to_regclass('public.schema_migrations') is not null as there"
  const { rows } = await withClient(place.owner, (client) => client.query(there))
  throw new SchemaProblem(
    rows[0].there
      ? 'The role kith_app cannot sign in to the database; run `kith migrate` with this KITH_MASTER_KEY'
      : 'The database is empty; run `kith migrate`',
  )
}
const NO_LOGIN = new Set(['28000', '28P01'])

const hooks = () => new Map(modules.map(({ name, personalData }) => [name, personalData]))

/** `kith migrate`: what has been added. */
export async function migrateOnly(config: Config, jobs: readonly Job[]): Promise<string[]> {
  const place = await findDatabase(config)
  try {
    return await migrateDatabase(place, jobs)
  } finally {
    await place.embedded?.stop()
  }
}

export async function migrateDatabase(place: Place, jobs: readonly Job[]): Promise<string[]> {
  const added = await migrate(place.owner, place.master.derive('password of kith_app').toString('hex'))
  await withClient(place.owner, (client) => installJobs(client, jobs))
  return added
}

async function findDatabase(config: Config): Promise<Place> {
  const { DATABASE_URL, KITH_APP_DATABASE_URL, KITH_MASTER_KEY, KITH_MASTER_KEY_PREVIOUS } = config
  if (DATABASE_URL) {
    const master = new MasterKey(KITH_MASTER_KEY!, KITH_MASTER_KEY_PREVIOUS)
    const app = KITH_APP_DATABASE_URL ?? appUrl(DATABASE_URL, master)
    return {
      owner: { connectionString: DATABASE_URL },
      app: { connectionString: app },
      master,
      dataFolder: null,
      embedded: null,
    }
  }
  const dataFolder = chooseDataFolder({ wanted: config.KITH_DATA, projectRoot: projectRoot() })
  const embedded = await keepEmbedded({ dataFolder }, say)
  const master = new MasterKey(KITH_MASTER_KEY ?? ownMasterKey(dataFolder), KITH_MASTER_KEY_PREVIOUS)
  const { host, port } = embedded
  await createDatabase({ host, port, user: 'postgres', database: 'postgres' })
  return {
    owner: { host, port, user: 'postgres', database: DATABASE },
    app: { host, port, user: 'kith_app', database: DATABASE },
    master,
    dataFolder,
    embedded,
  }
}

function appUrl(owner: string, master: MasterKey): string {
  const url = new URL(owner)
  url.username = 'kith_app'
  url.password = master.derive('password of kith_app').toString('hex')
  return url.href
}

async function createDatabase(server: pg.ClientConfig): Promise<void> {
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount) return
    await client.query(`create database ${DATABASE}`).catch((error) => {
      // Another process that starts at the same moment made it.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  })
}

async function withClient<T>(where: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // The job library sends several statements at once.
  const client = new pg.Client({ ...where, pipeline: true } as pg.ClientConfig)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Made once; without it nothing that was sealed can be opened. */
function ownMasterKey(dataFolder: string): Buffer {
  const file = path.join(dataFolder, 'master.key')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    try {
      writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new BadConfig(`${file} is not a master key`)
  return key
}

/** The folder of the checkout, from the sources (server/src) and from the build (server/dist). */
const projectRoot = () => fileURLToPath(new URL('../..', import.meta.url))
