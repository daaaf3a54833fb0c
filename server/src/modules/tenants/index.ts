import { type Module, noPersonalData } from '../../kit/module.ts'
import { routes } from './routes.ts'
import { sql } from './tables.ts'

export { keepDefaultsFresh, type TenantDefaults, tenantDefaults } from './defaults.ts'
export { readFace } from './face.ts'
export { createApiKey, isKeyValid, listApiKeys, namesOfKeys, revokeApiKey } from './keys/api-keys.ts'
export { authenticator } from './keys/authenticate.ts'
export { claimSource, listSources, ofLogins, releaseSource } from './keys/sources.ts'
export { createTenant, findTenant, listTenants } from './operations.ts'
export { changeKeptDays, type Keeping, readKeptDays } from './retention/kept-days.ts'
export { changeSettings, readSettings, type Section } from './settings.ts'
export { tenantOf } from './tenant-of.ts'
export { isTimeZone } from './time-zone.ts'
export { addWrapKey, dropWrapKeys } from './wrap-keys.ts'

declare module '../../kit/nudges.ts' {
  interface NudgeKinds {
    'api-keys': true
    tenants: true
  }
}

export const tenants: Module = {
  name: 'tenants',
  tables: sql.classes,
  growth: sql.growth,
  routes,
  jobs: [],
  subscribers: [],
  errands: [],
  events: [],
  personalData: noPersonalData,
}
