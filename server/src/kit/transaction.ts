import { faultIn, isFromServer } from '../db/faults.ts'
import { gatherWrites, holdWrites, insertNow, queriesOn, readNow, sendNow } from '../db/pool.ts'
import { codeOf } from '../error.ts'
import { type AuditNote, auditRow } from './audit.ts'
import { type Caller, isServer } from './caller.ts'
import type { Context } from './context.ts'
import { asTenant, type Database, OWN, type Turn, tenantKeys } from './database.ts'
import type { DomainEvent } from './events.ts'
import { followAll } from './followers.ts'
import { INSERT, READ, SEND, TRX } from './handles.ts'
import { type TenantKeys, UnknownWrapKey } from './keyring.ts'
import type { Nudge } from './nudges.ts'
import { traced } from './trace.ts'
import { uuidv7 } from './uuid.ts'

interface Options {
  /** Refuses writes, and does not wait for the end of the transaction. */
  readonly readOnly?: boolean
  /** For a tenant whose keys are being written in this very transaction. */
  readonly keys?: TenantKeys
  /** Doing it twice has the same result as once: it is repeated when it is unknown whether it was committed. */
  readonly repeatable?: boolean
  /** Default: by the caller. */
  readonly turn?: Turn
}

/** Opens the one transaction of a request: its rows, its audit entries, its events, or none of them. */
export function inTenant<T>(
  db: Database,
  caller: Caller,
  work: (ctx: Context) => Promise<T>,
  options: Options = {},
): Promise<T> {
  return inSpan(caller, options.readOnly, () => perform(db, caller, work, options))
}

/**
 * The same in one write: the commit goes along with the statements that the work sends before it waits for an answer;
 * a later one is refused. The commit does not wait for the disk: a failing machine may forget the last second.
 */
export function inOneWrite<T>(db: Database, caller: Caller, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inSpan(caller, false, () => perform(db, caller, work, { atOnce: true }))
}

const inSpan = <T>({ tenant }: Caller, readOnly: boolean | undefined, work: () => Promise<T>): Promise<T> =>
  traced('transaction', { 'kith.tenant': tenant, 'kith.read_only': readOnly === true }, work)

async function perform<T>(
  db: Database,
  caller: Caller,
  work: (ctx: Context) => Promise<T>,
  options: Options & { readonly atOnce?: boolean },
): Promise<T> {
  const { keys = await tenantKeys(db, caller.tenant, options.turn ?? turnOf(caller)) } = options
  const repeatable = options.readOnly === true || options.repeatable === true
  const begin = (held: TenantKeys) =>
    db.transactions.whole(() => orAgain(() => transaction(db, caller, held, work, options)), { repeatable })
  try {
    return await begin(keys)
  } catch (error) {
    if (!(error instanceof UnknownWrapKey)) throw error
    db.keyring.forget(caller.tenant)
    return begin(await tenantKeys(db, caller.tenant, options.turn ?? turnOf(caller)))
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
    if (again === 0 || codeOf(error) !== DEADLOCK) throw error
    return orAgain(begin, again - 1)
  }
}
const DEADLOCK = '40P01'
const DEADLOCKS_SURVIVED = 2

export async function transaction<T>(
  db: Database,
  caller: Caller,
  keys: TenantKeys,
  work: (ctx: Context) => Promise<T>,
  { readOnly = false, atOnce = false, turn = turnOf(caller) }: Options & { readonly atOnce?: boolean },
): Promise<T> {
  const events: DomainEvent[] = []
  const notes: AuditNote[] = []
  const nudges = new Set<Nudge>()
  const sent: Promise<unknown>[] = []
  let failed: unknown
  let committing = false
  const setting = asTenant(caller.tenant) + (atOnce ? '; set local synchronous_commit = off' : '')
  haveBegun.add(caller.origin)
  const transaction = await db.transactions.begin(setting, readOnly ? 'read' : 'write', turn)
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
      attributes: db.attributes,
      eventKinds: db.eventKinds,
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
    const told = events.filter(({ quiet }) => !quiet)
    insert(
      'events',
      inOrder(told).map(([id, event]) => eventRow(caller, id, event)),
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

/** The origins of requests that had a transaction: each request has an object of its own, also where its caller becomes another. */
const haveBegun = new WeakSet<object>()

/** What is half done is done first: refusing it would waste what was spent on it. */
function turnOf(caller: Caller): Turn {
  const { origin, signedIn, may } = caller
  if (isServer(caller)) return OWN
  const isFirst = signedIn?.atTill === true || haveBegun.has(origin)
  return { rank: isFirst ? 'first' : may.size > 0 ? 'next' : 'last', isOwn: false }
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
