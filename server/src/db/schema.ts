// Generated from the migrated database by `npm run generate`. Do not edit.
import type { Generated } from 'kysely'

export interface DB {
  account_credentials: AccountCredentialsTable
  account_factors: AccountFactorsTable
  account_recovery_codes: AccountRecoveryCodesTable
  account_sessions: AccountSessionsTable
  account_tokens: AccountTokensTable
  accounts: AccountsTable
  addresses: AddressesTable
  api_keys: ApiKeysTable
  audit_batches: AuditBatchesTable
  audit_chains: AuditChainsTable
  audit_entries: AuditEntriesTable
  audit_heads: AuditHeadsTable
  breaches: BreachesTable
  cart_lines: CartLinesTable
  certificate_keys: CertificateKeysTable
  consent_confirmations: ConsentConfirmationsTable
  consent_documents: ConsentDocumentsTable
  consent_events: ConsentEventsTable
  consent_links: ConsentLinksTable
  consent_merges: ConsentMergesTable
  consent_texts: ConsentTextsTable
  consent_versions: ConsentVersionsTable
  customer_activity: CustomerActivityTable
  customer_counters: CustomerCountersTable
  customer_former_names: CustomerFormerNamesTable
  customer_identifiers: CustomerIdentifiersTable
  customer_preferences: CustomerPreferencesTable
  customer_search: CustomerSearchTable
  customer_tally: CustomerTallyTable
  customer_tokens: CustomerTokensTable
  customer_views: CustomerViewsTable
  customers: CustomersTable
  data_keys: DataKeysTable
  erasure_acknowledgements: ErasureAcknowledgementsTable
  erasures: ErasuresTable
  event_batches: EventBatchesTable
  event_holds: EventHoldsTable
  event_lanes: EventLanesTable
  event_subscribers: EventSubscribersTable
  events: EventsTable
  guest_tokens: GuestTokensTable
  hand_overs: HandOversTable
  idempotency_keys: IdempotencyKeysTable
  job_runs: JobRunsTable
  legal_holds: LegalHoldsTable
  merges: MergesTable
  message_templates: MessageTemplatesTable
  messages: MessagesTable
  privacy_exports: PrivacyExportsTable
  privacy_requests: PrivacyRequestsTable
  proposals: ProposalsTable
  refused_tries: RefusedTriesTable
  retention_reviews: RetentionReviewsTable
  sign_in_attempts: SignInAttemptsTable
  sign_in_flows: SignInFlowsTable
  signing_keys: SigningKeysTable
  tenant_keys: TenantKeysTable
  tenant_settings: TenantSettingsTable
  tenants: TenantsTable
  till_pins: TillPinsTable
  tills: TillsTable
  verification_codes: VerificationCodesTable
  verification_counts: VerificationCountsTable
  verification_tokens: VerificationTokensTable
  webhook_attempts: WebhookAttemptsTable
  webhook_deliveries: WebhookDeliveriesTable
  webhook_endpoints: WebhookEndpointsTable
}

interface AccountCredentialsTable {
  tenant_id: string
  id: string
  account_id: string
  kind: string
  digest: Buffer
  sealed: Buffer
  secret: Buffer | null
  scheme: string | null
  proved_at: Date | null
  created_at: Date
  changed_at: Date
  counter: number | null
  used_at: Date | null
}

interface AccountFactorsTable {
  tenant_id: string
  id: string
  account_id: string
  kind: string
  sealed: Buffer
  created_at: Date
  confirmed_at: Date | null
  last_step: number | null
}

interface AccountRecoveryCodesTable {
  tenant_id: string
  id: string
  account_id: string
  digest: Buffer
  used_at: Date | null
}

interface AccountSessionsTable {
  tenant_id: string
  id: string
  account_id: string
  transport: string
  factor: string
  second_factor: boolean
  proved_at: Date
  created_at: Date
  used_at: Date
  expires_at: Date
  ends_at: Date
  generation: number
  refresh_digest: Buffer
  previous_digest: Buffer | null
  rotated_at: Date | null
  successor: Buffer | null
  device: Buffer
  origin: Buffer
  ended_at: Date | null
  ended_by: string | null
  till_id: string | null
  awake_until: Date | null
}

