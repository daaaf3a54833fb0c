import { phasedRoute, route, streamingRoute } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import * as breaches from './breaches/breaches.ts'
import * as api from './contract.ts'
import { acknowledge } from './erasure/acknowledge.ts'
import { readCertificate } from './erasure/certify.ts'
import { erase, preview } from './erasure/erase.ts'
import { listErasures, readErasure } from './erasure/erasure-row.ts'
import { liftHold, placeHold, readHold } from './erasure/holds.ts'
import { ask, listExports } from './exports/ask.ts'
import { download, giveLink } from './exports/download.ts'
import { withdraw } from './exports/withdraw.ts'
import { askMyself, listOwnRequests } from './me/ask.ts'
import { downloadOwn, giveOwnLink } from './me/download.ts'
import { countAll } from './overview/count.ts'
import * as requests from './requests/handle.ts'
import { countRequests, listRequests, readRequest } from './requests/list.ts'
import { record } from './requests/record.ts'
import { lift, readRestriction, restrict } from './restriction/restrict.ts'
import { decide, listReviews } from './retention/reviews.ts'
import { changePrivacySettings, readPrivacySettings } from './settings.ts'
import { readWording } from './wording/read.ts'

export const routes = [
  route(api.recordRequest, record),
  route(api.listRequests, listRequests),
  route(api.overview, countAll),
  route(api.requestStatistics, countRequests),
  route(api.getRequest, readRequest),
  route(api.assignRequest, requests.assign),
  route(api.noteIdentity, requests.proveIdentity),
  route(api.extendRequest, requests.extend),
  route(api.completeRequest, requests.complete),
  route(api.refuseRequest, requests.refuse),
  route(api.readSettings, readPrivacySettings),
  route(api.changeSettings, changePrivacySettings),
  route(api.readWording, readWording),
  route(api.askForExport, ask),
  route(api.listExports, listExports),
  phasedRoute(api.linkExport, giveLink),
  route(api.withdrawExport, withdraw),
  streamingRoute(api.downloadExport, download),
  route(api.askForMyself, forOwnCustomer(askMyself)),
  route(api.listOwnRequests, forOwnCustomer(listOwnRequests)),
  route(api.listOwnExports, forOwnCustomer(listExports)),
  route(api.withdrawOwnExport, forOwnCustomer(withdraw)),
  phasedRoute(api.linkOwnExport, forOwnCustomer(giveOwnLink)),
  streamingRoute(api.downloadOwnExport, forOwnCustomer(downloadOwn)),
  route(api.readRestriction, readRestriction),
  route(api.restrict, restrict),
  route(api.liftRestriction, lift),
  route(api.previewErasure, preview),
  route(api.eraseCustomer, erase),
  route(api.placeHold, placeHold),
  route(api.readHold, readHold),
  route(api.liftHold, liftHold),
  route(api.listErasures, listErasures),
  route(api.getErasure, readErasure),
  route(api.getCertificate, readCertificate),
  route(api.acknowledgeErasure, acknowledge),
  route(api.listReviews, listReviews),
  route(api.decideReviews, decide),
  route(api.recordBreach, breaches.record),
  route(api.listBreaches, breaches.list),
  route(api.getBreach, breaches.read),
  route(api.changeBreach, breaches.change),
]
