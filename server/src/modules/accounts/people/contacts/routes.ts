import { route } from '../../../../kit/endpoint.ts'
import { changeContact } from './change.ts'
import * as api from './contract.ts'

export const routes = [route(api.changeContact, changeContact)]
