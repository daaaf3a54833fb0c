import { per, stays, until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  consent_documents: {
    tenant_id: 'id',
    id: 'id',
    purpose: 'fact',
    double_opt_in: 'fact',
    created_at: 'fact',
    retired_at: 'fact',
  },
  consent_versions: {
    tenant_id: 'id',
    id: 'id',
    document_id: 'id',
    version: 'fact',
    asks_again: 'fact',
    published_at: 'fact',
    published_by: 'id',
  },
  consent_texts: { tenant_id: 'id', version_id: 'id', locale: 'fact', title: 'fact', text: 'fact', sha256: 'fact' },
  consent_events: {
    tenant_id: 'id',
    id: 'id',
    customer_id: 'id',
    document_id: 'id',
    version_id: 'id',
    locale: 'fact',
    decision: 'fact',
    source: 'fact',
    actor: 'id',
    decided_at: 'fact',
    recorded_at: 'fact',
    sealed: 'sealed',
  },
  consent_merges: { tenant_id: 'id', id: 'id', from_id: 'id', into_id: 'id', since: 'fact', until: 'fact' },
  consent_links: { tenant_id: 'id', id: 'id', customer_id: 'id', document_id: 'id' },
  consent_confirmations: {
    tenant_id: 'id',
    digest: 'digest',
    customer_id: 'id',
    event_id: 'id',
    address: 'digest',
    expires_at: 'fact',
    used_at: 'fact',
  },
}).grows({
  consent_documents: { since: 'created_at', bound: per('topic of the business') },
  consent_versions: { since: 'published_at', bound: stays('what customers agreed to must be shown') },
  consent_texts: { since: null, bound: per('version of a document') },
  consent_events: { since: 'recorded_at', bound: stays('each decision is the proof of a consent, or of its end') },
  consent_merges: { since: 'since', bound: stays('which customer’s decisions count for which, from when to when') },
  consent_links: { since: null, bound: per('customer and document') },
  consent_confirmations: {
    since: null,
    bound: until('forget-consent-confirmations', 'until the link expires'),
  },
})
