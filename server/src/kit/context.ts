import type { CompiledQuery, Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { DB } from '../db/schema.ts'
import type { AttributeIn } from './attributes.ts'
import type { AuditNote } from './audit.ts'
import type { Caller } from './caller.ts'
import type { DomainEvent, EventKind } from './events.ts'
import type { Follows } from './followers.ts'
import type { INSERT, READ, SEND, TRX } from './handles.ts'
import type { JobIn } from './job.ts'
import type { TenantKeys } from './keyring.ts'
import type { Log } from './log.ts'
import type { Nudge } from './nudges.ts'
import type { PersonalDataIn } from './personal-data.ts'

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
  /** The scheduled jobs of all modules. */
  readonly jobs: readonly Job[]
  /** What rules may compare of a customer, of all modules. */
  readonly attributes: readonly Attribute[]
  /** The kinds of events of all modules. */
  readonly eventKinds: readonly EventKind[]
  readonly [TRX]: Kysely<DB>
  readonly [INSERT]: (table: string, rows: readonly Record<string, unknown>[]) => void
  readonly [SEND]: (statement: CompiledQuery) => void
  readonly [READ]: <Row>(statement: CompiledQuery<Row>) => Promise<Row[]>
  /** Tells the rest of the system, once this transaction is committed. */
  emit(event: DomainEvent): void
  /** Adds an entry to the audit trail; written with this transaction or not at all. */
  audit(note: AuditNote): void
  /** Wakes background work of this tenant, once this transaction is committed. */
  nudge(what: Nudge): void
}

export type Follower = Follows<Context>
export type Job = JobIn<Context>
export type Attribute = AttributeIn<Context>
export type PersonalData = PersonalDataIn<Context>
export type Hooks = ReadonlyMap<string, PersonalData>
