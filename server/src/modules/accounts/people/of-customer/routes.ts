import { route } from '../../../../kit/endpoint.ts'
import { accountsOfCustomer } from './accounts-of-customer.ts'
import * as api from './contract.ts'
import { endCustomerSession, endCustomerSessions, sessionsOfCustomer } from './sessions-of-customer.ts'

export const routes = [
  route(api.accountsOfCustomer, accountsOfCustomer),
  route(api.sessionsOfCustomer, sessionsOfCustomer),
  route(api.endCustomerSession, endCustomerSession),
  route(api.endCustomerSessions, endCustomerSessions),
]
