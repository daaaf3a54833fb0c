import type { Endpoint } from './kit/endpoint.ts'
import * as accounts from './modules/accounts/contract.ts'
import * as addresses from './modules/addresses/contract.ts'
import * as assistants from './modules/assistants/contract.ts'
import * as audit from './modules/audit/contract.ts'
import * as carts from './modules/carts/contract.ts'
import * as consent from './modules/consent/contract.ts'
import * as customers from './modules/customers/contract.ts'
import * as duplicates from './modules/duplicates/contract.ts'
import * as graphql from './modules/graphql/contract.ts'
import * as imports from './modules/imports/contract.ts'
import * as incoming from './modules/incoming/contract.ts'
import * as jobs from './modules/jobs/contract.ts'
import * as loyalty from './modules/loyalty/contract.ts'
import * as membership from './modules/membership/contract.ts'
import * as merging from './modules/merging/contract.ts'
import * as messages from './modules/messages/contract.ts'
import * as orders from './modules/orders/contract.ts'
import * as pictures from './modules/pictures/contract.ts'
import * as preferences from './modules/preferences/contract.ts'
import * as privacy from './modules/privacy/contract.ts'
import * as segments from './modules/segments/contract.ts'
import * as statistics from './modules/statistics/contract.ts'
import * as tenants from './modules/tenants/contract.ts'
import * as timeline from './modules/timeline/contract.ts'
import * as verification from './modules/verification/contract.ts'
import * as webhooks from './modules/webhooks/contract.ts'

const contracts: Readonly<Record<string, object>> = {
  ...{ tenants, customers, addresses, messages, verification, preferences },
  ...{
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
    audit,
    jobs,
    statistics,
    graphql,
    assistants,
  },
}

/** Declared above customers, because they need proofs and addresses; callers find them with the customers. */
const OF_CUSTOMERS: Readonly<Record<string, string>> = {
  'accounts.createCustomer': 'customers.create',
  'accounts.upgrade': 'customers.upgrade',
}

/** The public name of each operation: its module's and its own, such as `customers.suspend`. */
export const operationNames: ReadonlyMap<unknown, string> = new Map(
  Object.entries(contracts).flatMap(([module, contract]) =>
    Object.entries(contract)
      .filter(([, one]) => isEndpoint(one))
      .map(([name, one]) => [one, OF_CUSTOMERS[`${module}.${name}`] ?? `${module}.${name}`] as const),
  ),
)

function isEndpoint(one: unknown): one is Endpoint {
  return typeof one === 'object' && one !== null && 'method' in one && 'path' in one && 'refuses' in one
}
