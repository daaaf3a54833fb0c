import type { Follower } from '../../../kit/context.ts'
import { CustomerStatusChanged } from '../../customers/events.ts'
import { sql } from '../login/tables.ts'
import { endSessions } from './sessions.ts'

/** Signs out a customer who is suspended, deactivated or cancelled, in the transaction of that change. */
export const endWhenPutAway: Follower = {
  name: 'end-sessions-of-put-away-customers',
  on: [CustomerStatusChanged],
  async follow(ctx, { data }) {
    const { customerId, to } = CustomerStatusChanged.schema.parse(data)
    if (to === 'active') return
    const rows = await sql(ctx)
      .selectFrom('accounts')
      .select('id')
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', customerId)
      .execute()
    const accounts = rows.map(({ id }) => id)
    await endSessions(ctx, accounts, 'blocked')
  },
}
