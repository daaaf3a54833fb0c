import { per } from '../../../../kit/growth.ts'
import { tables } from '../../../../kit/tables.ts'

export const sql = tables({
  tills: {
    tenant_id: 'id',
    id: 'id',
    name: 'fact',
    created_at: 'fact',
    created_by: 'fact',
    pairing_digest: 'digest',
    pairing_expires_at: 'fact',
    device_digest: 'digest',
    paired_at: 'fact',
    used_at: 'fact',
    revoked_at: 'fact',
    revoked_by: 'fact',
  },
  till_pins: {
    tenant_id: 'id',
    till_id: 'id',
    account_id: 'id',
    digest: 'digest',
    attempts: 'fact',
    second_factor: 'fact',
    signed_in_at: 'fact',
    set_at: 'fact',
  },
}).grows({
  tills: { since: 'created_at', bound: per('till, also revoked ones') },
  till_pins: { since: 'set_at', bound: per('till and member of staff') },
})
