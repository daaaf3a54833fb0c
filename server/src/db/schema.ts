// Generated from the migrated database by `npm run generate`. Do not edit.
import type { Generated } from 'kysely'

export interface DB {
  api_keys: ApiKeysTable
  audit_entries: AuditEntriesTable
  audit_heads: AuditHeadsTable
  breaches: BreachesTable
  cart_lines: CartLinesTable
  certificate_keys: CertificateKeysTable
  customer_counters: CustomerCountersTable
  customer_former_names: CustomerFormerNamesTable
  customer_identifiers: CustomerIdentifiersTable
  customer_tally: CustomerTallyTable
  customer_tokens: CustomerTokensTable
  customers: CustomersTable
  data_keys: DataKeysTable
  erasure_acknowledgements: ErasureAcknowledgementsTable
  erasures: ErasuresTable
  event_receipts: EventReceiptsTable
  events: EventsTable
  idempotency_keys: IdempotencyKeysTable
  legal_holds: LegalHoldsTable
  merges: MergesTable
  privacy_exports: PrivacyExportsTable
  privacy_requests: PrivacyRequestsTable
  retention_reviews: RetentionReviewsTable
  tenant_keys: TenantKeysTable
  tenant_settings: TenantSettingsTable
  tenants: TenantsTable
}

interface ApiKeysTable {
  tenant_id: string
  id: Buffer
  name: string
  digest: Buffer
  scopes: string[]
  per_minute: number
  created_at: Generated<Date>
  created_by: string
  expires_at: Date | null
  revoked_at: Date | null
}

interface AuditEntriesTable {
  tenant_id: string
  id: string
  at: Generated<Date>
  actor: string
  request_id: string
  action: string
  customer_id: string | null
  fields: string[]
  sealed: Buffer | null
  origin: Buffer | null
  seq: number | null
  hash: Buffer | null
}

interface AuditHeadsTable {
  tenant_id: string
  seq: number
  hash: Buffer
}

interface BreachesTable {
  tenant_id: string
  id: string
  noticed_at: Date
  due_at: Date | null
  clock: string
  pack: string
  people: number
  records: number
  data_kinds: string[]
  authority_notified_at: Date | null
  people_notified_at: Date | null
  created_at: Date
  created_by: string
  version: Generated<number>
  sealed: Buffer
}

interface CartLinesTable {
  tenant_id: string
  customer_id: string
  sku: string
  quantity: number
  unit_price: number | null
  position: number
  details: Buffer
}

interface CertificateKeysTable {
  tenant_id: string
  id: string
  public_jwk: unknown
  private_jwk: Buffer
  created_at: Date
}

interface CustomerCountersTable {
  tenant_id: string
  last_number: Generated<number>
  last_name: Generated<number>
}

interface CustomerFormerNamesTable {
  tenant_id: string
  id: string
  customer_id: string
  display_name: string
  given_up_at: Date
}

interface CustomerIdentifiersTable {
  tenant_id: string
  id: string
  customer_id: string
  type: string
  digest: Buffer
  sealed: Buffer
  verified_at: Date | null
  valid_from: Date
  valid_to: Date | null
}

interface CustomerTallyTable {
  tenant_id: string
  id: string
  type: string
  status: string
  tier: string
  phone_verified: boolean
  count: number
}

interface CustomerTokensTable {
  tenant_id: string
  id: string
  tokens: number[]
  updated_at: Date
}

interface CustomersTable {
  tenant_id: string
  id: string
  number: number
  type: Generated<string>
  status: Generated<string>
  display_name: string | null
  tier: Generated<string>
  loyalty_tier: string | null
  segment: string | null
  plan: string | null
  locale: string
  country: string
  phone_verified: Generated<boolean>
  email_verified: Generated<boolean>
  total_orders: Generated<number>
  total_spent: Generated<number>
  loyalty_points: Generated<number>
  last_seen_at: Date
  created_at: Date
  updated_at: Date
  version: Generated<number>
  merged_into: string | null
  sealed: Buffer | null
  tokens: number[]
}

interface DataKeysTable {
  tenant_id: string
  id: string
  customer_id: string
  wrapped: Buffer
  created_at: Generated<Date>
}

interface ErasureAcknowledgementsTable {
  tenant_id: string
  erasure_id: string
  consumer: string
  acknowledged_at: Date
  acknowledged_by: string
}

interface ErasuresTable {
  tenant_id: string
  id: string
  customer_id: string
  request_id: string | null
  reason: string
  erased_at: Date
  erased_by: string
  counts: unknown
  consumers: string[]
  certificate: string | null
  key_id: string | null
}

interface EventReceiptsTable {
  tenant_id: string
  event_id: string
  subscriber: string
}

interface EventsTable {
  tenant_id: string
  id: string
  type: string
  customer_id: string | null
  data: unknown
  actor: string
  at: Generated<Date>
  xid: Generated<string>
  attempts: Generated<number>
  next_attempt_at: Date | null
  delivered_at: Date | null
  parked_at: Date | null
}

interface IdempotencyKeysTable {
  tenant_id: string
  caller: string
  key_digest: Buffer
  request: Buffer
  status: number | null
  answer: Buffer | null
  created_at: Generated<Date>
  about: Generated<string[]>
}

interface LegalHoldsTable {
  tenant_id: string
  id: string
  customer_id: string
  placed_at: Date
  placed_by: string
  lifted_at: Date | null
  lifted_by: string | null
  reason: Buffer | null
}

interface MergesTable {
  tenant_id: string
  id: string
  from_id: string
  into_id: string
  ordinal: number
  merged_at: Date
  merged_by: string
  sealed: Buffer | null
  undone_at: Date | null
  undone_by: string | null
  undone_sealed: Buffer | null
}

interface PrivacyExportsTable {
  tenant_id: string
  id: string
  customer_id: string
  request_id: string | null
  status: string
  language: string
  parts_done: Generated<number>
  parts: number
  attempts: Generated<number>
  due_at: Date | null
  failure: string | null
  archive: Buffer | null
  bytes: number | null
  created_at: Date
  created_by: string
  ready_at: Date | null
  delete_at: Date | null
  link: Buffer | null
  link_until: Date | null
}

interface PrivacyRequestsTable {
  tenant_id: string
  id: string
  customer_id: string
  kind: string
  status: string
  clock: string
  pack: string
  received_at: Date
  due_at: Date
  extended_at: Date | null
  identity_proof: string | null
  assignee: string | null
  created_by: string
  closed_at: Date | null
  closed_by: string | null
  sealed: Buffer | null
}

interface RetentionReviewsTable {
  tenant_id: string
  id: string
  customer_id: string
  flagged_at: Date
  last_seen_at: Date
  decision: string | null
  decided_at: Date | null
  decided_by: string | null
}

interface TenantKeysTable {
  tenant_id: string
  purpose: string
  version: number
  wrapped: Buffer
  created_at: Generated<Date>
}

interface TenantSettingsTable {
  tenant_id: string
  section: string
  sealed: Buffer
  updated_at: Date
}

interface TenantsTable {
  tenant_id: string
  slug: string
  name: string
  name2: string | null
  country: Generated<string>
  locale: Generated<string>
  created_at: Generated<Date>
}
