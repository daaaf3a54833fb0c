import { route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { linkLogin } from './link.ts'

export const routes = [route(api.linkLogin, linkLogin)]
