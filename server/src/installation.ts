import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Config } from './config.ts'
import { chooseDataFolder, type Kept, keepEmbedded } from './db/embedded/index.ts'
import { type Login, loginName } from './db/roles.ts'
import type { MasterKey } from './kit/keyring.ts'
import { masterKeyOf, openGivenKeys, openMasterKey } from './master-key/index.ts'

const DATABASE = 'kith'

/** One line for the person who started it. */
export const say = (line: string) => void process.stderr.write(`kith: ${line}\n`)

/** Where the database is, for its owner and for requests. */
export interface Installation {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** One for each master key; requests sign in with that of the current one. */
  readonly logins: readonly Login[]
  readonly master: MasterKey
  readonly dataFolder: string | null
  readonly embedded: Kept | null
}

export async function findDatabase(config: Config): Promise<Installation> {
  const { DATABASE_URL, KITH_APP_DATABASE_URL } = config
  if (DATABASE_URL) {
    const master = await openMasterKey(config)
    const owner = { connectionString: DATABASE_URL }
    const logins = loginsTo(owner, master)
    const app = KITH_APP_DATABASE_URL
      ? { connectionString: signedInAs(logins[0]!, KITH_APP_DATABASE_URL) }
      : directly({ owner, logins })
    return { owner, app, logins, master, dataFolder: null, embedded: null }
  }
  const dataFolder = dataFolderOf(config)
  // Before the database starts: a key service that does not answer starts nothing.
  const given = await openGivenKeys(config, dataFolder)
  const embedded = await keepEmbedded({ dataFolder }, say)
  try {
    const master = masterKeyOf(given, dataFolder)
    const { host, port } = embedded
    await createDatabase({ host, port, user: 'postgres', database: 'postgres' })
    return { ...installationAt({ host, port, user: 'postgres', database: DATABASE }, master), dataFolder, embedded }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

export const dataFolderOf = ({ KITH_DATA }: Config) =>
  chooseDataFolder({ wanted: KITH_DATA, projectRoot: projectRoot() })

/** A database whose owner is known, without a folder of its own. */
export function installationAt(owner: pg.ClientConfig, master: MasterKey): Installation {
  const logins = loginsTo(owner, master)
  return { owner, app: directly({ owner, logins }), logins, master, dataFolder: null, embedded: null }
}

/** As requests sign in where no pool of connections is in between. */
export function directly({ owner, logins }: Pick<Installation, 'owner' | 'logins'>): pg.ClientConfig {
  const { name: user, password } = logins[0]!
  const { connectionString } = owner
  if (connectionString === undefined) return { ...owner, user, password }
  return { connectionString: withLogin(new URL(connectionString), logins[0]!) }
}

function loginsTo(owner: pg.ClientConfig, master: MasterKey): Login[] {
  const database = new pg.Client(owner).database!
  return master
    .derive(`password to ${database}`)
    .map(({ id, secret }) => ({ name: loginName(database, id), password: secret.toString('hex') }))
}

/** A URL of the requests' own that names a user keeps it. */
const signedInAs = (login: Login, to: string) => (new URL(to).username === '' ? withLogin(new URL(to), login) : to)

function withLogin(url: URL, { name, password }: Login): string {
  url.username = name
  url.password = password
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

export async function withClient<T>(where: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // The job library sends several statements at once.
  const pipelined = { pipeline: true }
  const client = new pg.Client({ ...where, ...pipelined })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * The folder of the checkout, from the sources (server/src) and from the build (server/dist). Of a package the folder
 * that it was installed into: what is in its own is gone with the next version.
 */
export function projectRoot(): string {
  const own = fileURLToPath(new URL('../..', import.meta.url))
  const installed = own.indexOf(`${path.sep}node_modules${path.sep}`)
  return installed < 0 ? own : own.slice(0, installed)
}
