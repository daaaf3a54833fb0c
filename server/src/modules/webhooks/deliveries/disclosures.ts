import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { everyoneIn, requireRow } from '../../customers/index.ts'
import { listErasures } from '../../privacy/index.ts'
import { contents } from '../endpoints/endpoint-row.ts'
import { sql } from '../tables.ts'

interface Told {
  readonly id: string
  readonly sealed: Buffer
  readonly events: number
  readonly described: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly erasureToldAt: Date | null
}

/** Also of one who was erased: that the others were told is what remains to be shown. */
export async function readDisclosures(ctx: Context, { customerId }: { customerId: string }) {
  const { items: erasures } = await listErasures(ctx, { customerId })
  // Of one who was erased nothing else is left to be found.
  if (erasures.length === 0) await requireRow(ctx, customerId)
  const people = [...new Set([customerId, ...(await everyoneIn(ctx, customerId))])]
  const { rows } = await raw<Told>`
    select e.id, e.sealed, count(distinct a.event_id)::int as events,
           count(distinct a.event_id) filter (where a.was_full)::int as described,
           min(a.at) as "firstAt", max(a.at) as "lastAt",
           max(a.at) filter (where d.type = 'CustomerErased') as "erasureToldAt"
      from webhook_attempts a
      join webhook_endpoints e on e.tenant_id = a.tenant_id and e.id = a.endpoint_id
      left join webhook_deliveries d on d.tenant_id = a.tenant_id and d.endpoint_id = a.endpoint_id and d.event_id = a.event_id
     where a.tenant_id = ${ctx.tenant} and a.customer_id = any (${people}::uuid[]) and a.outcome = 'delivered'
     group by e.id, e.sealed order by min(a.at)`.execute(sql(ctx))
  const items = rows.map(({ id, sealed, firstAt, lastAt, erasureToldAt, ...counts }) => {
    const { value } = contents.show(ctx, { id, sealed })
    return {
      webhookId: id,
      receiver: value?.description ?? (value ? new URL(value.url).host : id),
      ...counts,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
      erasureToldAt: erasureToldAt?.toISOString() ?? null,
    }
  })
  const acknowledgements = erasures.flatMap(({ erasedAt, consumers }) =>
    consumers.map(({ name, acknowledgedAt }) => ({ system: name, erasedAt, acknowledgedAt })),
  )
  return { items, acknowledgements }
}
