import { route } from '../../kit/endpoint.ts'
import { type Module, noPersonalData } from '../../kit/module.ts'
import { business, get } from './contract.ts'
import { readTenant, tenantDefaults } from './operations.ts'
import { sql } from './tables.ts'

export { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
export { authenticator } from './authenticate.ts'
export { createTenant, findTenant, listTenants, type TenantDefaults, tenantDefaults } from './operations.ts'
export { changeSettings, readSettings, type Section } from './settings.ts'
export { tenantOf } from './tenant-of.ts'
export { addWrapKey, dropWrapKeys } from './wrap-keys.ts'

export const tenants: Module = {
  name: 'tenants',
  tables: sql.classes,
  routes: [route(business, tenantDefaults), route(get, readTenant)],
  jobs: [],
  subscribers: [],
  errands: [],
  events: [],
  personalData: noPersonalData,
}
