import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { type DataKey, document, sealedForPerson } from '../../kit/sealed.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import { keysOf } from '../customers/index.ts'
import type { Known, Published } from './documents.ts'
import { ConsentUpdated } from './events.ts'
import type { Decision } from './in-force.ts'
import type { Recorded } from './shapes.ts'
import { sql } from './tables.ts'

/**
 * What describes the person, unreadable once their key is gone. `address`: where a confirmation was sent, or came from. `origin`, `proof`: of an
 * imported decision, where it was made and what shows it.
 */
const Particulars = z
  .object({
    ip: z.string(),
    userAgent: z.string(),
    spokenTo: z.string(),
    address: z.string(),
    origin: z.string(),
    proof: z.string(),
  })
  .partial()
export type Particulars = Readonly<z.output<typeof Particulars>>

/** The whole decision, decrypted. */
export const FACTS = [
  'id',
  'customer_id',
  'document_id',
  'version_id',
  'locale',
  'decision',
  'source',
  'actor',
  'decided_at',
  'recorded_at',
] as const

/** Evidence: the whole decision is bound into its associated data, and no repair rewrites it. */
const particulars = sealedForPerson('consent_events', 'sealed', document(Particulars), {
  by: FACTS,
  at: (row) => [row.id, ...FACTS.map((name) => inText(row[name]))].join('|'),
  formerly: ({ id }) => id,
})
const inText = (fact: string | Date) => (typeof fact === 'string' ? fact : fact.toISOString())

export interface NewDecision {
  readonly customerId: string
  readonly document: Known
  readonly version: Published
  readonly language: Language
  readonly decision: Decision['decision']
  readonly source: Recorded['source']
  readonly at: Date
  readonly particulars?: Particulars
}

/** Appends a decision. Without a key, as at an erasure, nothing that describes the person is stored. */
export async function recordDecision(ctx: Context, key: DataKey | null, given: NewDecision): Promise<Decision> {
  const { customerId, document, version, decision, source, at } = given
  const id = uuidv7(ctx.now.getTime())
  const told = { ...ctx.caller.origin, ...given.particulars }
  const row = {
    id,
    customer_id: customerId,
    document_id: document.id,
    version_id: version.id,
    locale: given.language,
    decision,
    source,
    actor: ctx.caller.actor,
    decided_at: at,
    recorded_at: ctx.now,
  }
  const sealed = key && particulars.seal(ctx, key, row, told)
  await sql(ctx)
    .insertInto('consent_events')
    .values({ tenant_id: ctx.tenant, ...row, sealed })
    .execute()
  const digest = digestOf(ctx, { ...row, sealed })
  const facts = { eventId: id, purpose: document.purpose, version: version.version, decision }
  ctx.emit(ConsentUpdated({ customerId, documentId: document.id, ...facts }))
  ctx.audit({
    action: `consent.${decision}`,
    customer: { id: customerId, key },
    fields: [document.purpose],
    ...(key && { after: { ...facts, source } }),
    digest,
  })
  return {
    id,
    customerId,
    documentId: document.id,
    version: version.version,
    decision,
    at: at.getTime(),
  }
}

type Facts = Readonly<Record<Exclude<(typeof FACTS)[number], 'decided_at' | 'recorded_at'>, string>> & {
  readonly decided_at: Date
  readonly recorded_at: Date
}

/** In the audit entry of the decision, and so in the chain: also when the key of the person is gone. */
export const digestOf = ({ keys, tenant }: Context, row: Facts & { readonly sealed: Buffer | null }): Buffer =>
  keys.digest(
    'consent decision',
    JSON.stringify([tenant, ...FACTS.map((name) => inText(row[name])), row.sealed?.toString('base64') ?? null]),
  )

/**
 * The decrypted details, in the order of the rows; empty for an erased person. Null if a row was altered: all its columns
 * are bound into the sealed value.
 */
export async function openParticulars(
  ctx: Context,
  rows: readonly (Facts & { readonly sealed: Buffer | null })[],
): Promise<(Particulars | null)[]> {
  const keys = await keysOf(ctx, particulars.people(ctx, rows))
  return rows.map((row) => {
    const { value, damaged } = particulars.show(ctx, keys, row)
    // Only a consent that ended by an erasure has no personal details.
    const mayBeEmpty = row.sealed !== null || (row.source === 'erasure' && row.decision === 'withdrawn')
    if (!damaged && mayBeEmpty) return value ?? {}
    ctx.log.warn({ decision: row.id }, 'a decision about a consent is not as it was recorded')
    return null
  })
}
