import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { known } from '../../../kit/known.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { outsideId } from '../../customers/contract.ts'
import { keyHolder, requireRow } from '../../customers/index.ts'
import { ExportUnderWay, IdentityNotProved, WrongRequest } from '../refusals.ts'
import { requestRows } from '../requests/request-row.ts'
import { sql } from '../tables.ts'
import { type askForExport, Export } from './contract.ts'

const LISTED_MOST = 20
export const SHOWN = [
  'id',
  'customer_id',
  'request_id',
  'status',
  'language',
  'parts_done',
  'parts',
  'failure',
  'bytes',
  'created_at',
  'ready_at',
  'delete_at',
] as const

type ExportRow = Awaited<ReturnType<ReturnType<typeof exportRows>['execute']>>[0]

/** Without the archive, which is large. */
export const exportRows = (ctx: Context) =>
  sql(ctx).selectFrom('privacy_exports').select(SHOWN).where('tenant_id', '=', ctx.tenant)

export async function ask(
  ctx: Context,
  { customerId, requestId, language }: Input<typeof askForExport>,
): Promise<Export> {
  const { key, locale } = await keyHolder(ctx, customerId, 'although restricted')
  if (requestId !== undefined) await requireRequest(ctx, customerId, requestId)
  const underWay = await exportRows(ctx)
    .where('customer_id', '=', customerId)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  if (underWay) throw ExportUnderWay({ exportId: underWay.id })
  const asked = await sql(ctx)
    .insertInto('privacy_exports')
    .values({
      tenant_id: ctx.tenant,
      id: uuidv7(ctx.now.getTime()),
      customer_id: customerId,
      request_id: requestId ?? null,
      status: 'waiting',
      language: language ?? locale,
      parts: ctx.personalData.size,
      due_at: ctx.now,
      created_at: ctx.now,
      created_by: ctx.caller.actor,
    })
    .returning(SHOWN)
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'privacy.export_asked', customer: { id: customerId, key }, fields: [] })
  ctx.nudge('privacy')
  return toExport(asked)
}

async function requireRequest(ctx: Context, customerId: string, requestId: string): Promise<void> {
  const request = await requestRows(ctx).where('id', '=', requestId).executeTakeFirst()
  const fits = request?.customer_id === customerId && request.kind === 'access' && request.status === 'open'
  if (!request || !fits) throw WrongRequest()
  if (request.identity_proof === null) throw IdentityNotProved()
}

export async function listExports(ctx: Context, { customerId }: { customerId: string }) {
  await requireRow(ctx, customerId)
  const rows = await exportRows(ctx)
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(LISTED_MOST)
    .execute()
  return { items: rows.map(toExport) }
}

const { status, language, failure } = Export.shape

export const toExport = (row: ExportRow): Export => ({
  id: row.id,
  customerId: outsideId(row.customer_id),
  requestId: row.request_id,
  status: known(status.options, row.status),
  progress: { done: row.parts_done, of: row.parts },
  language: known(language.options, row.language),
  bytes: row.bytes,
  failure: known(failure.unwrap().options, row.failure),
  createdAt: row.created_at.toISOString(),
  readyAt: row.ready_at?.toISOString() ?? null,
  deleteAt: row.delete_at?.toISOString() ?? null,
})
