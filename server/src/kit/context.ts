import type { Compilable, CompiledQuery, Insertable, Kysely } from 'kysely'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { faultIn, isFromServer } from '../db/faults.ts'
import { gatherWrites, holdWrites, insertNow, queriesOn, readNow, sendNow } from '../db/pool.ts'
import type { DB } from '../db/schema.ts'
import type { Transactions } from '../db/transactions.ts'
import { type AuditNote, auditRow } from './audit.ts'
import type { Caller } from './caller.ts'
import type { DomainEvent } from './events.ts'
import { type Follows, followAll } from './followers.ts'
import type { Growth } from './growth.ts'
import { heldStatement } from './held.ts'
import { type Keyring, type TenantKeys, UnknownWrapKey, type WrappedTenantKey } from './keyring.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Nudge } from './nudges.ts'
import type { Text } from './refusal.ts'
import { isUuid, uuidv7 } from './uuid.ts'

// Unexported on purpose: the only way to the database is `tables()`.
const TRX = Symbol('transaction')
const INSERT = Symbol('insert')
const SEND = Symbol('send')
const READ = Symbol('read')

/** Who is asking, for which tenant, inside which transaction. Every operation takes one, first. */
export interface Context {
  readonly tenant: string
  readonly caller: Caller
  readonly keys: TenantKeys
  readonly now: Date
  readonly config: Config
  /** For the operator: ids and facts, nothing personal. */
  readonly log: Log
  /** Nothing can be written, nor a row locked. */
  readonly readOnly: boolean
  /** Every module's hooks, in the order of the modules: for what must reach all of them and may know none. */
  readonly personalData: Hooks
  /** Whatever runs on a clock, of all modules. */
  readonly jobs: readonly Job[]
  readonly [TRX]: Kysely<DB>
  readonly [INSERT]: (table: string, rows: readonly Record<string, unknown>[]) => void
  readonly [SEND]: (statement: CompiledQuery) => void
  readonly [READ]: <Row>(statement: CompiledQuery<Row>) => Promise<Row[]>
  /** Tells the rest of the system, once this transaction is committed. */
  emit(event: DomainEvent): void
  /** Remembers who changed what of whom; written with this transaction or not at all. */
  audit(note: AuditNote): void
  /** Wakes background work of this tenant, once this transaction is committed. */
  nudge(what: Nudge): void
}

/** What a merge moved, as the module that moved it remembers it: JSON, kept sealed with the survivor's key. */
export interface Moved {
  /** What the log of merges tells of it, such as `orders: 3`. */
  readonly counts?: Readonly<Record<string, number>>
  readonly [remembered: string]: unknown
}

/** Whose value of a field the survivor shall have. */
export type Side = 'from' | 'into'
export type Choices = Readonly<Partial<Record<string, Side>>>

export const NEEDS = ['changed_since', 'taken_since', 'below_zero'] as const
/** Something that un-merging found changed since the merge and that a person must look at. Names, never values. */
export interface NeedsHuman {
  readonly whose: Side
  /** `changed_since`: stays with the survivor · `taken_since`: another one holds it by now · `below_zero`: more was spent than is left. */
  readonly what: (typeof NEEDS)[number]
  readonly field: string
}

/** Rows of a table that are about a customer, and what an erasure does with them. */
export interface Holding {
  readonly table: string
  readonly rows: number
  /** `kept`: the row stays, without anything personal in it that could still be read. */
  readonly fate: 'erased' | 'kept'
  readonly why: Text
}

/** What every module that keeps a customer's data must be able to do with it. */
export interface PersonalData {
  /** Those of these customers about which it keeps what makes a person known: they do not expire as guests. */
  knows(ctx: Context, customerIds: readonly string[]): Promise<readonly string[]>
  /** Everything held about the customer, opened. */
  export(ctx: Context, customerId: string): Promise<Readonly<Record<string, unknown>>>
  /** Every table with something of the customer in it, and what `erase` will do with that; see kit/holdings.ts. */
  holdings(ctx: Context, customerId: string): Promise<readonly Holding[]>
  /** Removes what is personal; what the law wants kept stays as numbers. */
  erase(ctx: Context, customerId: string): Promise<void>
  /** Both are locked and still themselves: modules above are asked before those that they stand on. */
  merge(ctx: Context, from: string, into: string, choices: Choices): Promise<Moved>
  /** Gives back exactly what `merge` moved. What happened since stays with the survivor. */
  unmerge(ctx: Context, from: string, into: string, moved: Moved, needsHuman: (what: NeedsHuman) => void): Promise<void>
}
export type Hooks = ReadonlyMap<string, PersonalData>

/** Runs on a clock, once per tenant. Its queue holds tenant ids and nothing else. */
export interface Job {
  readonly name: string
  /** In UTC. */
  readonly cron: string
  readonly summary: string
  /** What it deletes does not come back. */
  readonly forgets?: true
  /** Where it knows how much there is, it says how far it has come: as often as it likes, noted now and then. */
  run(ctx: Context, progress?: Progress): Promise<void>
}

