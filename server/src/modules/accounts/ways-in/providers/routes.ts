import { route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { changeOidcSettings, listProviders, readOidcSettings } from './settings.ts'

export const routes = [
  route(api.readOidcSettings, readOidcSettings),
  route(api.changeOidcSettings, changeOidcSettings),
  route(api.listProviders, listProviders),
]
