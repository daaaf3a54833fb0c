import { keptRoute, phasedRoute, route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
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
  route(api.listOwn, forOwnCustomer(listAddresses)),
  keptRoute(api.addOwn, forOwnCustomer(addAddress)),
  phasedRoute(api.changeOwn, forOwnCustomer(changeAddress)),
  route(api.removeOwn, forOwnCustomer(removeAddress)),
  route(api.restoreOwn, forOwnCustomer(restoreAddress)),
  route(api.makeOwnDefault, forOwnCustomer(makeDefault)),
  route(api.rules, addressRules),
  route(api.readSettings, addressSettings),
  route(api.changeSettings, changeAddressSettings),
]
