import { z } from 'zod'
import { type Caller, isThemself } from './caller.ts'
import { isTooDeep, MOST_DEPTH } from './depth.ts'
import type { TenantKeys } from './keyring.ts'
import { type DataKey, document, type Keys, sealedForPerson, Unreadable } from './sealed.ts'

/** One change of personal data or of a permission. What it was and became is sealed with the person's own key. */
export interface AuditNote {
  readonly action: string
  /** The person concerned and the key that seals what is told about them; null for the tenant's own affairs. Without a key nothing is told. */
  readonly customer: { readonly id: string; readonly key: DataKey | null } | null
  readonly fields: readonly string[]
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
  readonly reason?: string | undefined
  /** Of a row that is evidence itself: with it the row is in the chain. */
  readonly digest?: Buffer
}

/** A body lies within `before` and `after`. */
const DEEPEST = MOST_DEPTH + 1
const Values = z.record(z.string(), z.unknown())
const Details = z
  .object({ before: Values, after: Values, reason: z.string() })
  .partial()
  .refine((details) => !isTooDeep(details, DEEPEST))
const Origin = z.object({ ip: z.string(), userAgent: z.string() }).partial()

const details = sealedForPerson('audit_entries', 'sealed', document(Details))
const origins = sealedForPerson('audit_entries', 'origin', document(Origin))

/** `damaged`: it cannot be read, and is not shown. */
export type AuditDetails = z.output<typeof Details> & { readonly damaged?: true }
type AuditOrigin = z.output<typeof Origin> & { readonly damaged?: true }

export function auditRow(caller: Caller, keys: TenantKeys, id: string, note: AuditNote) {
  const { before, after, reason } = note
  const told = { ...(before && { before }), ...(after && { after }), ...(reason !== undefined && { reason }) }
  const { ip, userAgent } = caller.origin
  const hasDetails = Object.keys(told).length > 0
  if (hasDetails && note.customer?.key === null) throw new Error('Without a key nothing can be told of a customer')
  return {
    tenant_id: caller.tenant,
    id,
    actor: caller.actor,
    request_id: caller.requestId,
    action: note.action,
    customer_id: note.customer?.id ?? null,
    fields: [...note.fields],
    sealed: !hasDetails ? null : details.seal({ keys }, note.customer?.key ?? keys.own, { id }, told),
    origin:
      ip === undefined
        ? null
        : // Where a person acted from is theirs, and goes with them.
          origins.seal(
            { keys },
            (isThemself(caller) && note.customer?.key) || keys.own,
            { id },
            {
              ip,
              ...(userAgent !== undefined && { userAgent }),
            },
          ),
    digest: note.digest ?? null,
  }
}

/** Empty without the key: of a person who was erased, or was merged into this one and is not any more. */
export const openDetails = (keys: TenantKeys, people: Keys, entry: { id: string; sealed: Buffer | null }) =>
  unlessDamaged<AuditDetails>(() => details.open({ keys }, people, entry) ?? {}, { damaged: true })

export const openOrigin = (keys: TenantKeys, people: Keys, entry: { id: string; origin: Buffer | null }) =>
  unlessDamaged<AuditOrigin>(() => origins.open({ keys }, people, entry) ?? {}, { damaged: true })

/** The reader logs the entry, of which both may be damaged. */
function unlessDamaged<Content>(open: () => Content, damaged: Content): Content {
  try {
    return open()
  } catch (error) {
    if (error instanceof Unreadable) return damaged
    throw error
  }
}
