import type { z } from 'zod'
import type { Subscriber } from '../../kit/module.ts'
import { CustomerStatusChanged } from '../customers/events.ts'
import { endSessions } from './sessions.ts'
import { sql } from './tables.ts'

/** Whoever was suspended, deactivated or has left is out, wherever they are signed in. */
export const endWhenPutAway: Subscriber = {
  name: 'end-sessions-of-put-away-customers',
  on: [CustomerStatusChanged],
  async hear(ctx, { data }) {
    const { customerId, to } = data as z.output<typeof CustomerStatusChanged.schema>
    if (to === 'active') return
    const rows = await sql(ctx)
      .selectFrom('accounts')
      .select('id')
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', '=', customerId)
      .execute()
    await endSessions(
      ctx,
      rows.map(({ id }) => id),
      'blocked',
    )
  },
}
