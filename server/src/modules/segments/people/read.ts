import type { Context } from '../../../kit/context.ts'
import { keyHolder } from '../../customers/index.ts'
import { readDefinitions } from '../definitions/definitions.ts'
import { sql } from '../tables.ts'
import { explainRules } from './explain.ts'

const HISTORY_SHOWN = 100

/** In which segment a customer is and which tags they have, since when and why; at an earlier time by the history. */
export async function segmentsOfCustomer(
  ctx: Context,
  { customerId, at }: { readonly customerId: string; readonly at?: Date | undefined },
) {
  await keyHolder(ctx, customerId)
  const [history, { segments, otherwise, tags }] = await Promise.all([
    historyOf(ctx, customerId, HISTORY_SHOWN),
    readDefinitions(ctx),
  ])
  const then = at ?? ctx.now
  const present = history.filter(({ came_at, went_at }) => came_at <= then && (went_at === null || went_at > then))
  const names = new Map([...segments, otherwise, ...tags].map(({ key, name }) => [key, name]))
  const shown = ({ key, came_at, came_by }: (typeof history)[number]) => ({
    key,
    name: names.get(key) ?? null,
    since: came_at.toISOString(),
    cause: came_by,
  })
  const since = (key: string) => present.find((one) => one.key === key)?.came_at ?? null
  const segment = present.find(({ is_tag }) => !is_tag)
  return {
    at: then.toISOString(),
    segment: segment ? shown(segment) : null,
    tags: present.filter(({ is_tag }) => is_tag).map(shown),
    explained: at === undefined ? await explainRules(ctx, customerId, since) : null,
    history: history.map((one) => ({
      ...shown(one),
      isTag: one.is_tag,
      until: one.went_at?.toISOString() ?? null,
      version: one.version,
      from: one.moved_from,
    })),
  }
}

export const historyOf = (ctx: Context, customerId: string, limit: number) =>
  sql(ctx)
    .selectFrom('segment_history')
    .select(['key', 'is_tag', 'came_at', 'went_at', 'came_by', 'version', 'moved_from'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .orderBy('came_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
