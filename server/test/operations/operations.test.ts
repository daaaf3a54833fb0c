import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../../sdk/src/index.ts'
import { PLACES } from '../../../sdk/src/places.ts'
import { published } from '../documented/answers.ts'
import { refuseComplaints } from '../documented/watch.ts'
import { accounts } from './accounts.ts'
import { assistants, audit, graphql, jobs, messages, tenants, verification } from './business.ts'
import { consent } from './consent.ts'
import { customers } from './customers.ts'
import { type Call, type Here, openHere } from './here.ts'
import { imports } from './imports.ts'
import { loyalty } from './loyalty.ts'
import { membership } from './membership.ts'
import { addresses, carts, duplicates, merging, pictures, preferences } from './of-customers.ts'
import { incoming, orders } from './orders.ts'
import { privacy } from './privacy.ts'
import { segments, statistics } from './segments.ts'
import { timeline } from './timeline.ts'
import { webhooks } from './webhooks.ts'

/** An operation without a call here does not compile. */
const CALLS = {
  ...tenants,
  ...customers,
  ...addresses,
  ...carts,
  ...pictures,
  ...preferences,
  ...consent,
  ...merging,
  ...duplicates,
  ...accounts,
  ...orders,
  ...incoming,
  ...membership,
  ...timeline,
  ...verification,
  ...loyalty,
  ...messages,
  ...privacy,
  ...imports,
  ...webhooks,
  ...audit,
  ...jobs,
  ...segments,
  ...statistics,
  ...graphql,
  ...assistants,
} satisfies Record<Operation, Call>
const NAMES = Object.keys(CALLS) as Operation[]

let here: Here
beforeAll(async () => {
  here = await openHere()
})
afterAll(() => here.close())

/** The statuses that an operation has answered until now; each answer was compared with the document. */
const answersOf = (name: Operation) =>
  [...here.world.seen.answers].filter((one) => one.startsWith(`${name} `)).map((one) => Number(one.split(' ')[1]))

describe('called as its example has it', () => {
  test.each(NAMES)('%s answers as the document says', async (name) => {
    await CALLS[name](here)
    refuseComplaints(here.world.seen.complaints)
    expect(answersOf(name).filter((status) => status < 400)).not.toEqual([])
  })
})

const ID = '0198c0de-7a31-7c54-9e0b-3f1d5a2b8c47'
const filled = (path: string) =>
  path
    .replace('{tenant}', here.shop.slug)
    .replace('{customerId}', `cust_${ID.replaceAll('-', '')}`)
    .replace('{addressId}', `addr_${ID.replaceAll('-', '')}`)
    .replace('{redemptionId}', `rdm_${ID.replaceAll('-', '')}`)
    .replace('{orderId}', `ord_${ID.replaceAll('-', '')}`)
    .replace('{paymentMethodId}', `pm_${ID.replaceAll('-', '')}`)
    .replace('{subscriptionId}', `sub_${ID.replaceAll('-', '')}`)
    .replace(/\{\w+\}/g, ID)

describe('called wrongly', () => {
  test.each(NAMES)('%s refuses as the document says', async (name) => {
    const { method, path } = PLACES[name]
    const wrong: readonly RequestInit[] = [
      {},
      { headers: { authorization: 'Bearer kith_none' } },
      { headers: { 'x-kith-tenant': 'no-such-shop' } },
      { headers: { authorization: `Bearer ${here.shop.apiKey}` } },
      { headers: { authorization: `Bearer ${here.shop.apiKey}`, 'content-type': 'application/json' }, body: '{' },
      { headers: { authorization: `Bearer ${here.shop.apiKey}`, 'content-type': 'text/csv' }, body: 'a,b' },
      { headers: { authorization: `Bearer ${here.shop.apiKey}`, 'content-type': 'application/json' }, body: '{"x":1}' },
    ]
    for (const init of wrong.filter(({ body }) => method !== 'GET' || body === undefined))
      await fetch(here.world.url + filled(path), { method, redirect: 'manual', ...init })
    refuseComplaints(here.world.seen.complaints)
    const refused = answersOf(name).filter((status) => status >= 400)
    expect(refused.filter((status) => !(status in published.paths[path][method.toLowerCase()].responses))).toEqual([])
  })
})
