import { phasedRoute, route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import { changeFlairs, changePlans, readFlairs, readPlans } from './catalogue/decisions.ts'
import * as api from './contract.ts'
import { featureDocument } from './features/document.ts'
import { explainMembership } from './features/explain.ts'
import { readFeatures } from './features/read.ts'
import { awardFlair, listFlairs, removeFlair } from './flairs/by-hand.ts'
import { previewFlairs } from './flairs/preview.ts'
import { askForRun, listRuns } from './flairs/runs.ts'
import { changeSubscription } from './subscriptions/change.ts'
import { cancelSubscription, revokeChange } from './subscriptions/end.ts'
import { pauseSubscription, resumeSubscription } from './subscriptions/pause.ts'
import { previewChange } from './subscriptions/preview.ts'
import { listSubscriptions } from './subscriptions/read.ts'
import { startSubscription } from './subscriptions/start.ts'

export const routes = [
  route(api.list, listSubscriptions),
  route(api.start, startSubscription),
  phasedRoute(api.preview, previewChange),
  route(api.change, changeSubscription),
  route(api.cancel, cancelSubscription),
  route(api.revokeChange, revokeChange),
  route(api.pause, pauseSubscription),
  route(api.resume, resumeSubscription),
  route(api.features, readFeatures),
  phasedRoute(api.featureDocument, featureDocument),
  route(api.explain, explainMembership),
  route(api.listFlairs, listFlairs),
  route(api.awardFlair, awardFlair),
  route(api.removeFlair, removeFlair),
  route(api.own, forOwnCustomer(listSubscriptions)),
  route(api.ownFeatures, forOwnCustomer(readFeatures)),
  phasedRoute(api.ownFeatureDocument, forOwnCustomer(featureDocument)),
  route(api.ownFlairs, forOwnCustomer(listFlairs)),
  route(api.readPlans, readPlans),
  route(api.changePlans, changePlans),
  route(api.readFlairs, readFlairs),
  route(api.changeFlairs, changeFlairs),
  phasedRoute(api.previewFlairs, previewFlairs),
  route(api.applyFlairs, askForRun),
  route(api.listFlairRuns, listRuns),
]