export type Progress = (done: number, total: number) => void

export type Follower = Follows<Context>

export interface Database {
  readonly transactions: Transactions
  /** For what belongs to no tenant and needs no transaction: the job library, notifications, "are you there?". */
  readonly pool: pg.Pool
  readonly keyring: Keyring
  readonly config: Config
  readonly log: Log
  readonly personalData: Hooks
  readonly jobs: readonly Job[]
  readonly followers: readonly Follower[]
  readonly metrics: Metrics
  /** How slow the hash of a password is. */
  readonly bcryptCost: number
  /** Called after a commit that left work behind, so that whoever does it need not wait for its clock. */
  readonly nudge: (what: Nudge, tenant: string) => void
}

interface Options {
  /** Refuses writes, and does not wait for the end of the transaction. */
  readonly readOnly?: boolean
  /** For a tenant whose keys are being written in this very transaction. */
  readonly keys?: TenantKeys
  /** Sends the end along with what the work sends at first: one way to the database and back. Whatever it does after an answer is too late. */
  readonly atOnce?: boolean
  /** What it writes may be forgotten when the database’s machine fails within the second: its end does not wait for the disk. */
  readonly mayBeLost?: boolean
  /** Doing it twice is as good as once, so that it may be repeated when nobody knows whether it was committed. */
  readonly repeatable?: boolean
}

/** Opens the one transaction of a request: its rows, its audit entries, its events, or none of them. */
export async function inTenant<T>(
  db: Database,
  caller: Caller,
  work: (ctx: Context) => Promise<T>,
  options: Options = {},
): Promise<T> {
  const keys = options.keys ?? (await tenantKeys(db, caller.tenant))
  const repeatable = options.readOnly === true || options.repeatable === true
  const begin = (held: TenantKeys) =>
    db.transactions.whole(() => orAgain(() => transaction(db, caller, held, work, options)), { repeatable })
  try {
    return await begin(keys)
  } catch (error) {
    if (!(error instanceof UnknownWrapKey)) throw error
    db.keyring.forget(caller.tenant)
    return begin(await tenantKeys(db, caller.tenant))
  }
}

/**
 * Two that wait for each other: PostgreSQL ends one of them, of which nothing has happened, so it begins again and finds
 * what the other has made. Rows are locked in one order all the same: finding out takes a second.
 */
async function orAgain<T>(begin: () => Promise<T>, again = DEADLOCKS_SURVIVED): Promise<T> {
  try {
    return await begin()
  } catch (error) {
    if (again === 0 || (error as { code?: unknown }).code !== DEADLOCK) throw error
    return orAgain(begin, again - 1)
  }
}
const DEADLOCK = '40P01'
const DEADLOCKS_SURVIVED = 2

async function transaction<T>(
  db: Database,
  caller: Caller,
  keys: TenantKeys,
  work: (ctx: Context) => Promise<T>,
  { readOnly = false, atOnce = false, mayBeLost = false }: Options,
): Promise<T> {
  const events: DomainEvent[] = []
  const notes: AuditNote[] = []
  const nudges = new Set<Nudge>()
  const sent: Promise<unknown>[] = []
  let failed: unknown
  let committing = false
  const setting = asTenant(caller.tenant) + (mayBeLost ? '; set local synchronous_commit = off' : '')
  const transaction = await db.transactions.begin(setting, readOnly ? 'read' : 'write')
  const { client, begun } = transaction
  const awaitAtCommit = (done: Promise<unknown>) => {
    // What fails here makes everything after it fail with a text that says nothing.
    sent.push(done)
    done.catch((error) => {
      failed ??= error
    })
  }
  const insert = (table: string, rows: readonly Record<string, unknown>[]) => {
    if (rows.length > 0) awaitAtCommit(insertNow(client, table, rows))
  }
  let working: Promise<T>
  let letGo = () => {}
  try {
    const ctx: Context = {
      tenant: caller.tenant,
      caller,
      keys,
      now: new Date(),
      config: db.config,
      log: db.log,
      readOnly,
      [TRX]: queriesOn(client),
      [INSERT]: insert,
      [SEND]: (statement) => awaitAtCommit(sendNow(client, statement)),
      [READ]: (statement) => readNow(client, statement),
      personalData: db.personalData,
      jobs: db.jobs,
      emit: (event) => void events.push(event),
      audit: (note) => void notes.push(note),
      nudge: (what) => void nudges.add(what),
    }
    working = work(ctx)
    if (atOnce) {
      awaitAtCommit(working)
      letGo = await holdWrites(client)
      if (failed !== undefined) throw failed
    } else {
      await working
      await followAll(ctx, db.followers, events)
    }
    if (readOnly) {
      await begun
      db.transactions.leave(transaction)
      return working
    }
    gatherWrites(client)
    insert(
      'events',
      inOrder(events).map(([id, event]) => eventRow(caller, id, event)),
    )
    insert(
      'audit_entries',
      inOrder(notes).map(([id, note]) => auditRow(caller, keys, id, note)),
    )
    // Sent right behind the rows, without waiting for them.
    committing = true
    const committed = db.transactions.commit(transaction)
    letGo()
    await Promise.all([...sent, committed])
  } catch (error) {
    letGo()
    await db.transactions.rollBack(transaction)
    const first = failed ?? error
    const isDecided = failed !== undefined && isFromServer(failed)
    throw faultIn(first, { writing: !readOnly, committing: committing && !isDecided }) ?? first
  }
  client.release()
  if (events.length > 0) nudges.add('events')
  if (notes.length > 0) nudges.add('audit')
  for (const nudge of nudges) db.nudge(nudge, caller.tenant)
  return working
}

