import { route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { readAcquisition } from './reading/acquisition.ts'
import { readEngagement } from './reading/engagement.ts'
import { readConsent, readPoints } from './reading/ledgers.ts'
import { listBehind } from './reading/people.ts'
import { readQuality } from './reading/quality.ts'
import { readReliability } from './reading/reliability.ts'
import { readTodo } from './reading/todo.ts'

export const routes = [
  route(api.acquisition, readAcquisition),
  route(api.quality, readQuality),
  route(api.engagement, readEngagement),
  route(api.points, readPoints),
  route(api.consent, readConsent),
  route(api.reliability, readReliability),
  route(api.behind, listBehind),
  route(api.todo, readTodo),
]
