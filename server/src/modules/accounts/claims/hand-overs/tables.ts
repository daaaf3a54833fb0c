import { per } from '../../../../kit/growth.ts'
import { tables } from '../../../../kit/tables.ts'

export const sql = tables({
  hand_overs: {
    tenant_id: 'id',
    id: 'id',
    former_id: 'id',
    present_id: 'id',
    why: 'fact',
    created_at: 'fact',
    decided_at: 'fact',
    decided_by: 'fact',
    decision: 'fact',
  },
}).grows({
  hand_overs: { since: 'created_at', bound: per('phone that went to another customer') },
})
