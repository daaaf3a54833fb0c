import type { Context } from '../../kit/context.ts'
import { type Input, route, streamingRoute } from '../../kit/endpoint.ts'
import { forOwnCustomer } from '../customers/index.ts'
import * as api from './contract.ts'
import { decideConsent } from './decide.ts'
import { listDecisions, readReceipt } from './decisions.ts'
import { postConfirmation, postUnsubscribe, showConfirmation, showUnsubscribe } from './link-pages.ts'
import { exportMarketingContacts } from './marketing-contacts.ts'
import { printReceipt } from './print-receipt.ts'
import { createDocument, listDocuments, listVersions, publishVersion, retireDocument } from './publish.ts'
import { readConsents } from './state.ts'

export const routes = [
  route(api.listDocuments, listDocuments),
  route(api.createDocument, createDocument),
  route(api.publishVersion, publishVersion),
  route(api.listVersions, listVersions),
  route(api.retireDocument, retireDocument),
  route(api.read, readConsents),
  route(api.decide, decideConsent),
  route(api.listEvents, listDecisions),
  route(api.receipt, readReceipt),
  route(api.readOwn, forOwnCustomer(readConsents)),
  route(
    api.decideOwn,
    forOwnCustomer((ctx: Context, said: Input<typeof api.decideOwn> & { customerId: string }) =>
      decideConsent(ctx, { ...said, source: 'web' }),
    ),
  ),
  route(api.listOwnEvents, forOwnCustomer(listDecisions)),
  route(api.ownReceipt, forOwnCustomer(readReceipt)),
  streamingRoute(api.printedReceipt, printReceipt),
  streamingRoute(api.marketingContacts, exportMarketingContacts),
  streamingRoute(api.showUnsubscribe, showUnsubscribe),
  streamingRoute(api.unsubscribe, postUnsubscribe),
  streamingRoute(api.showConfirmation, showConfirmation),
  streamingRoute(api.confirm, postConfirmation),
]
