import { route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import { changePreferences, replacePreferences } from './change.ts'
import * as api from './contract.ts'
import { readPreferences } from './read.ts'
import { changePreferenceSchema, readPreferenceSchema } from './schema-operations.ts'

export const routes = [
  route(api.readSchema, readPreferenceSchema),
  route(api.changeSchema, changePreferenceSchema),
  route(api.get, readPreferences),
  route(api.replace, replacePreferences),
  route(api.change, changePreferences),
  route(api.getOwn, forOwnCustomer(readPreferences)),
  route(api.replaceOwn, forOwnCustomer(replacePreferences)),
  route(api.changeOwn, forOwnCustomer(changePreferences)),
]
