import { route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { listMerges } from './list.ts'
import { mergeCustomers } from './merge.ts'
import { unmergeCustomers } from './unmerge.ts'

export const routes = [route(api.merge, mergeCustomers), route(api.undo, unmergeCustomers), route(api.list, listMerges)]
