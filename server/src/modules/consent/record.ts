import type { Context } from '../../kit/context.ts'
import type { Language } from '../../kit/refusal.ts'
import { type DataKey, open, seal } from '../../kit/sealing.ts'
import { uuidv7 } from '../../kit/uuid.ts'
import type { Known, Published } from './documents.ts'
import { ConsentUpdated } from './events.ts'
import type { Recorded } from './shapes.ts'
import type { Decision } from './standing.ts'
import { sql } from './tables.ts'

/** What describes the person, and so is noise once their key is gone. */
export interface Particulars {
  readonly ip?: string
  readonly userAgent?: string
  readonly spokenTo?: string
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
  await sql(ctx)
    .insertInto('consent_events')
    .values({
      tenant_id: ctx.tenant,
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
      sealed: key && seal(key, place(ctx, id), JSON.stringify(told)),
    })
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

export function openParticulars(ctx: Context, key: DataKey | undefined, row: { id: string; sealed: Buffer | null }) {
  if (!key || row.sealed === null) return {}
  return JSON.parse(open(key, place(ctx, row.id), row.sealed).toString()) as Particulars
}

const place = (ctx: Context, id: string) => `consent_events.sealed|${ctx.tenant}|${id}`
