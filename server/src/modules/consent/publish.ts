import type { Context } from '../../kit/context.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { latestOf, readDocuments, readTexts, textRows, toDocuments, toVersion } from './documents.ts'
import { ConsentDocumentRetired, ConsentVersionPublished } from './events.ts'
import { DocumentNotFound, DocumentRetired, DoubleOptInByEmailOnly, PurposeTaken } from './refusals.ts'
import type { Document, Texts } from './shapes.ts'
import { sql } from './tables.ts'

export async function listDocuments(ctx: Context, { status }: { status: 'published' | 'all' }) {
  const documents = await readDocuments(ctx)
  const wanted = status === 'all' ? documents : documents.filter(({ retiredAt }) => retiredAt === null)
  return { items: await toDocuments(ctx, wanted) }
}

export async function listVersions(ctx: Context, { documentId }: { documentId: string }) {
  const { versions } = await requireDocument(ctx, documentId)
  const texts = await readTexts(
    ctx,
    versions.map(({ id }) => id),
  )
  return { items: versions.map((version) => toVersion(version, texts.get(version.id)!)) }
}

export async function createDocument(
  ctx: Context,
  { purpose, doubleOptIn = purpose === 'marketing.email', texts }: NewDocument,
): Promise<Document> {
  if (doubleOptIn && purpose !== 'marketing.email') throw DoubleOptInByEmailOnly()
  const id = uuidv7(ctx.now.getTime())
  const made = await sql(ctx)
    .insertInto('consent_documents')
    .values({ tenant_id: ctx.tenant, id, purpose, double_opt_in: doubleOptIn, created_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'purpose']).where('retired_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw PurposeTaken({ purpose })
  return publish(ctx, { documentId: id, purpose, version: 1, asksAgain: false, texts })
}

interface NewDocument {
  readonly purpose: string
  readonly doubleOptIn?: boolean | undefined
  readonly texts: Texts
}

export async function publishVersion(
  ctx: Context,
  { documentId, asksAgain, texts }: { documentId: string; asksAgain: boolean; texts: Texts },
): Promise<Document> {
  await lockDocument(ctx, documentId)
  const document = await requireDocument(ctx, documentId)
  if (document.retiredAt !== null) throw DocumentRetired()
  const version = latestOf(document).version + 1
  return publish(ctx, { documentId, purpose: document.purpose, version, asksAgain, texts })
}

export async function retireDocument(ctx: Context, { documentId }: { documentId: string }): Promise<Document> {
  await lockDocument(ctx, documentId)
  const { purpose, retiredAt } = await requireDocument(ctx, documentId)
  // Retiring twice changes nothing.
  if (retiredAt === null) {
    await sql(ctx)
      .updateTable('consent_documents')
      .set({ retired_at: ctx.now })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', documentId)
      .execute()
    ctx.emit(ConsentDocumentRetired({ documentId, purpose }))
    ctx.audit({ action: 'consent_document.retired', customer: null, fields: [purpose], after: { documentId } })
  }
  return oneDocument(ctx, documentId)
}

interface NewVersion {
  readonly documentId: string
  readonly purpose: string
  readonly version: number
  readonly asksAgain: boolean
  readonly texts: Texts
}

async function publish(ctx: Context, { documentId, purpose, version, asksAgain, texts }: NewVersion) {
  const id = uuidv7(ctx.now.getTime())
  await sql(ctx)
    .insertInto('consent_versions')
    .values({
      tenant_id: ctx.tenant,
      id,
      document_id: documentId,
      version,
      asks_again: asksAgain,
      published_at: ctx.now,
      published_by: ctx.caller.actor,
    })
    .execute()
  const rows = textRows(ctx, id, texts)
  await sql(ctx).insertInto('consent_texts').values(rows).execute()
  ctx.emit(ConsentVersionPublished({ documentId, purpose, version, asksAgain }))
  ctx.audit({
    action: 'consent_document.published',
    customer: null,
    fields: [purpose],
    after: { documentId, version, asksAgain, sha256: rows.map(({ sha256 }) => sha256) },
  })
  return oneDocument(ctx, documentId)
}

async function oneDocument(ctx: Context, documentId: string): Promise<Document> {
  const [document] = await toDocuments(ctx, [await requireDocument(ctx, documentId)])
  return document!
}

async function requireDocument(ctx: Context, documentId: string) {
  const document = (await readDocuments(ctx)).find(({ id }) => id === documentId)
  if (!document) throw DocumentNotFound()
  return document
}

/** Versions are numbered one after the other. */
async function lockDocument(ctx: Context, documentId: string): Promise<void> {
  await sql(ctx)
    .selectFrom('consent_documents')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', documentId)
    .forUpdate()
    .execute()
}
