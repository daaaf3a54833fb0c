import { phasedRoute, route } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { addInteraction, listInteractions, listInterests } from './interactions/read.ts'
import { dropParked, getParked, listParked } from './parked/list.ts'
import { correctParked, replayAll, replayParked } from './parked/replay.ts'
import { receiveEvents } from './receiving/receive.ts'

export const routes = [
  phasedRoute(api.receive, receiveEvents),
  route(api.listParked, listParked),
  route(api.getParked, getParked),
  phasedRoute(api.correctParked, correctParked),
  phasedRoute(api.replayParked, replayParked),
  phasedRoute(api.replayAll, replayAll),
  route(api.dropParked, dropParked),
  route(api.listInteractions, listInteractions),
  route(api.addInteraction, addInteraction),
  route(api.listInterests, listInterests),
]
