import { type Kysely, sql as raw } from 'kysely'
import type { Text } from './refusal.ts'

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
export interface PersonalDataIn<Context> {
  /** Those of these customers about which it keeps what makes a person known: they do not expire as guests. */
  knows(ctx: Context, customerIds: readonly string[]): Promise<readonly string[]>
  /** The customers under a legal hold: nothing of theirs may be deleted, however old it is. */
  holds?(ctx: Context): Promise<readonly string[]>
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

interface Fate extends Pick<Holding, 'fate' | 'why'> {
  /** The columns that may name the customer; default `customer_id`. */
  readonly by?: readonly string[]
}

/** Common reasons. */
export const DESCRIBES_THE_PERSON: Text = {
  en: 'It describes the person.',
  ar: 'لأنه يصف الشخص.',
}
export const IDS_AND_FACTS: Text = {
  en: 'Only ids, numbers and times, which cannot be traced to the person.',
  ar: 'معرّفات وأرقام وأوقات فقط، ولا يمكن لأحد أن يصل بها إلى الشخص.',
}

/**
 * Counts the rows of these tables about the customer (or about any of these, if others were merged into
 * one): `holdings: (ctx, id) => countHoldings(sql(ctx), ctx.tenant, id, { cart_lines: { fate: 'erased', why } })`.
 */
export async function countHoldings<Tables>(
  db: Kysely<Tables>,
  tenant: string,
  who: string | readonly string[],
  fates: { readonly [T in keyof Tables]?: Fate | readonly Fate[] },
): Promise<Holding[]> {
  const people = typeof who === 'string' ? [who] : who
  const holdings: Holding[] = []
  const all: [string, Fate | readonly Fate[]][] = Object.entries(fates)
  for (const [table, said] of all) {
    for (const { fate, why, by = ['customer_id'] } of [said].flat()) {
      const names = raw.join(
        by.map((column) => raw`${raw.ref(column)} = any (${people}::uuid[])`),
        raw` or `,
      )
      const { rows } = await raw<{ n: number }>`
        select count(*)::int as n from ${raw.table(table)} where tenant_id = ${tenant} and (${names})`.execute(db)
      holdings.push({ table, rows: rows[0]!.n, fate, why })
    }
  }
  return holdings
}
