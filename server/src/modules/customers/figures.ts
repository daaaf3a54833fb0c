import { sql as raw } from 'kysely'
import { planningOf } from '../../kit/among.ts'
import type { Context } from '../../kit/context.ts'
import { type Channel, keptChannel } from './channel.ts'
import { sql } from './tables.ts'

/** What figures are made of; nothing that tells who a person is. */
export interface CustomerFigures {
  readonly id: string
  readonly type: string
  readonly source: string
  readonly channel: Channel
  readonly createdAt: Date
  readonly hasPhone: boolean
  readonly hasEmail: boolean
  readonly verified: boolean
}

/** Of those among these customers who are neither merged nor erased. */
export async function figuresOf(ctx: Context, customerIds: readonly string[]): Promise<CustomerFigures[]> {
  const [rows, held] = await Promise.all([
    sql(ctx)
      .selectFrom('customers')
      .select(['id', 'type', 'source', 'channel', 'created_at', 'phone_verified', 'email_verified'])
      .where('tenant_id', '=', ctx.tenant)
      .where('id', 'in', customerIds)
      .where('status', 'not in', ['merged', 'erased'])
      .execute(),
    contactsHeld(ctx, customerIds),
  ])
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    source: row.source ?? 'unknown',
    channel: keptChannel(row.channel, row.source),
    createdAt: row.created_at,
    hasPhone: held.has(`${row.id} phone`),
    hasEmail: held.has(`${row.id} email`),
    verified: row.phone_verified || row.email_verified,
  }))
}

/** As `<id> <type>`. */
async function contactsHeld(ctx: Context, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await raw<{ customer_id: string; type: string }>`
    ${planningOf(customerIds)} select held.customer_id, held.type
      from unnest(${customerIds}::uuid[]) as asked(id)
      join customer_identifiers held on held.tenant_id = ${ctx.tenant} and held.customer_id = asked.id
     where held.valid_to is null`.execute(sql(ctx))
  return new Set(rows.map(({ customer_id, type }) => `${customer_id} ${type}`))
}
