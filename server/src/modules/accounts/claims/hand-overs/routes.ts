import { route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { dismissHandOver, mergeHandOver } from './decide.ts'
import { listHandOvers } from './list.ts'

export const routes = [
  route(api.listHandOvers, listHandOvers),
  route(api.mergeHandOver, mergeHandOver),
  route(api.dismissHandOver, dismissHandOver),
]
