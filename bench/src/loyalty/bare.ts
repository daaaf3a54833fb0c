import type pg from 'pg'
import { uuidv7 } from '../../../server/src/kit/uuid.ts'
import { type BareSource, inOneTransaction, insert, openBare, type Row } from '../bare.ts'

export interface LoyaltyFloor extends BareSource {
  /** Customers with points; the first has redeemed. */
  readonly members: readonly string[]
}

/** What redeeming inserts; it changes the account, the award and the totals of the customer besides. */
const INSERTED = ['loyalty_entries', 'loyalty_allocations', 'loyalty_redemptions', 'events'] as const
const CHANGED = ['loyalty_accounts', 'loyalty_awards', 'customer_activity'] as const

/**
 * The floor of loyalty: the rows that redeeming writes, into tables with the same columns and indexes, in one pipelined
 * transaction, and the rows that a quote reads, in another. No tenants, rules or row security.
 */
export async function bareLoyalty({ tenant, members, ...place }: LoyaltyFloor) {
  const pool = await openBare(place, [...INSERTED, ...CHANGED])
  for (const table of CHANGED) {
    const theirs = `insert into bare.${table} select * from ${table} where tenant_id = $1 and customer_id = any ($2)`
    await pool.query(theirs, [tenant, members])
  }
  const samples = await Promise.all(INSERTED.map(async (table) => [table, await sampleOf(table)] as const))
  const { rows: awards } = await pool.query<{ id: string; customer_id: string }>(
    'select id, customer_id from bare.loyalty_awards',
  )
  let made = 1_000_000

  async function sampleOf(table: (typeof INSERTED)[number]): Promise<Row> {
    const which = table === 'events' ? `type = 'LoyaltyPointsRedeemed'` : 'customer_id = any ($2)'
    const values = table === 'events' ? [tenant] : [tenant, members]
    const newest = {
      events: 'at',
      loyalty_redemptions: 'created_at',
      loyalty_entries: 'seq',
      loyalty_allocations: 'seq',
    }[table]
    const { rows } = await pool.query<Row>(
      `select * from ${table} where tenant_id = $1 and ${which} order by ${newest} desc limit 1`,
      values,
    )
    return rows[0]!
  }

  const of = (name: string, text: string, ...values: unknown[]): pg.QueryConfig => ({
    name,
    text,
    values: [tenant, ...values],
  })

  async function redeem(): Promise<object> {
    const seq = ++made
    const { id, customer_id } = awards[seq % awards.length]!
    const fresh: Row = { customer_id, seq, id: uuidv7(), award_id: id, source: null, proof: null }
    const inserted = samples.map(([table, row]) =>
      insert(
        table,
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key in fresh ? fresh[key] : value])),
      ),
    )
    await inOneTransaction(pool, [
      ...inserted,
      of(
        'account',
        'update bare.loyalty_accounts set balance = balance - 1, entries = entries + 1 where tenant_id = $1 and customer_id = $2',
        customer_id,
      ),
      of(
        'award',
        'update bare.loyalty_awards set remaining = greatest(remaining - 1, 0) where tenant_id = $1 and id = $2',
        id,
      ),
      of(
        'totals',
        'update bare.customer_activity set loyalty_points = loyalty_points - 1, last_seen_at = now() where tenant_id = $1 and customer_id = $2',
        customer_id,
      ),
    ])
    return { id: fresh['id'] }
  }

  async function quote(): Promise<object> {
    const { customer_id } = awards[++made % awards.length]!
    await inOneTransaction(pool, [
      of('customer', 'select * from customers where tenant_id = $1 and id = $2', customer_id),
      of(
        'rules',
        `select * from loyalty_rules where tenant_id = $1 and subject = 'points' order by version desc limit 1`,
      ),
      of('tenant', 'select * from tenants where tenant_id = $1'),
      of('points', 'select * from loyalty_accounts where tenant_id = $1 and customer_id = $2', customer_id),
      of(
        'awards',
        'select remaining, expires_at from loyalty_awards where tenant_id = $1 and customer_id = $2 and remaining > 0',
        customer_id,
      ),
    ])
    return { customer: customer_id }
  }

  return { redeem, quote, end: () => pool.end() }
}
