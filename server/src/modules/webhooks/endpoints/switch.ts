import type { Context } from '../../../kit/context.ts'
import { staffToNotify } from '../../accounts/index.ts'
import { sendMessage } from '../../messages/index.ts'
import { WebhookDisabled, WebhookRecovered } from '../events.ts'
import { sql } from '../tables.ts'
import { WebhookNotFound } from './contract.ts'
import {
  contents,
  type EndpointRow,
  refuseWithoutExport,
  requireContent,
  requireEndpoint,
  toWebhook,
} from './endpoint-row.ts'

const DAYS_OF_FAILURE = 5

export async function disableWebhook(ctx: Context, { webhookId }: { webhookId: string }) {
  const row = await requireEndpoint(ctx, webhookId)
  if (row.disabled_at !== null) return toWebhook(ctx, row)
  return toWebhook(ctx, await stop(ctx, row, 'by_hand'))
}

export async function enableWebhook(ctx: Context, { webhookId }: { webhookId: string }) {
  const row = await requireEndpoint(ctx, webhookId)
  refuseWithoutExport(ctx, row)
  requireContent(ctx, row)
  ctx.audit({ action: 'webhook.enabled', customer: null, fields: ['enabled'], after: { id: row.id } })
  const change = { disabled_at: null, disabled_because: null, failing_since: null }
  return toWebhook(ctx, await set(ctx, row, change))
}

export async function removeWebhook(ctx: Context, { webhookId }: { webhookId: string }) {
  const gone = await sql(ctx)
    .deleteFrom('webhook_endpoints')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', webhookId)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw WebhookNotFound()
  ctx.audit({ action: 'webhook.removed', customer: null, fields: ['url'], after: { id: webhookId } })
  return { removed: webhookId }
}

/** After an attempt that failed. `gone`: it answered 410. `dead`: the event was given up. */
export async function noteFailure(
  ctx: Context,
  row: EndpointRow,
  { gone, dead }: { gone: boolean; dead: boolean },
): Promise<EndpointRow> {
  if (row.disabled_at !== null) return row
  const since = row.failing_since ?? ctx.now
  const isOver = ctx.now.getTime() - since.getTime() >= DAYS_OF_FAILURE * 86_400_000
  if (!gone && !isOver) {
    const told = dead ? (row.told_at ?? ctx.now) : row.told_at
    if (row.failing_since !== null && told === row.told_at) return row
    return set(ctx, row, { failing_since: since, told_at: told })
  }
  const because = gone ? 'gone' : 'failing'
  const stopped = await stop(ctx, { ...row, failing_since: since }, because)
  ctx.emit(WebhookDisabled({ webhookId: row.id, because }))
  await tellOwner(ctx, row, 'webhook_disabled')
  return stopped
}

/** After an attempt that succeeded. */
export async function noteSuccess(ctx: Context, row: EndpointRow): Promise<EndpointRow> {
  if (row.disabled_at !== null || (row.failing_since === null && row.told_at === null)) return row
  const well = await set(ctx, row, { failing_since: null, told_at: null })
  if (row.told_at === null) return well
  ctx.emit(WebhookRecovered({ webhookId: row.id }))
  await tellOwner(ctx, row, 'webhook_recovered')
  return well
}

/** Unsent events become dead letters: they can be sent again once the webhook is enabled. */
async function stop(ctx: Context, row: EndpointRow, because: 'by_hand' | 'failing' | 'gone'): Promise<EndpointRow> {
  await sql(ctx)
    .updateTable('webhook_deliveries')
    .set({ status: 'dead', due_at: null, finished_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('endpoint_id', '=', row.id)
    .where('finished_at', 'is', null)
    .execute()
  ctx.audit({ action: 'webhook.disabled', customer: null, fields: ['enabled'], after: { id: row.id, because } })
  const { failing_since } = row
  const told_at = because === 'by_hand' ? row.told_at : ctx.now
  return set(ctx, row, { disabled_at: ctx.now, disabled_because: because, failing_since, told_at })
}

const set = (
  ctx: Context,
  { id }: EndpointRow,
  change: Partial<Pick<EndpointRow, 'disabled_at' | 'disabled_because' | 'failing_since' | 'told_at'>>,
) =>
  sql(ctx)
    .updateTable('webhook_endpoints')
    .set(change)
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The member of staff who registered it, else the owners of the business. */
async function tellOwner(ctx: Context, row: EndpointRow, template: 'webhook_disabled' | 'webhook_recovered') {
  const { value } = contents.show(ctx, row)
  const webhook = value?.description ?? (value ? new URL(value.url).host : row.id)
  const creator = await staffToNotify(ctx, { actor: row.created_by })
  for (const { email, language } of creator.length > 0 ? creator : await staffToNotify(ctx, 'owner')) {
    const values = { webhook, since: (row.failing_since ?? ctx.now).toISOString().slice(0, 16).replace('T', ' ') }
    await sendMessage(ctx, { channel: 'email', to: email, template, values, language, customerId: null })
  }
}
