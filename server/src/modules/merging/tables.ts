import { stays } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  merges: {
    tenant_id: 'id',
    id: 'id',
    from_id: 'id',
    into_id: 'id',
    ordinal: 'fact',
    merged_at: 'fact',
    merged_by: 'id',
    sealed: 'sealed',
    undone_at: 'fact',
    undone_by: 'id',
    undone_sealed: 'sealed',
  },
}).grows({
  merges: { since: 'merged_at', bound: stays('a merge can be undone, and tells why two numbers are one customer') },
})
