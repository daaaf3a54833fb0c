import type { Config } from '../config.ts'
import type { Attribute, Context, Follower, Job, PersonalData } from './context.ts'
import type { Database } from './database.ts'
import type { Route } from './endpoint.ts'
import type { EventKind } from './events.ts'
import type { FieldRule } from './field-rules.ts'
import type { Growth } from './growth.ts'
import type { Nudge } from './nudges.ts'
import type { ColumnClass } from './tables.ts'

/** Background work outside of transactions, such as calling a provider. One process at a time per tenant. */
export interface Errand {
  readonly name: string
  /** Runs soon after this nudge, and on a timer for missed nudges. */
  readonly nudge: Nudge
  readonly everyMs: number
  /** The tenants with work: `select distinct tenant_id …`, run as the role kith_platform. */
  readonly find: string
  /** Returns whether there may be more work. Opens its own transactions. */
  run(db: Database, tenant: string): Promise<boolean>
  /** Whether it has work at all with these settings; by default it has. */
  isNeeded?(config: Config): boolean
  /** Ends what `run` left under way. After it nothing of this errand touches the database. */
  settle?(db: Database): Promise<void>
}

export interface HeardEvent {
  readonly id: string
  /** Its place in the order of the commits. */
  readonly position: number
  readonly type: string
  readonly customerId: string | null
  readonly data: unknown
}

/**
 * Hears of events after their commit, in commit order per customer, inside a transaction of its own tenant. Its name is that
 * of its position: another name begins anew.
 */
export interface Subscriber {
  readonly name: string
  readonly on: readonly EventKind[] | 'every kind'
  /** Where it begins when it is new: with the events that are kept, or with those to come. */
  readonly from: 'start' | 'now'
  /** What comes of an event that is heard again long after: nothing more than of the first time, or what would happen twice. Then it is not set back. */
  readonly again: 'nothing more' | { readonly twice: string }
  hear(ctx: Context, event: HeardEvent): Promise<void>
  /** The same for many at once, in their order. If it fails, they come one by one. */
  hearTogether?(ctx: Context, events: readonly HeardEvent[]): Promise<void>
}

export interface Module {
  readonly name: string
  readonly tables: Readonly<Record<string, Readonly<Record<string, ColumnClass>>>>
  /** What bounds each of these tables. */
  readonly growth: Readonly<Record<string, Growth>>
  readonly routes: readonly Route[]
  readonly jobs: readonly Job[]
  /** What follows a change before its commit. */
  readonly followers?: readonly Follower[]
  /** What rules about customers may compare. */
  readonly attributes?: readonly Attribute[]
  readonly subscribers: readonly Subscriber[]
  readonly errands: readonly Errand[]
  readonly events: readonly EventKind[]
  readonly personalData: PersonalData
  readonly fieldRules?: readonly FieldRule[]
  /** Documents that anyone may read, of every tenant the same, by their addresses: JSON Schemas. */
  readonly documents?: Readonly<Record<string, () => object>>
}

/** For a module without data of customers. */
export const noPersonalData: PersonalData = {
  knows: async () => [],
  export: async () => ({}),
  holdings: async () => [],
  erase: async () => {},
  merge: async () => ({}),
  unmerge: async () => {},
}
