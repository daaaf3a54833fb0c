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
  audit_checkpoints: AuditCheckpointsTable
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
  customer_flairs: CustomerFlairsTable
  customer_former_names: CustomerFormerNamesTable
  customer_identifiers: CustomerIdentifiersTable
  customer_logins: CustomerLoginsTable
  customer_notes: CustomerNotesTable
  customer_pictures: CustomerPicturesTable
  customer_preferences: CustomerPreferencesTable
  customer_search: CustomerSearchTable
  customer_search_renewals: CustomerSearchRenewalsTable
  customer_tags: CustomerTagsTable
  customer_tally: CustomerTallyTable
  customer_tokens: CustomerTokensTable
  customer_views: CustomerViewsTable
  customers: CustomersTable
  data_keys: DataKeysTable
  duplicate_batches: DuplicateBatchesTable
  duplicate_merges: DuplicateMergesTable
  duplicate_models: DuplicateModelsTable
  duplicate_people: DuplicatePeopleTable
  duplicate_suggestions: DuplicateSuggestionsTable
  duplicate_tokens: DuplicateTokensTable
  erasure_acknowledgements: ErasureAcknowledgementsTable
  erasures: ErasuresTable
  event_batches: EventBatchesTable
  event_holds: EventHoldsTable
  event_lanes: EventLanesTable
  event_subscribers: EventSubscribersTable
  events: EventsTable
  flair_runs: FlairRunsTable
  guest_tokens: GuestTokensTable
  hand_overs: HandOversTable
  idempotency_keys: IdempotencyKeysTable
  import_batches: ImportBatchesTable
  import_changes: ImportChangesTable
  import_columns: ImportColumnsTable
  import_external_ids: ImportExternalIdsTable
  import_parts: ImportPartsTable
  import_refused: ImportRefusedTable
  imports: ImportsTable
  incoming_events: IncomingEventsTable
  interactions: InteractionsTable
  job_runs: JobRunsTable
  legal_holds: LegalHoldsTable
  loyalty_accounts: LoyaltyAccountsTable
  loyalty_allocations: LoyaltyAllocationsTable
  loyalty_awards: LoyaltyAwardsTable
  loyalty_entries: LoyaltyEntriesTable
  loyalty_offline_grants: LoyaltyOfflineGrantsTable
  loyalty_orders: LoyaltyOrdersTable
  loyalty_owed: LoyaltyOwedTable
  loyalty_redemptions: LoyaltyRedemptionsTable
  loyalty_reviews: LoyaltyReviewsTable
  loyalty_rules: LoyaltyRulesTable
  loyalty_tier_changes: LoyaltyTierChangesTable
  membership_catalogues: MembershipCataloguesTable
  merges: MergesTable
  message_templates: MessageTemplatesTable
  messages: MessagesTable
  order_events: OrderEventsTable
  order_lines: OrderLinesTable
  order_sources: OrderSourcesTable
  orders: OrdersTable
  payment_methods: PaymentMethodsTable
  privacy_exports: PrivacyExportsTable
  privacy_requests: PrivacyRequestsTable
  proposals: ProposalsTable
  refused_tries: RefusedTriesTable
  retention_reviews: RetentionReviewsTable
  segment_definitions: SegmentDefinitionsTable
  segment_history: SegmentHistoryTable
  segment_members: SegmentMembersTable
  segment_runs: SegmentRunsTable
  segment_tags_by_hand: SegmentTagsByHandTable
  sign_in_attempts: SignInAttemptsTable
  sign_in_flows: SignInFlowsTable
  signing_keys: SigningKeysTable
  statistics_counting: StatisticsCountingTable
  statistics_days: StatisticsDaysTable
  statistics_left: StatisticsLeftTable
  statistics_people: StatisticsPeopleTable
  subscriptions: SubscriptionsTable
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

interface AuditCheckpointsTable {
  tenant_id: string
  seq: Generated<number>
  position: Generated<number>
  hash: Buffer
  newest: Date | null
  at: Date | null
  mac: Buffer | null
  before: Date | null
  held: Generated<boolean>
  noted: Generated<number>
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
  last_order_at: Generated<Date>
}

