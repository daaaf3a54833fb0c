import { phasedRoute, route, streamingRoute } from '../../kit/endpoint.ts'
import { allContacts, allOwnContacts } from './all-contacts.ts'
import { changeCustomer } from './change.ts'
import { profileCompleteness } from './completeness.ts'
import * as api from './contract.ts'
import { customersByDay } from './days.ts'
import { readDisplayNames, regenerateDisplayName } from './display-names.ts'
import { exportCustomers, exportSelected } from './export.ts'
import { customerHistory } from './history.ts'
import { listCustomers } from './list.ts'
import { changeOwnProfile, forOwnCustomer, readOwnProfile } from './own-customer.ts'
import { changeOwnFields, readOwnFields } from './own-fields/own-fields.ts'
import { getCustomer, lookUpCustomer } from './read.ts'
import { compareRecord } from './record/compare.ts'
import { restoreValues } from './record/restore.ts'
import { revealContacts } from './reveal.ts'
import { noteVisit } from './seen.ts'
import { customerStatistics } from './statistics.ts'
import { cancelOwn, deactivateCustomer, reactivateCustomer, suspendCustomer } from './status.ts'
import { deleteView, listViews, replaceView, saveView } from './views/views.ts'

export const routes = [
  // `create` is bound by accounts, which can check verification tokens.
  route(api.list, listCustomers),
  route(api.lookup, lookUpCustomer),
  route(api.statistics, customerStatistics),
  route(api.profileCompleteness, profileCompleteness),
  route(api.customersByDay, customersByDay),
  streamingRoute(api.exportCustomers, exportCustomers),
  streamingRoute(api.exportSelected, exportSelected),
  route(api.get, getCustomer),
  route(api.change, changeCustomer),
  route(api.deactivate, deactivateCustomer),
  route(api.visit, noteVisit),
  route(api.suspend, suspendCustomer),
  route(api.reactivate, reactivateCustomer),
  phasedRoute(api.revealContacts, revealContacts),
  route(api.allContacts, allContacts),
  route(api.allOwnContacts, forOwnCustomer(allOwnContacts)),
  route(api.cancelOwn, forOwnCustomer(cancelOwn)),
  route(api.readOwn, forOwnCustomer(readOwnProfile)),
  route(api.changeOwn, forOwnCustomer(changeOwnProfile)),
  route(api.displayNames, readDisplayNames),
  route(api.regenerateDisplayName, regenerateDisplayName),
  route(api.history, customerHistory),
  route(api.compareRecord, compareRecord),
  route(api.restoreValues, restoreValues),
  route(api.readOwnFields, readOwnFields),
  route(api.changeOwnFields, changeOwnFields),
  route(api.listViews, listViews),
  route(api.saveView, saveView),
  route(api.replaceView, replaceView),
  route(api.deleteView, deleteView),
]
