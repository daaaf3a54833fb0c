import { createHash } from 'node:crypto'
import pg from 'pg'
import { codeOf } from '../error.ts'
import { SchemaProblem } from './problem.ts'
import { scramVerifier } from './scram.ts'

/** Named by policies and grants of every Kith in the cluster. They hold no secret, and none of them signs in. */
export const GROUPS = {
  kith_app: 'nologin noinherit',
  kith_platform: 'nologin',
  kith_search: 'nologin',
  /** For pg_dump: it reads every row of every tenant. Only the owner of a database may take it. */
  kith_backup: 'nologin',
} as const
const OF_THE_OWNER = ['kith_platform', 'kith_search', 'kith_backup']
/** Made by another Kith of the cluster a moment ago; a role that is being changed by another transaction. */
const MADE_MEANWHILE = new Set(['42710', '23505', 'XX000'])
const TRIES = 5

/** The login of all servers with one master key to one database. */
export interface Login {
  readonly name: string
  readonly password: string
}

/** Each database and each master key has its own login. */
export const loginName = (database: string, keyId: Buffer) => `${loginPrefix(database)}${keyId.toString('hex')}`
const loginPrefix = (database: string) => `kith_app_${createHash('sha256').update(database).digest('hex').slice(0, 8)}_`

interface Role {
  readonly name: string
  readonly mighty: boolean
  readonly signsIn: boolean
  readonly configured: boolean
  /** Whether the owner of the database may take this role. */
  readonly ours: boolean
  readonly members: readonly string[]
}

/** The missing roles, as the statements that make them; these need the right to create roles. */
export async function missingRoles(client: pg.Client, logins: readonly Login[]): Promise<string[]> {
  const roles = await readRoles(client)
  const mighty = Object.keys(GROUPS).find((name) => roles.get(name)?.mighty)
  if (mighty)
    throw new SchemaProblem(`The role ${mighty} of this cluster may do more than Kith allows it; rename that role`)
  const owner = pg.escapeIdentifier((await client.query('select current_user as name')).rows[0].name)
  return [
    ...Object.entries(GROUPS).flatMap(([name, kind]) => (roles.has(name) ? [] : `create role ${name} ${kind}`)),
    ...(roles.get('kith_platform')?.members.includes('kith_app') ? [] : ['grant kith_platform to kith_app']),
    ...OF_THE_OWNER.flatMap((name) => (roles.get(name)?.ours ? [] : `grant ${name} to ${owner}`)),
    ...logins.flatMap(({ name, password }) => [
      ...(roles.has(name) ? [] : [`create role ${name} login inherit password '${scramVerifier(password)}'`]),
      ...(roles.get('kith_app')?.members.includes(name) ? [] : [`grant kith_app to ${name}`]),
      // A connection that the network cut silently keeps its locks no longer than this.
      ...(roles.get(name)?.configured ? [] : [`alter role ${name} set idle_in_transaction_session_timeout = '60s'`]),
    ]),
  ]
}

export async function makeRoles(client: pg.Client, logins: readonly Login[]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      for (const statement of await missingRoles(client, logins)) await client.query(statement)
      return
    } catch (error) {
      const code = codeOf(error)
      if (code === '42501') {
        throw new SchemaProblem(
          'The owner of the database may not create roles; let a role that may run what `kith migrate --plan` prints, then migrate again',
        )
      }
      if (!MADE_MEANWHILE.has(code) || tries === TRIES) throw error
    }
  }
}

/** Only these logins may connect to this database. */
export async function letIn(client: pg.Client, logins: readonly Login[]): Promise<void> {
  const database = pg.escapeIdentifier(client.database!)
  await client.query(`grant connect on database ${database} to ${logins.map(({ name }) => name)}`)
  const roles = await readRoles(client)
  // A server of an earlier version signs in as kith_app, which cannot be let in without all of its members.
  if (!roles.get('kith_app')!.signsIn) await client.query(`revoke connect on database ${database} from public`)
  for (const { name, password } of logins) await setPassword(client, name, password)
  await dropFormer(client, [...roles.keys()], logins)
}

/** Whether the login of earlier versions, which knows no database, is still open. */
export async function isKithAppOpen(client: pg.Client): Promise<boolean> {
  return (await readRoles(client)).get('kith_app')?.signsIn === true
}

/** Restores a login that was changed by hand; a role that was made by hand keeps its rights. */
async function setPassword(client: pg.Client, name: string, password: string): Promise<void> {
  await client.query(`alter role ${name} password '${scramVerifier(password)}'`).catch((error) => {
    if (error.code !== '42501') throw error
  })
}

/** Logins of master keys that are gone, once no server uses them. */
async function dropFormer(client: pg.Client, names: readonly string[], logins: readonly Login[]): Promise<void> {
  const former = names.filter(
    (name) => name.startsWith(loginPrefix(client.database!)) && !logins.some((login) => login.name === name),
  )
  for (const name of former) {
    const { rowCount } = await client.query('select from pg_stat_activity where usename = $1 limit 1', [name])
    if (rowCount) continue
    await client.query(`revoke connect on database ${pg.escapeIdentifier(client.database!)} from ${name}`)
    await client.query(`drop role ${name}`).catch((error) => {
      // Kith may not drop it. Without the right to connect it opens nothing.
      if (error.code !== '42501') throw error
    })
  }
}

async function readRoles(client: pg.Client): Promise<Map<string, Role>> {
  const { rows } = await client.query<Role>(
    `select rolname::text as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty, rolcanlogin as "signsIn",
        rolconfig is not null as configured,
        -- From version 16 on, the creator of a role is its member but cannot SET ROLE to it.
        pg_has_role(current_user, r.oid,
          case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as ours,
        array(select pg_get_userbyid(member)::text from pg_auth_members m where m.roleid = r.oid) as members
       from pg_roles r where rolname = any ($1) or starts_with(rolname, $2)`,
    [Object.keys(GROUPS), loginPrefix(client.database!)],
  )
  return new Map(rows.map((role) => [role.name, role]))
}
