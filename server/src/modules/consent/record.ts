import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { type DataKey, keyIdOf, open, seal, Unopenable } from '../../kit/sealing.ts'
import { bytesToUuid, uuidv7 } from '../../kit/uuid.ts'
import { keysOf } from '../customers/index.ts'
import type { Known, Published } from './documents.ts'
import { ConsentUpdated } from './events.ts'
import type { Recorded } from './shapes.ts'
import type { Decision } from './standing.ts'
import { sql } from './tables.ts'

/** What describes the person, and so is noise once their key is gone. */
export interface Particulars {
  readonly ip?: string | undefined
  readonly userAgent?: string | undefined
  readonly spokenTo?: string | undefined
  /** The address that a confirmation was sent to, or came from. */
  readonly address?: string
}

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

/** Adds a decision to those that are never changed. Without a key, as at an erasure, nothing describes anybody. */
export async function recordDecision(ctx: Context, key: DataKey | null, given: NewDecision): Promise<Decision> {
  const { customerId, document, version, decision, source, particulars, at } = given
  const id = uuidv7(ctx.now.getTime())
  const told = { ...ctx.caller.origin, ...particulars }
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
  const sealed = key && seal(key, place(ctx, row), JSON.stringify(told))
  await sql(ctx)
    .insertInto('consent_events')
    .values({ tenant_id: ctx.tenant, ...row, sealed })
    .execute()
  const facts = { eventId: id, purpose: document.purpose, version: version.version, decision }
  ctx.emit(ConsentUpdated({ customerId, documentId: document.id, ...facts }))
  if (key) {
    ctx.audit({
      action: `consent.${decision}`,
      customer: { id: customerId, key },
      fields: [document.purpose],
      after: { ...facts, source },
    })
  }
  return {
    id,
    customerId,
    documentId: document.id,
    version: version.version,
    decision,
    at: at.getTime(),
  }
}

/** All that a decision says, in the clear. */
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
type Facts = Readonly<Record<Exclude<(typeof FACTS)[number], 'decided_at' | 'recorded_at'>, string>> & {
  readonly decided_at: Date
  readonly recorded_at: Date
}

/**
 * What describes the person, in the order of the rows; nothing for an erased one. Null where the row is not as it was
 * recorded: all that it says is bound into what is sealed.
 */
export async function openParticulars(
  ctx: Context,
  rows: readonly (Facts & { readonly sealed: Buffer | null })[],
): Promise<(Particulars | null)[]> {
  const keyOf = ({ sealed }: { sealed: Buffer | null }) => (sealed === null ? '' : bytesToUuid(keyIdOf(sealed, 16)))
  const keys = await keysOf(
    ctx,
    rows.map(keyOf).filter((id) => id !== ''),
  )
  return rows.map((row) => {
    const opened = openOne(ctx, keys.get(keyOf(row)), row)
    if (opened === null) ctx.log.warn({ decision: row.id }, 'a decision about a consent is not as it was recorded')
    return opened
  })
}

function openOne(ctx: Context, key: DataKey | undefined, { sealed, ...row }: Facts & { sealed: Buffer | null }) {
  // Only the end of a consent by an erasure describes no person.
  if (sealed === null) return row.source === 'erasure' && row.decision === 'withdrawn' ? {} : null
  if (!key) return {}
  for (const where of [place(ctx, row), formerPlace(ctx, row.id)]) {
    try {
      return JSON.parse(open(key, where, sealed).toString()) as Particulars
    } catch (error) {
      if (!(error instanceof Unopenable)) throw error
    }
  }
  return null
}

const place = (ctx: Context, row: Facts) =>
  [formerPlace(ctx, row.id), ...FACTS.map((name) => row[name]).map(inText)].join('|')
const inText = (fact: string | Date) => (typeof fact === 'string' ? fact : fact.toISOString())
/** Of what earlier releases recorded: bound to the row, and not to what it says. */
const formerPlace = (ctx: Context, id: string) => `consent_events.sealed|${ctx.tenant}|${id}`
