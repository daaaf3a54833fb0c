import { route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { readMe } from './me.ts'
import { reportTakeover } from './report-takeover.ts'

export const routes = [route(api.me, readMe), route(api.reportTakeover, reportTakeover)]
