import { type Caller, isThemself } from './caller.ts'
import { isTooDeep, MOST_DEPTH } from './depth.ts'
import type { TenantKeys } from './keyring.ts'
import { type DataKey, keyIdOf, open, seal, Unopenable } from './sealing.ts'
import { bytesToUuid, uuidv7 } from './uuid.ts'

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

/** `damaged`: what stands there cannot be read, and is not shown. */
interface Read {
  readonly damaged?: true
}

export interface AuditDetails extends Read {
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
      ip === undefined
        ? null
        : seal(
            // Where a person acted from is theirs, and goes with them.
            note.customer !== null && isThemself(caller) ? note.customer.key : keys.own,
            place('origin', caller.tenant, id),
            JSON.stringify({ ip, userAgent }),
          ),
  }
}

/** Keys of customers by their ids. */
type People = ReadonlyMap<string, DataKey>

/** Empty without the key: of a person who was erased, or was merged into this one and is not any more. */
export function openDetails(keys: TenantKeys, people: People, entry: { id: string; sealed: Buffer | null }) {
  return openWith<AuditDetails>(keys, people, 'sealed', entry.id, entry.sealed)
}

export function openOrigin(keys: TenantKeys, people: People, entry: { id: string; origin: Buffer | null }) {
  return openWith<Read & { ip?: string; userAgent?: string }>(keys, people, 'origin', entry.id, entry.origin)
}

function openWith<Content extends Read>(
  keys: TenantKeys,
  people: People,
  column: 'sealed' | 'origin',
  id: string,
  sealed: Buffer | null,
): Partial<Content> {
  if (sealed === null) return {}
  try {
    return openContent(keys, people, column, id, sealed)
  } catch (error) {
    if (error instanceof Unopenable || error instanceof SyntaxError) return DAMAGED as Partial<Content>
    throw error
  }
}

const DAMAGED: Read = { damaged: true }

function openContent<Content extends Read>(
  keys: TenantKeys,
  people: People,
  column: 'sealed' | 'origin',
  id: string,
  sealed: Buffer,
): Partial<Content> {
  const keyId = keyIdOf(sealed, keys.own.id.length)
  const key = keyId.equals(keys.own.id) ? keys.own : people.get(bytesToUuid(keyId))
  if (!key) return {}
  const content = JSON.parse(open(key, place(column, keys.tenant, id), sealed).toString())
  return isTooDeep(content, DEEPEST) ? (DAMAGED as Partial<Content>) : content
}

/** A body lies within `before` and `after`. */
const DEEPEST = MOST_DEPTH + 1
const place = (column: 'sealed' | 'origin', tenant: string, id: string) => `audit_entries.${column}|${tenant}|${id}`
