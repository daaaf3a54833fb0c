import { type Kysely, sql as raw } from 'kysely'
import type { Holding } from './context.ts'
import type { Text } from './refusal.ts'

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
  for (const [table, said] of Object.entries(fates) as [string, Fate | readonly Fate[]][]) {
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
