import { createHash } from 'node:crypto'
import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { channelOf, type Document, kindOf, type Texts, type Version } from './shapes.ts'
import { sql } from './tables.ts'

export interface Published {
  readonly id: string
  readonly version: number
  readonly asksAgain: boolean
  readonly publishedAt: Date
}

/** A document with its versions, the latest first. There is always one. */
export interface Known {
  readonly id: string
  readonly purpose: string
  readonly doubleOptIn: boolean
  readonly createdAt: Date
  readonly retiredAt: Date | null
  readonly versions: readonly Published[]
}

export const latestOf = ({ versions }: Known) => versions[0]!

/** Every document of the tenant, in order of creation. */
export async function readDocuments(ctx: Context): Promise<Known[]> {
  const [documents, versions] = await Promise.all([
    sql(ctx)
      .selectFrom('consent_documents')
      .select(['id', 'purpose', 'double_opt_in', 'created_at', 'retired_at'])
      .where('tenant_id', '=', ctx.tenant)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
    sql(ctx)
      .selectFrom('consent_versions')
      .select(['id', 'document_id', 'version', 'asks_again', 'published_at'])
      .where('tenant_id', '=', ctx.tenant)
      .orderBy('version', 'desc')
      .execute(),
  ])
  return documents.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    doubleOptIn: row.double_opt_in,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
    versions: versions
      .filter(({ document_id }) => document_id === row.id)
      .map(({ id, version, asks_again, published_at }) => ({
        id,
        version,
        asksAgain: asks_again,
        publishedAt: published_at,
      })),
  }))
}

type Stored = Version['texts']

export async function readTexts(ctx: Context, versions: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  if (versions.length === 0) return new Map()
  const rows = await sql(ctx)
    .selectFrom('consent_texts')
    .select(['version_id', 'locale', 'title', 'text', 'sha256'])
    .where('tenant_id', '=', ctx.tenant)
    .where('version_id', 'in', [...versions])
    .execute()
  const texts = new Map<string, Stored>()
  for (const { version_id, locale, ...text } of rows) {
    texts.set(version_id, { ...texts.get(version_id), [locale]: text })
  }
  return texts
}

/** The text in a language, or in the other one if there is none. */
export function inLanguage(texts: Stored, language: Language) {
  const shown: Language = texts[language] ? language : language === 'en' ? 'ar' : 'en'
  return { language: shown, ...texts[shown]! }
}

/** A decision stores the language that was shown. */
export async function shownText(ctx: Context, version: Published, language: Language) {
  return inLanguage((await readTexts(ctx, [version.id])).get(version.id)!, language)
}

export const toVersion = ({ version, asksAgain, publishedAt }: Published, texts: Stored): Version => ({
  version,
  asksAgain,
  publishedAt: publishedAt.toISOString(),
  texts,
})

export async function toDocuments(ctx: Context, documents: readonly Known[]): Promise<Document[]> {
  const texts = await readTexts(
    ctx,
    documents.map((one) => latestOf(one).id),
  )
  return documents.map((document) => {
    const { id, purpose, doubleOptIn, retiredAt } = document
    return {
      documentId: id,
      purpose,
      kind: kindOf(purpose),
      channel: channelOf(purpose),
      doubleOptIn,
      status: retiredAt === null ? 'published' : 'retired',
      retiredAt: retiredAt?.toISOString() ?? null,
      latest: toVersion(latestOf(document), texts.get(latestOf(document).id)!),
    }
  })
}

/** One row per language, each with the hash of exactly what is shown. */
export function textRows(ctx: Context, versionId: string, texts: Texts) {
  return (['en', 'ar'] as const).flatMap((locale) => {
    const shown = texts[locale]
    return shown ? [{ tenant_id: ctx.tenant, version_id: versionId, locale, ...shown, sha256: sha256(shown.text) }] : []
  })
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