interface AccountTokensTable {
  tenant_id: string
  id: string
  account_id: string
  purpose: string
  digest: Buffer
  code_digest: Buffer | null
  attempts: Generated<number>
  sealed: Buffer | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface AccountsTable {
  tenant_id: string
  id: string
  customer_id: string | null
  role: string | null
  status: Generated<string>
  language: string
  sealed: Buffer | null
  created_at: Date
  signed_in_at: Date | null
}

interface AddressesTable {
  tenant_id: string
  id: string
  customer_id: string
  type: string
  country: string
  is_default: boolean
  verification: string
  checked_at: Date | null
  check_at: Date | null
  check_tries: Generated<number>
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
  version: Generated<number>
  sealed: Buffer
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

interface AuditBatchesTable {
  tenant_id: string
  seq: number
  position: number
  ids: string[]
  digests: Buffer
  newest: Date
  at: Date
  hash: Buffer
}

interface AuditChainsTable {
  tenant_id: string
  seq: Generated<number>
  position: number
  hash: Buffer
  at: Date | null
  mac: Buffer | null
  low: Generated<Date>
  mark_at: Date | null
  mark_xid: string | null
  mark_server: Date | null
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
  digest: Buffer | null
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

interface ConsentConfirmationsTable {
  tenant_id: string
  digest: Buffer
  customer_id: string
  event_id: string
  address: Buffer
  expires_at: Date
  used_at: Date | null
}

interface ConsentDocumentsTable {
  tenant_id: string
  id: string
  purpose: string
  double_opt_in: boolean
  created_at: Date
  retired_at: Date | null
}

interface ConsentEventsTable {
  tenant_id: string
  id: string
  customer_id: string
  document_id: string
  version_id: string
  locale: string
  decision: string
  source: string
  actor: string
  decided_at: Date
  recorded_at: Date
  sealed: Buffer | null
}

interface ConsentLinksTable {
  tenant_id: string
  id: string
  customer_id: string
  document_id: string
}

interface ConsentMergesTable {
  tenant_id: string
  id: string
  from_id: string
  into_id: string
  since: Date
  until: Date | null
}

interface ConsentTextsTable {
  tenant_id: string
  version_id: string
  locale: string
  title: string
  text: string
  sha256: string
}

interface ConsentVersionsTable {
  tenant_id: string
  id: string
  document_id: string
  version: number
  asks_again: boolean
  published_at: Date
  published_by: string
}

interface CustomerActivityTable {
  tenant_id: string
  customer_id: string
  total_orders: Generated<number>
  total_spent: Generated<number>
  loyalty_points: Generated<number>
  last_seen_at: Date
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

interface CustomerPreferencesTable {
  tenant_id: string
  customer_id: string
  held_by: string
  sealed: Buffer
  version: number
  updated_at: Date
}

interface CustomerSearchTable {
  tenant_id: string
  id: string
  changed_at: Date
  tokens: number[]
  outdated: Generated<boolean>
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

interface CustomerViewsTable {
  tenant_id: string
  owner: string
  id: string
  name_digest: Buffer
  sealed: Buffer
  created_at: Date
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
  last_seen_at: Generated<Date>
  created_at: Date
  updated_at: Date
  version: Generated<number>
  merged_into: string | null
  sealed: Buffer | null
  tokens: Generated<number[]>
  restricted_at: Date | null
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
  absorbed: Generated<string[]>
  repeats: Date | null
}

interface EventBatchesTable {
  tenant_id: string
  position: number
  ids: string[]
  newest: Date
  at: Generated<Date>
}

interface EventHoldsTable {
  tenant_id: string
  subscriber: string
  position: number
  event_id: string
  customer_id: string | null
  held_at: Generated<Date>
  attempts: Generated<number>
  next_attempt_at: Date | null
  parked_at: Date | null
}

interface EventLanesTable {
  tenant_id: string
  position: Generated<number>
  low: Generated<Date>
  mark_at: Date | null
  mark_xid: string | null
  mark_server: Date | null
}

interface EventSubscribersTable {
  tenant_id: string
  subscriber: string
  position: number
  moved_at: Generated<Date>
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
  delivered_at: Generated<Date | null>
  parked_at: Date | null
}

interface GuestTokensTable {
  tenant_id: string
  customer_id: string
  digest: Buffer
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface HandOversTable {
  tenant_id: string
  id: string
  former_id: string
  present_id: string
  why: string
  created_at: Date
  decided_at: Date | null
  decided_by: string | null
  decision: string | null
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

interface JobRunsTable {
  tenant_id: string
  id: string
  job: string
  asked_by: string | null
  state: string
  asked_at: Date
  started_at: Date | null
  finished_at: Date | null
  done: number | null
  total: number | null
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

interface MessageTemplatesTable {
  tenant_id: string
  name: string
  channel: string
  language: string
  wording: Buffer
  updated_at: Date
}

interface MessagesTable {
  tenant_id: string
  id: string
  customer_id: string | null
  channel: string
  template: string
  language: string
  status: string
  address: Buffer | null
  address_digest: Buffer | null
  content: Buffer | null
  segments: number | null
  attempts: Generated<number>
  due_at: Date | null
  expires_at: Date | null
  provider_id: string | null
  error: string | null
  queued_at: Date
  sent_at: Date | null
  delivered_at: Date | null
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
  link: string | null
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
  by_person: Generated<boolean>
  assignee: string | null
  created_by: string
  closed_at: Date | null
  closed_by: string | null
  sealed: Buffer | null
}

interface ProposalsTable {
  tenant_id: string
  id: string
  operation: string
  customer_id: string | null
  digest: Buffer
  sealed: Buffer
  asked_by: string
  asked_at: Date
  expires_at: Date
}

interface RefusedTriesTable {
  tenant_id: string
  at: Date
  way: string
  reason: string
  tries: number
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

interface SignInAttemptsTable {
  tenant_id: string
  subject: Buffer
  count: number
  until: Date
}

interface SignInFlowsTable {
  tenant_id: string
  id: string
  kind: string
  digest: Buffer
  sealed: Buffer
  created_at: Date
  expires_at: Date
}

interface SigningKeysTable {
  tenant_id: string
  id: string
  generation: number
  public_jwk: unknown
  sealed: Buffer
  created_at: Date
  signs_from: Date
}

interface TenantKeysTable {
  tenant_id: string
  purpose: string
  version: number
  wrapped: Buffer
  created_at: Generated<Date>
  master: Generated<Buffer>
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
  time_zone: string | null
  version: Generated<number>
}

interface TillPinsTable {
  tenant_id: string
  till_id: string
  account_id: string
  digest: Buffer
  attempts: Generated<number>
  second_factor: boolean
  signed_in_at: Date
  set_at: Date
}

interface TillsTable {
  tenant_id: string
  id: string
  name: string
  created_at: Date
  created_by: string
  pairing_digest: Buffer | null
  pairing_expires_at: Date | null
  device_digest: Buffer | null
  paired_at: Date | null
  used_at: Date | null
  revoked_at: Date | null
  revoked_by: string | null
}

interface VerificationCodesTable {
  tenant_id: string
  type: string
  contact: Buffer
  purpose: string
  code: Buffer
  attempts: Generated<number>
  created_at: Date
  expires_at: Date
  verified_at: Date | null
  handle: Buffer | null
  stray_attempts: Generated<number>
  id: string
  asker: Buffer | null
}

interface VerificationCountsTable {
  tenant_id: string
  window_of: string
  subject: Buffer
  since: Date
  ends_at: Date
  count: number
}

interface VerificationTokensTable {
  tenant_id: string
  id: string
  purpose: string
  type: string
  contact: Buffer
  sealed: Buffer
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

interface WebhookAttemptsTable {
  tenant_id: string
  id: string
  endpoint_id: string
  event_id: string
  customer_id: string | null
  at: Date
  took_ms: number
  outcome: string
  http_status: number | null
  was_full: boolean
  test: boolean
  sealed: Buffer | null
}

interface WebhookDeliveriesTable {
  tenant_id: string
  endpoint_id: string
  event_id: string
  position: number
  type: string
  customer_id: string | null
  status: Generated<string>
  attempts: Generated<number>
  due_at: Date | null
  created_at: Generated<Date>
  finished_at: Date | null
}

interface WebhookEndpointsTable {
  tenant_id: string
  id: string
  sealed: Buffer
  types: string[] | null
  payload: string
  version: Generated<number>
  created_at: Date
  created_by: string
  disabled_at: Date | null
  disabled_because: string | null
  failing_since: Date | null
  told_at: Date | null
}
