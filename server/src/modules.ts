import { accounts } from './modules/accounts/index.ts'
import { addresses } from './modules/addresses/index.ts'
import { assistants } from './modules/assistants/index.ts'
import { audit } from './modules/audit/index.ts'
import { carts } from './modules/carts/index.ts'
import { consent } from './modules/consent/index.ts'
import { customers } from './modules/customers/index.ts'
import { duplicates } from './modules/duplicates/index.ts'
import { events } from './modules/events/index.ts'
import { graphql } from './modules/graphql/index.ts'
import { imports } from './modules/imports/index.ts'
import { incoming } from './modules/incoming/index.ts'
import { jobs } from './modules/jobs/index.ts'
import { loyalty } from './modules/loyalty/index.ts'
import { membership } from './modules/membership/index.ts'
import { merging } from './modules/merging/index.ts'
import { messages } from './modules/messages/index.ts'
import { nats } from './modules/nats/index.ts'
import { orders } from './modules/orders/index.ts'
import { pictures } from './modules/pictures/index.ts'
import { preferences } from './modules/preferences/index.ts'
import { privacy } from './modules/privacy/index.ts'
import { segments } from './modules/segments/index.ts'
import { statistics } from './modules/statistics/index.ts'
import { tenants } from './modules/tenants/index.ts'
import { timeline } from './modules/timeline/index.ts'
import { verification } from './modules/verification/index.ts'
import { webhooks } from './modules/webhooks/index.ts'

/** The table of contents, from the ground up: a module may know those before it. */
export const modules = [
  events,
  tenants,
  customers,
  addresses,
  messages,
  verification,
  preferences,
  consent,
  carts,
  pictures,
  merging,
  accounts,
  duplicates,
  orders,
  incoming,
  loyalty,
  membership,
  timeline,
  segments,
  privacy,
  imports,
  webhooks,
  nats,
  audit,
  jobs,
  statistics,
  graphql,
  assistants,
]
