import type { Caller } from './caller.ts'
import type { TenantKeys } from './keyring.ts'
import { type DataKey, open, seal } from './sealing.ts'
import { uuidv7 } from './uuid.ts'

/** One change of personal data or of a permission. What it was and became is sealed with the person's own key. */
export interface AuditNote {
  readonly action: string
  /** The person concerned and the key that seals what is told about them; null for the tenant's own affairs. */
  readonly customer: { readonly id: string; readonly key: DataKey } | null
  readonly fields: readonly string[]
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
  readonly reason?: string | undefined
}

export interface AuditDetails {
  readonly before?: Record<string, unknown>
  readonly after?: Record<string, unknown>
  readonly reason?: string
}

export function auditRow(caller: Caller, keys: TenantKeys, note: AuditNote) {
  const id = uuidv7()
  const { before, after, reason } = note
  const details = { ...(before && { before }), ...(after && { after }), ...(reason !== undefined && { reason }) }
  const { ip, userAgent } = caller.origin
  return {
    tenant_id: caller.tenant,
    id,
    actor: caller.actor,
    request_id: caller.requestId,
    action: note.action,
    customer_id: note.customer?.id ?? null,
    fields: [...note.fields],
    sealed:
      Object.keys(details).length === 0
        ? null
        : seal(note.customer?.key ?? keys.own, place('sealed', caller.tenant, id), JSON.stringify(details)),
    origin:
      ip === undefined ? null : seal(keys.own, place('origin', caller.tenant, id), JSON.stringify({ ip, userAgent })),
  }
}

export function openDetails(key: DataKey, tenant: string, entry: { id: string; sealed: Buffer | null }): AuditDetails {
  return entry.sealed === null ? {} : JSON.parse(open(key, place('sealed', tenant, entry.id), entry.sealed).toString())
}

export function openOrigin(keys: TenantKeys, entry: { id: string; origin: Buffer | null }) {
  if (entry.origin === null) return {}
  const plain = open(keys.own, place('origin', keys.tenant, entry.id), entry.origin)
  return JSON.parse(plain.toString()) as { ip?: string; userAgent?: string }
}

const place = (column: 'sealed' | 'origin', tenant: string, id: string) => `audit_entries.${column}|${tenant}|${id}`
