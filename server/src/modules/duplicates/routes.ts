import { keptRoute, phasedRoute, route } from '../../kit/endpoint.ts'
import { listBatches, mergeBatch, undoBatch } from './batches.ts'
import * as api from './contract.ts'
import { keepMerge, listDoubts } from './doubts.ts'
import { matchCustomer } from './match.ts'
import { activateModel, listModels } from './model/versions.ts'
import { changeDuplicateSettings, duplicateSettings } from './settings.ts'
import { acceptSuggestion, putOffSuggestion, rejectSuggestion, reopenSuggestion } from './suggestions/decide.ts'
import { mergeGroup, readGroup } from './suggestions/group.ts'
import { explainCustomers, getSuggestion, listSuggestions } from './suggestions/list.ts'
import { duplicateStatistics } from './suggestions/statistics.ts'

export const routes = [
  route(api.match, matchCustomer),
  route(api.list, listSuggestions),
  route(api.explain, explainCustomers),
  route(api.statistics, duplicateStatistics),
  route(api.settings, duplicateSettings),
  route(api.changeSettings, changeDuplicateSettings),
  route(api.models, listModels),
  route(api.activate, activateModel),
  route(api.batches, listBatches),
  keptRoute(api.mergeBatch, mergeBatch),
  phasedRoute(api.undoBatch, undoBatch),
  route(api.get, getSuggestion),
  route(api.accept, (ctx, input) => acceptSuggestion(ctx, input)),
  route(api.reject, rejectSuggestion),
  route(api.putOff, putOffSuggestion),
  route(api.reopen, reopenSuggestion),
  route(api.group, readGroup),
  keptRoute(api.mergeGroup, mergeGroup),
  route(api.doubts, listDoubts),
  route(api.keep, keepMerge),
]
