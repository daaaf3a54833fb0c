import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import { bytesToUuid, uuidToBytes } from '../../kit/uuid.ts'
import { contactsOf, keyHolder, noteSeen } from '../customers/index.ts'
import { type Known, latestOf, type Published, readDocuments } from './documents.ts'
import { readHistory, readMerges } from './history.ts'
import { decisionInForce, holderOf, NOW, nextMoment } from './in-force.ts'
import { linkTo } from './links.ts'
import { recordDecision } from './record.ts'
import { DocumentNotFound } from './refusals.ts'
import { channelOf, type Purpose } from './shapes.ts'
import { sql } from './tables.ts'

// In base64url: a random id 16 bytes | keyed digest of it 16 bytes. The same for every message, so that the link of an
// old one works too; it cannot be built from the stored data without the tenant's keys.
const ID = 16
const FORM = /^[A-Za-z0-9_-]{43}$/

/** The headers and the link for a marketing message to this person (RFC 8058). */
export async function unsubscribeHeaders(ctx: Context, customerId: string, purpose: Purpose) {
  const document = (await readDocuments(ctx)).find((one) => one.purpose === purpose && one.retiredAt === null)
  if (!document || channelOf(purpose) === null) throw DocumentNotFound()
  const link = (await unsubscribeLinks(ctx, [customerId], document)).get(customerId)!
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** One link per person and document, created on first use. */
export async function unsubscribeLinks(
  ctx: Context,
  customerIds: readonly string[],
  { id: documentId }: Known,
): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map()
  await sql(ctx)
    .insertInto('consent_links')
    .values(
      customerIds.map((customer_id) => ({
        tenant_id: ctx.tenant,
        id: randomUUID(),
        customer_id,
        document_id: documentId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id', 'document_id']).doNothing())
    .execute()
  const rows = await sql(ctx)
    .selectFrom('consent_links')
    .select(['id', 'customer_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where('document_id', '=', documentId)
    .where('customer_id', 'in', [...customerIds])
    .execute()
  return new Map(
    rows.map(({ id, customer_id }) => {
      const bytes = uuidToBytes(id)
      const token = Buffer.concat([bytes, proof(ctx, bytes)]).toString('base64url')
      return [customer_id, linkTo(ctx, 'unsubscribe', token)]
    }),
  )
}

export interface Subscription {
  readonly customerId: string
  readonly document: Known
  readonly version: Published
}

/** The subscription of the link, resolved to the survivor of a merge; null if the link is invalid. */
export async function findSubscription(ctx: Context, token: string): Promise<Subscription | null> {
  const bytes = Buffer.from(FORM.test(token) ? token : '', 'base64url')
  const id = bytes.subarray(0, ID)
  if (bytes.length !== ID * 2 || !timingSafeEqual(bytes.subarray(ID), proof(ctx, id))) return null
  const row = await sql(ctx)
    .selectFrom('consent_links')
    .select(['customer_id', 'document_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', bytesToUuid(id))
    .executeTakeFirst()
  if (!row) return null
  const document = (await readDocuments(ctx)).find((one) => one.id === row.document_id)!
  const customerId = holderOf(await readMerges(ctx, [row.customer_id]), row.customer_id)
  return { customerId, document, version: latestOf(document) }
}

/** Withdraws this one consent. Repeating it changes nothing. */
export async function unsubscribe(ctx: Context, token: string): Promise<Subscription | null> {
  const subscription = await findSubscription(ctx, token)
  if (!subscription) return null
  const { customerId, document, version } = subscription
  const customer = await keyHolder(ctx, customerId, 'for update')
  const { key } = customer
  noteSeen(ctx, customer)
  const history = await readHistory(ctx, [customerId])
  const before = decisionInForce(history, { person: customerId, documentId: document.id, at: NOW })
  if (before?.decision !== 'withdrawn') {
    const { locale } = await contactsOf(ctx, customerId)
    const decision = { customerId, document, version, language: locale, decision: 'withdrawn' } as const
    const at = nextMoment(history, ctx.now)
    await recordDecision(ctx, key, { ...decision, source: 'unsubscribe', at })
  }
  return subscription
}

const proof = (ctx: Context, id: Buffer) => ctx.keys.digest('unsubscribe', id).subarray(0, ID)
