import { phasedRoute, route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { tenantDefaults } from './defaults.ts'
import { changeTenant, readTenant } from './details.ts'
import { changeFace, readFace } from './face.ts'
import { listApiKeys, revokeApiKey } from './keys/api-keys.ts'
import { makeApiKey } from './keys/make-key.ts'
import { readOfflineKey } from './offline-key.ts'
import { listRoles } from './roles.ts'

export const routes = [
  route(api.business, tenantDefaults),
  route(api.face, readFace),
  route(api.changeFace, changeFace),
  route(api.get, readTenant),
  route(api.change, changeTenant),
  route(api.offlineKey, readOfflineKey),
  route(api.listRoles, listRoles),
  route(api.listKeys, async (ctx) => ({ items: await listApiKeys(ctx) })),
  phasedRoute(api.createKey, makeApiKey),
  route(api.revokeKey, revokeApiKey),
]
