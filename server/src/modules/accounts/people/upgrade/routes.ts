import { phasedRoute } from '../../../../kit/endpoint.ts'
import { aboutOneself } from '../../../customers/index.ts'
import * as api from './contract.ts'
import { createWholeCustomer } from './create-customer.ts'
import { upgradeCustomer } from './upgrade.ts'
import { verifyContact, verifyOwnContact } from './verify-contact.ts'

export const routes = [
  phasedRoute(api.createCustomer, createWholeCustomer),
  phasedRoute(api.upgrade, upgradeCustomer),
  phasedRoute(api.verifyContact, verifyContact),
  phasedRoute(api.verifyOwnContact, aboutOneself(verifyOwnContact)),
]
