import { phasedRoute, route } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import { adjustPoints } from './by-hand/adjust.ts'
import { reviewOne } from './by-hand/review-one.ts'
import * as api from './contract.ts'
import { readAccount } from './reading/account.ts'
import { balanceAt, listEntries, listOwnEntries } from './reading/entries.ts'
import { explainLoyalty } from './reading/explain.ts'
import { readLiability } from './reading/liability.ts'
import { quotePoints } from './reading/quote.ts'
import { simulateRules } from './reading/simulate.ts'
import { captureReserved } from './redemptions/capture.ts'
import { showCard } from './redemptions/card.ts'
import { grantOffline, settleOffline } from './redemptions/offline.ts'
import { redeemPoints } from './redemptions/redeem.ts'
import { releaseReserved } from './redemptions/release.ts'
import { changeRules, changeTiers, listRules, readRules, readTiers } from './rules/decisions.ts'
import { previewReview } from './tiers/preview.ts'
import { askForReview, listReviews, readReview } from './tiers/reviews.ts'

export const routes = [
  route(api.account, readAccount),
  route(api.listEntries, (ctx, input) => listEntries(ctx, input)),
  route(api.balanceAt, balanceAt),
  route(api.explain, explainLoyalty),
  route(api.adjust, adjustPoints),
  phasedRoute(api.quote, quotePoints),
  route(api.redeem, redeemPoints),
  route(api.capture, captureReserved),
  route(api.release, releaseReserved),
  route(api.grantOffline, grantOffline),
  route(api.settleOffline, settleOffline),
  route(api.own, forOwnCustomer(readAccount)),
  route(api.ownEntries, forOwnCustomer(listOwnEntries)),
  route(api.card, forOwnCustomer(showCard)),
  route(api.readRules, readRules),
  route(api.changeRules, changeRules),
  route(api.listRules, listRules),
  route(api.readTiers, readTiers),
  route(api.changeTiers, changeTiers),
  phasedRoute(api.simulate, simulateRules),
  route(api.liability, readLiability),
  phasedRoute(api.previewReview, previewReview),
  route(api.askForReview, askForReview),
  route(api.listReviews, listReviews),
  route(api.readReview, readReview),
  route(api.reviewOne, reviewOne),
]
