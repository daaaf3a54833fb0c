import { per, stays } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  duplicate_models: {
    tenant_id: 'id',
    version: 'fact',
    made_at: 'fact',
    customers: 'fact',
    threshold: 'fact',
    active: 'fact',
    sealed: 'sealed',
  },
  duplicate_people: { tenant_id: 'id', customer_id: 'id', outdated: 'fact' },
  duplicate_tokens: { tenant_id: 'id', token: 'digest', customer_id: 'id' },
  duplicate_suggestions: {
    tenant_id: 'id',
    id: 'id',
    one_id: 'id',
    other_id: 'id',
    score: 'fact',
    vetoed: 'fact',
    gone: 'fact',
    state: 'fact',
    found_at: 'fact',
    put_off_to: 'fact',
    decided_at: 'fact',
    decided_by: 'id',
    decided_on: 'digest',
    merge_id: 'id',
    batch_id: 'id',
    undone: 'fact',
  },
  duplicate_batches: {
    tenant_id: 'id',
    id: 'id',
    made_at: 'fact',
    made_by: 'id',
    least: 'fact',
    undone_at: 'fact',
    undone_by: 'id',
  },
}).grows({
  duplicate_models: { since: 'made_at', bound: per('tenant: its last 10 models') },
  duplicate_people: { since: null, bound: per('customer') },
  duplicate_tokens: { since: null, bound: per('customer: some 12 tokens') },
  duplicate_suggestions: { since: 'found_at', bound: per('pair of customers that are alike') },
  duplicate_batches: {
    since: 'made_at',
    bound: stays('which merges were made together, so that they can be undone as one'),
  },
})
