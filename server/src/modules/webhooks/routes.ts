import { phasedRoute, route, streamingRoute } from '../../kit/endpoint.ts'
import * as api from './contract.ts'
import { replayEvents, resendEvent } from './deliveries/again.ts'
import { readDisclosures } from './deliveries/disclosures.ts'
import { listDeliveries, readDelivery } from './deliveries/list.ts'
import { tryWebhook } from './deliveries/try-out.ts'
import { changeWebhook, createWebhook, getWebhook, listWebhooks, rotateWebhookSecret } from './endpoints/register.ts'
import { disableWebhook, enableWebhook, removeWebhook } from './endpoints/switch.ts'
import { listTypes, readFeed } from './feed/list.ts'
import { followEvents } from './feed/stream.ts'
import { changeRetention, readRetention } from './retention/settings.ts'

export const routes = [
  route(api.listEvents, readFeed),
  streamingRoute(api.streamEvents, followEvents),
  route(api.listEventTypes, listTypes),
  route(api.readRetention, readRetention),
  route(api.changeRetention, changeRetention),
  route(api.list, listWebhooks),
  route(api.create, createWebhook),
  route(api.get, getWebhook),
  route(api.change, changeWebhook),
  route(api.remove, removeWebhook),
  route(api.disable, disableWebhook),
  route(api.enable, enableWebhook),
  route(api.rotateSecret, rotateWebhookSecret),
  phasedRoute(api.tryOut, tryWebhook),
  route(api.deliveries, listDeliveries),
  route(api.delivery, readDelivery),
  route(api.resend, resendEvent),
  route(api.replay, replayEvents),
  route(api.disclosures, readDisclosures),
]
