import { per } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  tenants: {
    tenant_id: 'id',
    slug: 'fact',
    name: 'fact',
    name2: 'fact',
    country: 'fact',
    locale: 'fact',
    time_zone: 'fact',
    version: 'fact',
    created_at: 'fact',
  },
  tenant_keys: {
    tenant_id: 'id',
    purpose: 'fact',
    version: 'fact',
    wrapped: 'key',
    master: 'digest',
    created_at: 'fact',
  },
  api_keys: {
    tenant_id: 'id',
    id: 'id',
    name: 'fact',
    digest: 'digest',
    scopes: 'fact',
    per_minute: 'fact',
    created_at: 'fact',
    created_by: 'id',
    expires_at: 'fact',
    revoked_at: 'fact',
  },
  order_sources: { tenant_id: 'id', source: 'id', owner: 'id', claimed_at: 'fact' },
  tenant_settings: { tenant_id: 'id', section: 'fact', sealed: 'sealed', updated_at: 'fact' },
}).grows({
  tenants: { since: 'created_at', bound: per('tenant') },
  tenant_keys: { since: 'created_at', bound: per('tenant: the former one goes when the keys have been rotated') },
  api_keys: {
    since: 'created_at',
    bound: per('program that the business lets in, also revoked ones: the audit trail names them'),
  },
  order_sources: { since: 'claimed_at', bound: per('system that sends orders, events or logins') },
  tenant_settings: { since: 'updated_at', bound: per('tenant and section') },
})
