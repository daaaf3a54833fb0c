import { route, streamingRoute } from '../../kit/endpoint.ts'
import { changeCustomer } from './change.ts'
import * as api from './contract.ts'
import { customersByDay } from './days.ts'
import { readDisplayNames, regenerateDisplayName } from './display-names.ts'
import { exportCustomers } from './export.ts'
import { customerHistory } from './history.ts'
import { listCustomers } from './list.ts'
import { getCustomer, lookUpCustomer } from './read.ts'
import { customerStatistics } from './statistics.ts'
import { deactivateCustomer, reactivateCustomer, suspendCustomer } from './status.ts'

export const routes = [
  // `create` is bound by accounts, which can check the proof of a contact.
  route(api.list, listCustomers),
  route(api.lookup, lookUpCustomer),
  route(api.statistics, customerStatistics),
  route(api.customersByDay, customersByDay),
  streamingRoute(api.exportCustomers, exportCustomers),
  route(api.get, getCustomer),
  route(api.change, changeCustomer),
  route(api.deactivate, deactivateCustomer),
  route(api.suspend, suspendCustomer),
  route(api.reactivate, reactivateCustomer),
  route(api.displayNames, readDisplayNames),
  route(api.regenerateDisplayName, regenerateDisplayName),
  route(api.history, customerHistory),
]
