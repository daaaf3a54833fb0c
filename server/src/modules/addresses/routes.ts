import { keptRoute, phasedRoute, route } from '../../kit/endpoint.ts'
import { aboutOneself } from '../customers/index.ts'
import { addAddress } from './add.ts'
import { changeAddress } from './change.ts'
import * as api from './contract.ts'
import { makeDefault } from './default.ts'
import { addressRules, getAddress, listAddresses } from './read.ts'
import { removeAddress, restoreAddress } from './remove.ts'
import { addressSettings, changeAddressSettings } from './settings.ts'

export const routes = [
  route(api.list, listAddresses),
  keptRoute(api.add, addAddress),
  route(api.get, getAddress),
  phasedRoute(api.change, changeAddress),
  route(api.remove, removeAddress),
  route(api.restore, restoreAddress),
  route(api.makeDefault, makeDefault),
  route(api.listOwn, aboutOneself(listAddresses)),
  keptRoute(api.addOwn, aboutOneself(addAddress)),
  phasedRoute(api.changeOwn, aboutOneself(changeAddress)),
  route(api.removeOwn, aboutOneself(removeAddress)),
  route(api.restoreOwn, aboutOneself(restoreAddress)),
  route(api.makeOwnDefault, aboutOneself(makeDefault)),
  route(api.rules, addressRules),
  route(api.readSettings, addressSettings),
  route(api.changeSettings, changeAddressSettings),
]