interface CustomerCountersTable {
  tenant_id: string
  last_number: Generated<number>
  last_name: Generated<number>
}

interface CustomerFlairsTable {
  tenant_id: string
  id: string
  customer_id: string
  flair: string
  rule: string | null
  earned_at: Date
  awarded_by: string
  removed_at: Date | null
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

interface CustomerLoginsTable {
  tenant_id: string
  customer_id: string
  logins: number
}

interface CustomerNotesTable {
  tenant_id: string
  id: string
  customer_id: string
  at: Date
  actor: string
  pinned: Generated<boolean>
  sealed: Buffer
}

interface CustomerPicturesTable {
  tenant_id: string
  customer_id: string
  sealed: Buffer
  changed_at: Date
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

interface CustomerSearchRenewalsTable {
  tenant_id: string
  id: string
  reached: string | null
}

interface CustomerTagsTable {
  tenant_id: string
  customer_id: string
  tag: string
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
  shared: Generated<boolean>
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
  source: string | null
  channel: string | null
}

interface DataKeysTable {
  tenant_id: string
  id: string
  customer_id: string
  wrapped: Buffer
  created_at: Generated<Date>
}

interface DuplicateBatchesTable {
  tenant_id: string
  id: string
  made_at: Date
  made_by: string
  least: number
  undone_at: Date | null
  undone_by: string | null
  plan: unknown | null
  refused: Generated<unknown>
}

interface DuplicateMergesTable {
  tenant_id: string
  merge_id: string
  from_id: string
  into_id: string
  score_then: number
  score: number
  doubted_since: Date | null
}

interface DuplicateModelsTable {
  tenant_id: string
  version: number
  made_at: Date
  customers: number
  threshold: number
  active: boolean
  sealed: Buffer
}

interface DuplicatePeopleTable {
  tenant_id: string
  customer_id: string
  outdated: Generated<boolean>
}

interface DuplicateSuggestionsTable {
  tenant_id: string
  id: string
  one_id: string
  other_id: string
  score: number
  vetoed: boolean
  gone: Generated<boolean>
  state: string
  found_at: Date
  put_off_to: Date | null
  decided_at: Date | null
  decided_by: string | null
  decided_on: Buffer | null
  merge_id: string | null
  batch_id: string | null
  undone: Generated<boolean>
}

interface DuplicateTokensTable {
  tenant_id: string
  token: number
  customer_id: string
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

interface FlairRunsTable {
  tenant_id: string
  id: string
  day: string | null
  asked_by: string
  at: Date
  reached: string | null
  done: Generated<number>
  awarded: Generated<number>
  finished_at: Date | null
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

interface ImportBatchesTable {
  tenant_id: string
  import_id: string
  first: number
  rows: number
  keys: Generated<Buffer>
  sealed: Buffer
}

interface ImportChangesTable {
  tenant_id: string
  import_id: string
  customer_id: string
  at: number
  row: number
  kind: string
  changed_at: Date
  sealed: Buffer | null
  kept: string | null
  kept_fields: string[] | null
}

interface ImportColumnsTable {
  tenant_id: string
  digest: Buffer
  target: string | null
  policy: string
  used_at: Date
}

interface ImportExternalIdsTable {
  tenant_id: string
  id: string
  customer_id: string
  import_id: string
  digest: Buffer
  sealed: Buffer
}

interface ImportPartsTable {
  tenant_id: string
  import_id: string
  part: number
  sealed: Buffer
}

interface ImportRefusedTable {
  tenant_id: string
  import_id: string
  at: number
  row: number
  outcome: string
  reasons: unknown
  customer_id: string | null
  other_row: number | null
}

interface ImportsTable {
  tenant_id: string
  id: string
  state: string
  failure: string | null
  sealed: Buffer | null
  format: string | null
  bytes: Generated<number>
  sha256: string | null
  rows: number | null
  done: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  duplicates: Generated<number>
  refused: Generated<number>
  undone: Generated<number>
  kept: Generated<number>
  created_by: string
  created_at: Date
  started_by: string | null
  started_at: Date | null
  finished_at: Date | null
  worker: string | null
  worker_at: Date | null
  failed_in: string | null
}

interface IncomingEventsTable {
  tenant_id: string
  digest: Buffer
  id: string
  source: string
  type: string
  content: Buffer
  state: string
  reason: string | null
  awaits: Buffer | null
  contacts: Generated<Buffer[]>
  about: Generated<string[]>
  happened_at: Date
  received_at: Date
  actor: string
  sealed: Buffer | null
}

interface InteractionsTable {
  tenant_id: string
  id: string
  customer_id: string
  kind: string
  at: Date
  recorded_at: Date
  source: string
  channel: string | null
  sku: string | null
  category: string | null
  tags: Generated<string[]>
  rating: number | null
  sentiment: string | null
  sentiment_by: string | null
  sealed: Buffer
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

interface LoyaltyAccountsTable {
  tenant_id: string
  customer_id: string
  balance: Generated<number>
  pending: Generated<number>
  reserved: Generated<number>
  debt: Generated<number>
  entries: Generated<number>
  tier: string | null
  tier_since: Date | null
  grace_until: Date | null
  reviewed_by: string | null
  away: Generated<boolean>
}

interface LoyaltyAllocationsTable {
  tenant_id: string
  customer_id: string
  seq: number
  award_id: string
  part: number
  points: number
  redemption_id: string | null
  order_id: string | null
  pays_debt: Generated<boolean>
}

interface LoyaltyAwardsTable {
  tenant_id: string
  id: string
  customer_id: string
  kind: string
  order_id: string | null
  points: number
  remaining: number
  created_at: Date
  vested_at: Date | null
  needs_delivery: Generated<boolean>
  needs_proof: Generated<boolean>
  vests_at: Date | null
  months: number | null
  expires_at: Date | null
  announced: Generated<boolean>
  needs_sale: Generated<boolean>
}

interface LoyaltyEntriesTable {
  tenant_id: string
  customer_id: string
  seq: number
  kind: string
  at: Date
  actor: string
  points: number
  balance_change: number
  pending_change: number
  reserved_change: number
  debt_change: number
  balance: number
  pending: number
  reserved: number
  debt: number
  order_id: string | null
  source: string | null
  why: unknown
  note: Buffer | null
}

interface LoyaltyOfflineGrantsTable {
  tenant_id: string
  id: string
  customer_id: string
  till_id: string
  points: number
  used: Generated<number>
  granted_at: Date
  expires_at: Date
}

interface LoyaltyOrdersTable {
  tenant_id: string
  order_id: string
  customer_id: string
  at: Date
  total: number
  refunded: Generated<number>
  counted: number | null
  counted_refunded: Generated<number>
  earned: Generated<number>
  taken: Generated<number>
  lapsed: Generated<number>
  award_id: string | null
  cancelled: Generated<boolean>
  categories: unknown | null
  awaits_sale: Generated<boolean>
  awaits_proof: Generated<boolean>
}

interface LoyaltyOwedTable {
  tenant_id: string
  id: string
  kind: string
  day: string
  points: number
}

interface LoyaltyRedemptionsTable {
  tenant_id: string
  id: string
  customer_id: string
  points: number
  overdraft: Generated<number>
  returned: Generated<number>
  worth: number
  state: string
  order_id: string | null
  till_id: string | null
  proof: string | null
  offline: Generated<boolean>
  created_at: Date
  expires_at: Date | null
  closed_at: Date | null
  refunded_before: Generated<number>
}

interface LoyaltyReviewsTable {
  tenant_id: string
  id: string
  month: string | null
  asked_by: string
  at: Date
  reached: string | null
  done: Generated<number>
  total: number
  raised: Generated<number>
  lowered: Generated<number>
  warned: Generated<number>
  finished_at: Date | null
}

interface LoyaltyRulesTable {
  tenant_id: string
  subject: string
  version: number
  decided: unknown
  decided_at: Date
  decided_by: string
}

interface LoyaltyTierChangesTable {
  tenant_id: string
  id: string
  customer_id: string
  at: Date
  from_tier: string | null
  to_tier: string | null
  spent: number
  version: number
  run_id: string | null
}

interface MembershipCataloguesTable {
  tenant_id: string
  subject: string
  version: number
  decided: unknown
  decided_at: Date
  decided_by: string
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

interface OrderEventsTable {
  tenant_id: string
  id: string
  order_id: string
  what: string
  at: Date
  recorded_at: Date
  actor: string
  reason: string | null
  amount: number | null
  lines: unknown | null
  sealed: Buffer | null
}

interface OrderLinesTable {
  tenant_id: string
  order_id: string
  position: number
  sku: string | null
  category: string | null
  quantity: number
  amount: number
}

interface OrderSourcesTable {
  tenant_id: string
  source: string
  owner: string
  claimed_at: Date
}

interface OrdersTable {
  tenant_id: string
  id: string
  customer_id: string
  source: string
  external_id: string | null
  channel: string
  currency: string
  total: number
  rate: string | null
  counted: number | null
  payment: string | null
  phone_proved: boolean
  placed_at: Date
  phone_digest: Buffer | null
  address_digest: Buffer | null
  sealed: Buffer | null
}

interface PaymentMethodsTable {
  tenant_id: string
  id: string
  customer_id: string
  token_digest: Buffer
  source: string
  added_at: Date
  removed_at: Date | null
  sealed: Buffer
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
  about: Generated<string[]>
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

interface SegmentDefinitionsTable {
  tenant_id: string
  version: number
  decided: unknown
  decided_at: Date
  decided_by: string
  undoes: number | null
}

interface SegmentHistoryTable {
  tenant_id: string
  id: string
  customer_id: string
  key: string
  is_tag: boolean
  came_at: Date
  went_at: Date | null
  came_by: string
  went_by: string | null
  version: number
  moved_from: string | null
}

interface SegmentMembersTable {
  tenant_id: string
  customer_id: string
  segment: string
  since: Date
  tags: Generated<string[]>
  due_at: Date | null
  kept: Generated<unknown>
  tokens: Generated<Buffer[]>
  kept_until: Date | null
}

interface SegmentRunsTable {
  tenant_id: string
  id: string
  version: number
  keeps: boolean
  asked_by: string
  at: Date
  reached: string | null
  done: Generated<number>
  total: number
  changed: Generated<number>
  finished_at: Date | null
}

interface SegmentTagsByHandTable {
  tenant_id: string
  customer_id: string
  tag: string
  given_at: Date
  given_by: string
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

interface StatisticsCountingTable {
  tenant_id: string
  reached: string | null
  finished_at: Date | null
  closed_to: string | null
}

interface StatisticsDaysTable {
  tenant_id: string
  id: string
  figure: string
  part: string
  day: string
  count: number
}

interface StatisticsLeftTable {
  tenant_id: string
  id: string
  figure: string
  part: string
  day: string
  customer_id: string
  came_at: Date | null
  came_in: string | null
  went_at: Generated<Date>
  went_in: Generated<string>
}

interface StatisticsPeopleTable {
  tenant_id: string
  figure: string
  part: string
  day: string
  customer_id: string
  came_at: Generated<Date | null>
  came_in: Generated<string | null>
}

interface SubscriptionsTable {
  tenant_id: string
  id: string
  customer_id: string
  plan: string
  status: string
  cycle: string
  anchor_day: number | null
  starts_at: Date
  ends_at: Date | null
  cancelled_at: Date | null
  paused_at: Date | null
  resumes_at: Date | null
  next_plan: string | null
  next_cycle: string | null
  next_at: Date | null
  due_at: Date | null
  sealed: Buffer | null
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
  segments: string[] | null
}
