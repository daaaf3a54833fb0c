import type { Context } from '../../kit/context.ts'
import { type DataKey, open, seal } from '../../kit/sealing.ts'
import type { QuietHours } from './contract.ts'
import type { Value } from './schema.ts'
import { sql } from './tables.ts'

/** By what it is about: `values.folding`, `communication.sms.offers`, `quietHours`. */
export type Said = Readonly<Record<string, Value | QuietHours>>

/** Stored as it is, sealed. What came with merges lies beside the customer's own word, so that it can be taken away. */
export interface Word {
  readonly own: Said
  readonly merged: readonly { readonly from: string; readonly said: Said }[]
}

export interface Kept {
  readonly word: Word
  readonly version: number
  readonly updatedAt: Date | null
}

/** Of somebody who never said anything. */
export const SILENT: Kept = { word: { own: {}, merged: [] }, version: 1, updatedAt: null }

/** What counts: the customer's own word; where there is none, that of whoever was merged; and of two words about being contacted the no. */
export function whatCounts({ own, merged }: Word): Said {
  const counts: Record<string, Value | QuietHours> = { ...own }
  for (const [about, value] of merged.flatMap(({ said }) => Object.entries(said))) {
    const saysNo = about.startsWith('communication.') && value === false
    if (counts[about] === undefined || saysNo) counts[about] = value
  }
  return counts
}

export async function readWord(ctx: Context, key: DataKey, customerId: string): Promise<Kept> {
  return (await readWords(ctx, new Map([[customerId, key]]))).get(customerId) ?? SILENT
}

/** The words of these customers, of those who ever said anything. */
export async function readWords(ctx: Context, keys: ReadonlyMap<string, DataKey>): Promise<ReadonlyMap<string, Kept>> {
  if (keys.size === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('customer_preferences')
    .select(['customer_id', 'sealed', 'version', 'updated_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', [...keys.keys()])
    .execute()
  return new Map(
    rows.map(({ customer_id, sealed, version, updated_at }) => {
      const word = JSON.parse(open(keys.get(customer_id)!, place(ctx, customer_id), sealed).toString()) as Word
      return [customer_id, { word, version, updatedAt: updated_at }]
    }),
  )
}

/** Whoever writes holds the customer's row, so that nobody else does meanwhile. */
export async function writeWord(ctx: Context, key: DataKey, customerId: string, word: Word, version: number) {
  const written = { sealed: seal(key, place(ctx, customerId), JSON.stringify(word)), version, updated_at: ctx.now }
  await sql(ctx)
    .insertInto('customer_preferences')
    .values({ tenant_id: ctx.tenant, customer_id: customerId, held_by: customerId, ...written })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(written))
    .execute()
}

const place = (ctx: Context, customerId: string) => `customer_preferences.sealed|${ctx.tenant}|${customerId}`