function asTenant(tenant: string): string {
  if (!isUuid(tenant)) throw new Error('The tenant is not a uuid')
  // A literal, because a call of set_config() would not reach the workers of a distributed database.
  return `set local app.tenant = '${tenant}'`
}

/** The keys of a tenant, from memory or from its rows. Undefined for a tenant that does not exist. */
export async function findTenantKeys(db: Database, tenant: string): Promise<TenantKeys | undefined> {
  const held = db.keyring.held(tenant)
  if (held) return held
  const rows = await reading<WrappedTenantKey>(
    db,
    asTenant(tenant),
    'select purpose, version, wrapped from tenant_keys where tenant_id = $1',
    [tenant],
  )
  return rows.length === 0 ? undefined : db.keyring.hold(tenant, rows)
}

async function tenantKeys(db: Database, tenant: string): Promise<TenantKeys> {
  const keys = await findTenantKeys(db, tenant)
  if (!keys) throw new Error('There is no such tenant')
  return keys
}

/** Every tenant's id, under a role that may see that and no more. For jobs and commands, which then go tenant by tenant. */
export function acrossTenants<Row extends pg.QueryResultRow>(db: Database, query: string): Promise<Row[]> {
  return reading(db, 'set local role kith_platform', query)
}

function reading<Row extends pg.QueryResultRow>(
  { transactions }: Database,
  setting: string,
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const read = async () => {
    const transaction = await transactions.begin(setting, 'read')
    try {
      const { rows } = await transaction.client.query<Row>(query, values)
      transactions.leave(transaction)
      return rows
    } catch (error) {
      await transactions.rollBack(transaction)
      throw faultIn(error) ?? error
    }
  }
  return transactions.whole(read, { repeatable: true })
}

/** Ids in the order in which it happened: several rows of one transaction may have the same time. */
function inOrder<One>(all: readonly One[]): [string, One][] {
  const ids = all.map(() => uuidv7()).sort()
  return all.map((one, index) => [ids[index]!, one])
}

function eventRow(caller: Caller, id: string, { type, customerId, data }: DomainEvent) {
  return {
    tenant_id: caller.tenant,
    id,
    type,
    customer_id: customerId,
    data: JSON.stringify(data),
    actor: caller.actor,
  }
}

/**
 * What a column may hold, so that nothing personal is ever stored in the clear:
 * `id` keys and references · `fact` what does not identify or describe a person · `sealed` ciphertext ·
 * `digest` keyed hashes · `key` wrapped keys.
 */
export type ColumnClass = 'id' | 'fact' | 'sealed' | 'digest' | 'key'
type Classified<Names extends keyof DB> = { readonly [T in Names]: { readonly [C in keyof DB[T]]: ColumnClass } }

/** Names the tables a module may touch, with the class of every column, and what bounds each. TypeScript refuses every other table or column. */
export function tables<const Owned extends Partial<Classified<keyof DB>>>(
  classes: Owned & Classified<keyof Owned & keyof DB>,
) {
  const open = (ctx: Context) => ctx[TRX] as unknown as Kysely<Pick<DB, keyof Owned & keyof DB>>
  /** Adds rows of the same columns without waiting: what fails, fails the commit. Send earlier statements before it. */
  const insert = <T extends keyof Owned & keyof DB & string>(
    ctx: Context,
    table: T,
    rows: readonly Insertable<DB[T]>[],
  ) => ctx[INSERT](table, rows)
  /** The same for any other statement whose answer is not needed. */
  const send = (ctx: Context, statement: Compilable) => ctx[SEND](statement.compile())
  /** A statement that is compiled once. It is built with the places of its values, and called with the values. */
  const held = <Values extends object, Row>(build: (db: ReturnType<typeof open>, given: Values) => Compilable<Row>) => {
    const statement = heldStatement(build)
    return (ctx: Context, values: Values): Promise<Row[]> => ctx[READ](statement(open(ctx), values))
  }
  const opened = Object.assign(open, {
    insert,
    send,
    held,
    classes: classes as Readonly<Record<string, Readonly<Record<string, ColumnClass>>>>,
  })
  return {
    grows: (growth: { readonly [T in keyof Owned & keyof DB]: Growth<keyof DB[T] & string> }) =>
      Object.assign(opened, { growth: growth as Readonly<Record<string, Growth>> }),
  }
}
