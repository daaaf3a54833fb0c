import type { Context } from '../../kit/context.ts'
import { type DataKey, open, seal } from '../../kit/sealing.ts'
import type { QuietHours } from './contract.ts'
import type { Value } from './schema.ts'
import { sql } from './tables.ts'

/** One thing that a customer said. What came with a merge remembers from whom, and what was there before. */
export interface Entry {
  readonly value: Value | QuietHours
  readonly from?: string
  readonly before?: Entry | null
}

/** By what it is about: `values.folding`, `communication.sms.offers`, `quietHours`. Stored as one sealed document. */
export type Said = Readonly<Record<string, Entry>>

export interface Kept {
  readonly said: Said
  /** Of what was never written it is 1. */
  readonly version: number
  readonly updatedAt: Date | null
}

export const NOTHING_SAID: Kept = { said: {}, version: 1, updatedAt: null }

export async function readSaid(ctx: Context, key: DataKey, customerId: string): Promise<Kept> {
  return (await readAll(ctx, new Map([[customerId, key]]))).get(customerId) ?? NOTHING_SAID
}

/** What these customers said, of those who ever said anything. */
export async function readAll(ctx: Context, keys: ReadonlyMap<string, DataKey>): Promise<ReadonlyMap<string, Kept>> {
  if (keys.size === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('customer_preferences')
    .select(['customer_id', 'sealed', 'version', 'updated_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', [...keys.keys()])
    .execute()
  return new Map(
    rows.map(({ customer_id, sealed, version, updated_at }) => {
      const said = JSON.parse(open(keys.get(customer_id)!, place(ctx, customer_id), sealed).toString()) as Said
      return [customer_id, { said, version, updatedAt: updated_at }]
    }),
  )
}

/** Whoever writes holds the customer's row, so that nobody else does meanwhile. */
export async function writeSaid(ctx: Context, key: DataKey, customerId: string, said: Said, version: number) {
  const written = { sealed: seal(key, place(ctx, customerId), JSON.stringify(said)), version, updated_at: ctx.now }
  await sql(ctx)
    .insertInto('customer_preferences')
    .values({ tenant_id: ctx.tenant, customer_id: customerId, held_by: customerId, ...written })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet(written))
    .execute()
}

const place = (ctx: Context, customerId: string) => `customer_preferences.sealed|${ctx.tenant}|${customerId}`
