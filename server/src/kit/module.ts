import type { ColumnClass, Context, Database, Follower, Job, PersonalData } from './context.ts'
import type { Route } from './endpoint.ts'
import type { EventKind } from './events.ts'
import type { FieldRule } from './field-rules.ts'
import type { Growth } from './growth.ts'
import type { Nudge } from './nudges.ts'

export {
  type Choices,
  type Follower,
  type Job,
  type Moved,
  NEEDS,
  type NeedsHuman,
  type PersonalData,
} from './context.ts'

/** Background work that must not sit in a transaction, such as calling a provider. One tenant, one process at a time. */
export interface Errand {
  readonly name: string
  /** Runs soon after this nudge, and by the clock for what no nudge told of. */
  readonly nudge: Nudge
  readonly everyMs: number
  /** The tenants with something to do: `select distinct tenant_id …`, asked under the role kith_platform. */
  readonly find: string
  /** Returns whether there may be more to do. Opens its own transactions. */
  run(db: Database, tenant: string): Promise<boolean>
}

/** Hears of events after their commit, in commit order per customer, inside a transaction of its own tenant. */
export interface Subscriber {
  readonly name: string
  readonly on: readonly EventKind[]
  hear(ctx: Context, event: { readonly id: string; readonly type: string; readonly data: unknown }): Promise<void>
}

export interface Module {
  readonly name: string
  readonly tables: Readonly<Record<string, Readonly<Record<string, ColumnClass>>>>
  /** Of each of these tables, what bounds it. */
  readonly growth: Readonly<Record<string, Growth>>
  readonly routes: readonly Route[]
  readonly jobs: readonly Job[]
  /** What follows a change before its commit. */
  readonly followers?: readonly Follower[]
  readonly subscribers: readonly Subscriber[]
  readonly errands: readonly Errand[]
  readonly events: readonly EventKind[]
  readonly personalData: PersonalData
  readonly fieldRules?: readonly FieldRule[]
  /** Documents that anyone may read, of every tenant the same, by their addresses: JSON Schemas. */
  readonly documents?: Readonly<Record<string, () => object>>
}

/** For a module that keeps nothing of a customer. */
export const noPersonalData: PersonalData = {
  knows: async () => [],
  export: async () => ({}),
  holdings: async () => [],
  erase: async () => {},
  merge: async () => ({}),
  unmerge: async () => {},
}
