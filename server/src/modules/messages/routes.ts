import { route, streamingRoute } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { readInbox } from './inbox.ts'
import { inboxPage } from './inbox-page.ts'
import { changeWording, listWordings } from './wordings.ts'

export const routes = [
  route(api.listTemplates, listWordings),
  route(api.changeTemplate, changeWording),
  route(api.readInbox, readInbox),
  streamingRoute(api.showInbox, inboxPage),
]
