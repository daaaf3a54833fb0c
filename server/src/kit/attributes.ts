import type { RawBuilder } from 'kysely'
import type { EventKind } from './events.ts'
import type { Text } from './refusal.ts'

/** The customer that a statement looks at, as parts of its text. */
export interface Of {
  readonly tenant: RawBuilder<string>
  readonly customer: RawBuilder<string>
  /** The begin of the window, of an attribute that has one. */
  readonly since: RawBuilder<Date>
}

/** A derived value that is kept, because the person’s own is sealed; with the time from which it is another. */
export interface Kept {
  readonly value: string | readonly string[] | null
  readonly changesAt?: Date | null
}

/** One of several that an attribute stands for, each with values of its own. */
export interface AttributeMember {
  readonly key: string
  readonly label: Text
  readonly choices?: readonly Choice[]
}

export interface Choice {
  readonly value: string
  readonly label: Text
}

interface Declared {
  readonly key: string
  readonly label: Text
  /** The events after which its value may be another, of the customers that they name. */
  readonly changedBy: readonly EventKind[]
  /** The events after which it may be another for all customers. */
  readonly changedForAllBy?: readonly EventKind[]
  /** What stands after `from`, where `read` and `earliest` sum up rows: attributes with the same are read together. */
  readonly rows?: (of: Pick<Of, 'tenant' | 'customer'>) => RawBuilder<unknown>
}

/**
 * What rules may compare of a customer, declared by the module that knows it. `read` is an expression beside the tables
 * `customers` and `customer_activity`; `keep` derives what cannot be read in a statement.
 */
export type AttributeIn<Context> = Declared &
  (
    | { readonly type: 'word'; readonly choices?: readonly Choice[]; readonly read: (of: Of) => RawBuilder<unknown> }
    | {
        readonly type: 'words'
        /** Of what the business decided itself, such as its tags. */
        readonly choices?: readonly Choice[]
        readonly read: (of: Of) => RawBuilder<unknown>
      }
    | { readonly type: 'yes_no'; readonly read: (of: Of) => RawBuilder<unknown> }
    | { readonly type: 'time'; readonly read: (of: Of) => RawBuilder<unknown> }
    | {
        readonly type: 'number' | 'money'
        readonly read: (of: Of) => RawBuilder<unknown>
        /** With a window: the earliest time that is still inside, after which the number changes by itself. */
        readonly earliest?: (of: Of) => RawBuilder<unknown>
      }
    | {
        readonly type: 'kept_word' | 'kept_words'
        readonly choices?: readonly Choice[]
        readonly keep: (ctx: Context, customerIds: readonly string[]) => Promise<ReadonlyMap<string, Kept>>
      }
    | {
        /** Kept as keyed tokens only: rules name the word, the database knows no more than its hash. */
        readonly type: 'token'
        readonly keep: (ctx: Context, customerIds: readonly string[]) => Promise<ReadonlyMap<string, Kept>>
        /** One way of writing a word. */
        readonly written: (word: string) => string
      }
    | {
        /**
         * Of each of its members, which rules name as `ownField.size`: a word kept as a keyed token, a number or a day kept
         * readable.
         */
        readonly type: 'word_token' | 'kept_number' | 'kept_day'
        readonly choices?: readonly Choice[]
        readonly written: (word: string) => string
        readonly members: (ctx: Context) => Promise<readonly AttributeMember[]>
        /** Under their full names, also those of other attributes. */
        readonly keepEach?: (
          ctx: Context,
          customerIds: readonly string[],
        ) => Promise<ReadonlyMap<string, Readonly<Record<string, string | number>>>>
      }
  )
