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
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select(['id', 'type', 'source', 'channel', 'created_at', 'phone_verified', 'email_verified'])
    .select(({ exists, selectFrom }) => {
      const held = (type: string) =>
        exists(
          selectFrom('customer_identifiers as held')
            .select('held.id')
            .whereRef('held.tenant_id', '=', 'customers.tenant_id')
            .whereRef('held.customer_id', '=', 'customers.id')
            .where('held.type', '=', type)
            .where('held.valid_to', 'is', null),
        ).$castTo<boolean>()
      return [held('phone').as('has_phone'), held('email').as('has_email')]
    })
    .where('customers.tenant_id', '=', ctx.tenant)
    .where('customers.id', 'in', customerIds)
    .where('status', 'not in', ['merged', 'erased'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    source: row.source ?? 'unknown',
    channel: keptChannel(row.channel, row.source),
    createdAt: row.created_at,
    hasPhone: row.has_phone,
    hasEmail: row.has_email,
    verified: row.phone_verified || row.email_verified,
  }))
}
