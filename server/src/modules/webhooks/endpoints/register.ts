import { randomBytes } from 'node:crypto'
import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { type UnfitField, unfitFields } from '../../../kit/invalid.ts'
import { isInsideByItself } from '../../../kit/outside-fetch.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { sql } from '../tables.ts'
import {
  type change,
  type create,
  EVENT_TYPE_UNKNOWN,
  MOST_WEBHOOKS,
  type rotateSecret,
  TooManyWebhooks,
  URL_INSIDE,
  URL_NOT_HTTPS,
  URL_WITH_PASSWORD,
  type Wanted,
} from './contract.ts'
import {
  type Content,
  contents,
  endpointRows,
  refuseWithoutExport,
  requireContent,
  requireEndpoint,
  type Secret,
  toWebhook,
  toWebhooks,
  validSecrets,
} from './endpoint-row.ts'

const HOUR_MS = 3_600_000
const SECRET_BYTES = 32

export async function listWebhooks(ctx: Context) {
  const rows = await endpointRows(ctx).orderBy('created_at', 'desc').orderBy('id').execute()
  return { items: await toWebhooks(ctx, rows) }
}

export const getWebhook = async (ctx: Context, { webhookId }: { webhookId: string }) =>
  toWebhook(ctx, await requireEndpoint(ctx, webhookId))

export async function createWebhook(ctx: Context, wanted: Input<typeof create>) {
  refuseWithoutExport(ctx, wanted)
  refuseUnfit(ctx, wanted)
  const own = `webhooks ${ctx.tenant}`
  await raw`select pg_advisory_xact_lock(hashtextextended(${own}, 0)) /* tenant_id */`.execute(sql(ctx))
  if ((await endpointRows(ctx).execute()).length >= MOST_WEBHOOKS) throw TooManyWebhooks()
  const { url, description, types, segments, payload } = wanted
  const [id, secret] = [uuidv7(ctx.now.getTime()), newSecret(ctx)]
  const row = await sql(ctx)
    .insertInto('webhook_endpoints')
    .values({
      tenant_id: ctx.tenant,
      id,
      sealed: contents.seal(ctx, { id }, { url, description, secrets: [secret] }),
      types: types && [...new Set(types)],
      segments: segments && [...new Set(segments)],
      payload,
      created_at: ctx.now,
      created_by: ctx.caller.actor,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'webhook.created', customer: null, fields: ['url'], after: { id, types, segments, payload } })
  return { ...(await toWebhook(ctx, row)), secret: secret.secret }
}

export async function changeWebhook(ctx: Context, { webhookId, expectedVersion, ...wanted }: Input<typeof change>) {
  const before = await requireEndpoint(ctx, webhookId)
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    throw VersionConflict({ version: before.version }, { etag: `"${before.version}"` })
  }
  const { types = before.types, segments = before.segments, payload = before.payload } = wanted
  if (SENDS.some((field) => wanted[field] !== undefined)) refuseWithoutExport(ctx, { payload })
  refuseUnfit(ctx, wanted)
  const content = requireContent(ctx, before)
  const { url = content.url, description = content.description } = wanted
  const row = await write(ctx, before.id, { ...content, url, description }, { types, segments, payload })
  const fields = Object.keys(wanted)
  // An address may have a secret in it.
  if (fields.length > 0)
    ctx.audit({ action: 'webhook.changed', customer: null, fields, after: { id: webhookId, types, segments, payload } })
  return toWebhook(ctx, row)
}

/** What decides where customers go, and which. */
const SENDS = ['url', 'types', 'segments', 'payload'] as const

/** The former secrets sign as well, until they expire. */
export async function rotateWebhookSecret(ctx: Context, { webhookId, keepHours }: Input<typeof rotateSecret>) {
  const before = await requireEndpoint(ctx, webhookId)
  const content = requireContent(ctx, before)
  const until = new Date(ctx.now.getTime() + keepHours * HOUR_MS).toISOString()
  const former = validSecrets(ctx.now, content).map((one) => ({
    ...one,
    expiresAt: one.expiresAt !== null && one.expiresAt < until ? one.expiresAt : until,
  }))
  const secret = newSecret(ctx)
  const secrets = [secret, ...(keepHours === 0 ? [] : former)].slice(0, MOST_SECRETS)
  const row = await write(ctx, before.id, { ...content, secrets }, {})
  ctx.audit({ action: 'webhook.secret_rotated', customer: null, fields: ['secret'], after: { id: webhookId } })
  return { ...(await toWebhook(ctx, row)), secret: secret.secret }
}
const MOST_SECRETS = 5

const write = (ctx: Context, id: string, content: Content, columns: Filters & { readonly payload?: string }) =>
  sql(ctx)
    .updateTable('webhook_endpoints')
    .set(({ eb }) => ({ ...columns, sealed: contents.seal(ctx, { id }, content), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

interface Filters {
  readonly types?: string[] | null
  readonly segments?: string[] | null
}

/** As Standard Webhooks has it. */
const newSecret = ({ now }: Context): Secret => ({
  secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
  createdAt: now.toISOString(),
  expiresAt: null,
})

type Unfit = { readonly [F in 'url' | 'types']?: Wanted[F] | undefined }

export function refuseUnfit(ctx: Context, { url, types }: Unfit): void {
  const code = url === undefined ? null : problemOf(ctx, new URL(url))
  const unknown = (types ?? []).flatMap((type, index) =>
    ctx.eventKinds.some((kind) => kind.type === type) ? [] : [{ path: `types.${index}`, code: EVENT_TYPE_UNKNOWN }],
  )
  const errors: UnfitField[] = [...(code ? [{ path: 'url', code }] : []), ...unknown]
  if (errors.length > 0) throw unfitFields(errors)
}

function problemOf({ config }: Context, url: URL) {
  const allowed = config.KITH_INSIDE_NETWORKS
  if (url.username !== '' || url.password !== '') return URL_WITH_PASSWORD
  if (isInsideByItself(url, allowed)) return URL_INSIDE
  // Plain HTTP only within the operator's own networks, by number.
  return url.protocol === 'https:' || isInsideByItself(url, []) ? null : URL_NOT_HTTPS
}
