import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { document, LOST, sealedForTenant } from '../../../kit/sealed.ts'
import { At } from '../../../kit/text.ts'
import { sql } from '../tables.ts'
import { BECAUSE, PAYLOADS, type Webhook, WebhookDamaged, WebhookNotFound } from './contract.ts'

const Secret = z.object({ secret: z.string(), createdAt: At, expiresAt: At.nullable() })
export type Secret = z.output<typeof Secret>
const Content = z.object({ url: z.string(), description: z.string().nullable(), secrets: z.array(Secret) })
export type Content = z.output<typeof Content>

export const contents = sealedForTenant('webhook_endpoints', 'sealed', document(Content), { mend: 'drop' })

export const endpointRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('webhook_endpoints')
    .select([
      'id',
      'sealed',
      'types',
      'segments',
      'payload',
      'version',
      'created_at',
      'created_by',
      'disabled_at',
      'disabled_because',
      'failing_since',
      'told_at',
    ])
    .where('tenant_id', '=', ctx.tenant)
export type EndpointRow = Awaited<ReturnType<ReturnType<typeof endpointRows>['execute']>>[0]

/** Locked against the relay and other attempts: what becomes due depends on what is unfinished. */
export const lockEndpoint = (ctx: Context, webhookId: string) =>
  endpointRows(ctx).where('id', '=', webhookId).forNoKeyUpdate().executeTakeFirst()

export async function requireEndpoint(ctx: Context, webhookId: string): Promise<EndpointRow> {
  const row = await (ctx.readOnly
    ? endpointRows(ctx).where('id', '=', webhookId).executeTakeFirst()
    : lockEndpoint(ctx, webhookId))
  if (!row) throw WebhookNotFound()
  return row
}

export function requireContent(ctx: Context, row: EndpointRow): Content {
  const { value } = contents.show(ctx, row)
  if (value === null) throw WebhookDamaged()
  return value
}

/** Customers leave with a full payload, as with an export: in every operation that makes a webhook send one. */
export function refuseWithoutExport({ caller }: Context, { payload }: { readonly payload: string }): void {
  if (payload === 'full' && !caller.may.has('customers:export')) throw Forbidden({ needs: 'customers:export' })
}

/** Newest first; one that has expired signs nothing. */
export const validSecrets = (now: Date, { secrets }: Content): readonly Secret[] =>
  secrets.filter(({ expiresAt }) => expiresAt === null || Date.parse(expiresAt) > now.getTime())

export async function toWebhooks(ctx: Context, rows: readonly EndpointRow[]): Promise<Webhook[]> {
  const counts = await countUnsent(ctx)
  return rows.map((row) => {
    const { value, damaged } = contents.show(ctx, row)
    const { waiting = 0, dead = 0 } = counts.get(row.id) ?? {}
    const secrets = value ? validSecrets(ctx.now, value) : []
    return {
      id: row.id,
      url: value?.url ?? LOST,
      description: value?.description ?? null,
      types: row.types,
      segments: row.segments,
      payload: known(PAYLOADS, row.payload),
      enabled: row.disabled_at === null,
      disabledAt: row.disabled_at?.toISOString() ?? null,
      disabledBecause: row.disabled_because === null ? null : known(BECAUSE, row.disabled_because),
      failingSince: row.failing_since?.toISOString() ?? null,
      secrets: secrets.map(({ createdAt, expiresAt }) => ({ createdAt, expiresAt })),
      waiting,
      dead,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      version: row.version,
      damaged,
    }
  })
}

export const toWebhook = async (ctx: Context, row: EndpointRow): Promise<Webhook> => (await toWebhooks(ctx, [row]))[0]!

/** Those that fail now, or have given an event up. */
export async function countTroubledWebhooks(ctx: Context): Promise<number> {
  const counts = await countUnsent(ctx)
  const rows = await endpointRows(ctx).execute()
  return rows.filter(({ id, failing_since }) => failing_since !== null || (counts.get(id)?.dead ?? 0) > 0).length
}

async function countUnsent(ctx: Context) {
  const { rows } = await raw<{ id: string; waiting: number; dead: number }>`
    select endpoint_id as id, sum(waiting)::int as waiting, sum(dead)::int as dead from (
      select endpoint_id, 1 as waiting, 0 as dead from webhook_deliveries
       where tenant_id = ${ctx.tenant} and finished_at is null
      union all
      select endpoint_id, 0, 1 from webhook_deliveries where tenant_id = ${ctx.tenant} and status = 'dead') as unsent
     group by 1`.execute(sql(ctx))
  return new Map(rows.map((row) => [row.id, row]))
}
