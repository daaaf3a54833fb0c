import { keptRoute } from '../../../../kit/endpoint.ts'
import { forOwnCustomer } from '../../../customers/index.ts'
import * as api from './contract.ts'
import { createWholeCustomer } from './create-customer.ts'
import { upgradeCustomer } from './upgrade.ts'
import { verifyContact, verifyOwnContact } from './verify-contact.ts'

export const routes = [
  keptRoute(api.createCustomer, createWholeCustomer),
  keptRoute(api.upgrade, upgradeCustomer),
  keptRoute(api.verifyContact, verifyContact),
  keptRoute(api.verifyOwnContact, forOwnCustomer(verifyOwnContact)),
]
