import { keptRoute, route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { getMerge, listAllMerges, listMerges } from './list.ts'
import { mergeAsAsked } from './merge.ts'
import { unmergeCustomers } from './unmerge.ts'

export const routes = [
  keptRoute(api.merge, mergeAsAsked),
  route(api.undo, unmergeCustomers),
  route(api.listAll, listAllMerges),
  route(api.get, getMerge),
  route(api.list, listMerges),
]
