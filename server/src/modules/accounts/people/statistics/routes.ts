import { route } from '../../../../kit/endpoint.ts'
import * as api from './contract.ts'
import { signInsByDay } from './days.ts'

export const routes = [route(api.signInsByDay, signInsByDay)]
