import type pg from 'pg'
import type { Config } from '../config.ts'
import { faultIn } from '../db/faults.ts'
import type { Transactions } from '../db/transactions.ts'
import type { Turn } from '../db/turns.ts'
import type { Attribute, Follower, Hooks, Job } from './context.ts'
import type { EventKind } from './events.ts'
import type { Keyring, TenantKeys, WrappedTenantKey } from './keyring.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { Nudge } from './nudges.ts'
import { isUuid } from './uuid.ts'

export type { Turn } from '../db/turns.ts'

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
  readonly attributes: readonly Attribute[]
  readonly eventKinds: readonly EventKind[]
  readonly metrics: Metrics
  /** How slow the hash of a password is. */
  readonly bcryptCost: number
  /** Called after a commit that left work behind, so that the work starts before its schedule. */
  readonly nudge: (what: Nudge, tenant: string) => void
}

export function asTenant(tenant: string): string {
  if (!isUuid(tenant)) throw new Error('The tenant is not a uuid')
  // A literal, because a call of set_config() would not reach the workers of a distributed database.
  return `set local app.tenant = '${tenant}'`
}

/** The keys of a tenant, from memory or from its rows. Undefined for a tenant that does not exist. */
export async function findTenantKeys(db: Database, tenant: string, turn = OWN): Promise<TenantKeys | undefined> {
  const held = db.keyring.held(tenant)
  if (held || db.keyring.isAbsent(tenant)) return held
  const rows = await reading<WrappedTenantKey>(
    db,
    asTenant(tenant),
    'select purpose, version, wrapped from tenant_keys where tenant_id = $1',
    [tenant],
    turn,
  )
  if (rows.length > 0) return db.keyring.hold(tenant, rows)
  db.keyring.noteAbsent(tenant)
  return undefined
}

export async function tenantKeys(db: Database, tenant: string, turn: Turn): Promise<TenantKeys> {
  const keys = await findTenantKeys(db, tenant, turn)
  if (!keys) throw new Error('There is no such tenant')
  return keys
}

/** Every tenant's id, under a role that may see that and no more. For jobs and commands, which then go tenant by tenant. */
export function acrossTenants<Row extends pg.QueryResultRow>(db: Database, query: string): Promise<Row[]> {
  return reading(db, 'set local role kith_platform', query)
}

/** What the server does for itself. */
export const OWN: Turn = { rank: 'first', isOwn: true }
/** Who asks, of a credential that nothing speaks for yet: anyone can make up as many of them as they like. */
export const OF_A_STRANGER: Turn = { rank: 'last', isOwn: false }
/** Who asks, of a credential that was good lately, or of a signature of ours. */
export const OF_ONE_WE_KNOW: Turn = { rank: 'first', isOwn: false }

function reading<Row extends pg.QueryResultRow>(
  { transactions }: Database,
  setting: string,
  query: string,
  values: unknown[] = [],
  turn = OWN,
): Promise<Row[]> {
  const read = async () => {
    const transaction = await transactions.begin(setting, 'read', turn)
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
