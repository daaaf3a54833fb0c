import type { Follower } from '../../../kit/context.ts'
import { OrderPlaced } from '../../orders/events.ts'
import { sql } from '../tables.ts'
import { orderDigest } from './row.ts'

/** Events that wait for an order need not wait any more once it is placed, through any entrance. */
export const noticeArrivals: Follower = {
  name: 'notice-arrivals',
  on: [OrderPlaced],
  async follow(ctx, { data }) {
    const { source, externalId } = OrderPlaced.schema.parse(data)
    if (externalId === null) return
    const waiting = sql(ctx)
      .updateTable('incoming_events')
      .set({ awaits: null })
      .where('tenant_id', '=', ctx.tenant)
      .where('awaits', '=', orderDigest(ctx, source, externalId))
      .where('state', '=', 'waiting')
    sql.send(ctx, waiting)
  },
}
