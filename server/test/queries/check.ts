import type { Recorded } from '../../src/db/recorder.ts'
import { tablesIn, withoutComments } from './files.ts'

/** What may be asked over all tenants, and why: those with a policy for kith_platform. Everything found is then done inside its tenant. */
const ACROSS: Readonly<Record<string, readonly string[]>> = {
  'Jobs and commands go tenant by tenant, and ask first which there are.': ['tenants'],
  'The relay looks for tenants with events to place or to hand on; metrics count them.': [
    'events',
    'event_lanes',
    'event_batches',
    'event_subscribers',
    'event_holds',
  ],
  'The sealer looks for tenants with entries to link; the end of each chain is noted as an anchor.': [
    'audit_entries',
    'audit_batches',
    'audit_chains',
  ],
  'A start compares whose master key wraps the keys.': ['tenant_keys'],
  'An errand looks for tenants with work that is due; metrics count it.': [
    'addresses',
    'audit_checkpoints',
    'duplicate_people',
    'erasures',
    'flair_runs',
    'imports',
    'incoming_events',
    'job_runs',
    'loyalty_awards',
    'loyalty_redemptions',
    'loyalty_reviews',
    'messages',
    'privacy_exports',
    'segment_members',
    'segment_runs',
    'sign_in_flows',
    'statistics_counting',
    'subscriptions',
    'webhook_deliveries',
    'webhook_endpoints',
  ],
}
const MAY_BE_ASKED_ACROSS = new Set(Object.values(ACROSS).flat())

/** The tenant as a value: a column that equals another is no place that a distributed database could go to. */
const BY_TENANT = /"?\btenant_id"?\s*=\s*\(?(?:\$\d|'')|\$\d+(?:::uuid)?\s*=\s*(?:\w+\.)?"?tenant_id\b/i
/** `insert into t ("tenant_id", …`. */
const OF_TENANT = /\binsert into "?\w+"?(?: as \w+)? \([^)]*\btenant_id\b/i

/** What is wrong with a statement; null if nothing is. A distributed database would ask every shard for such a one. */
export function problemOf({ as, text }: Recorded): string | null {
  const tables = tablesIn(text)
  if (tables.length === 0) return null
  if (as === 'kith_platform') {
    const hidden = tables.filter((table) => !MAY_BE_ASKED_ACROSS.has(table))
    return hidden.length === 0 ? null : `${hidden.join(', ')} over all tenants: ${text}`
  }
  const bare = withoutComments(text)
  return BY_TENANT.test(bare) || OF_TENANT.test(bare) ? null : `names no tenant: ${text}`
}
