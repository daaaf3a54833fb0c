import { phasedRoute, route, streamingRoute } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { messagesByDay } from './days.ts'
import { readInbox } from './inbox.ts'
import { inboxPage } from './inbox-page.ts'
import { previewWording } from './preview.ts'
import { changeRetention, readRetention } from './retention/settings.ts'
import { messageStatistics } from './statistics.ts'
import { hearTwilio } from './twilio-status.ts'
import { changeWording, listWordings } from './wordings.ts'

export const routes = [
  route(api.listTemplates, listWordings),
  route(api.changeTemplate, changeWording),
  phasedRoute(api.previewTemplate, previewWording),
  route(api.statistics, messageStatistics),
  route(api.messagesByDay, messagesByDay),
  route(api.readRetention, readRetention),
  route(api.changeRetention, changeRetention),
  phasedRoute(api.twilioStatus, hearTwilio),
  route(api.readInbox, readInbox),
  streamingRoute(api.showInbox, inboxPage),
]
