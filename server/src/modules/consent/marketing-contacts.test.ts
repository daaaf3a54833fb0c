import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { change, get } from '../customers/contract.ts'
import * as preferences from '../preferences/contract.ts'
import {
  aCustomer,
  aFullCustomer,
  anEmail,
  decide,
  inner,
  linksTo,
  merge,
  pathOf,
  press,
  publish,
  states,
} from './consent.harness.ts'
import * as api from './contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
  for (const at of [shop, rival]) {
    for (const purpose of ['marketing.email', 'marketing.sms', 'terms']) await publish(at, purpose)
  }
})
afterAll(() => world.close())

const list = async (at: Pick<Shop, 'call'>, channel = 'email', topic = 'offers') => {
  const { status, body } = await at.call(api.marketingContacts, { channel, topic } as never)
  expect(status).toBe(200)
  return (body as string)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
const ids = async (...about: Parameters<typeof list>) => (await list(...about)).map(({ customerId }) => customerId)
const grant = (customerId: string, purpose = 'marketing.email', at = shop) =>
  decide(at, customerId, purpose, 'granted', { source: 'import' })

test('lists exactly the active customers with a consent, no preference against it and a verified contact', async () => {
  const email = anEmail()
  const wanted = await aFullCustomer(shop, { email, locale: 'ar', name2: 'منى' })
  await grant(wanted)

  const silent = await aFullCustomer(shop)
  const withdrawn = await aFullCustomer(shop)
  await grant(withdrawn)
  await decide(shop, withdrawn, 'marketing.email', 'withdrawn')
  const pending = await aFullCustomer(shop)
  await decide(shop, pending, 'marketing.email', 'granted')
  const other = await aFullCustomer(shop)
  await grant(other, 'marketing.sms')
  await grant(other, 'terms')
  const unverified = await aCustomer(shop, { email: anEmail() })
  await grant(unverified)
  const unwilling = await aFullCustomer(shop)
  await grant(unwilling)
  const wish = { communication: { email: { offers: false } } }
  await shop.call(preferences.change, { customerId: unwilling, ...wish })
  const gone = await aFullCustomer(shop)
  await grant(gone)
  await shop.request('DELETE', `/api/v1/customers/${gone}`)

  const listed = await list(shop)
  expect(listed).toEqual([
    {
      customerId: wanted,
      name: 'Muna',
      name2: 'منى',
      language: 'ar',
      contact: email,
      unsubscribe: expect.stringMatching(/\/api\/v1\/unsubscribe\//),
    },
  ])
  // Customers who are in no list still exist.
  for (const customerId of [silent, withdrawn, pending, other, unverified, unwilling, gone]) {
    expect(await states(shop, customerId)).toBeTruthy()
  }
  // Another topic, which that customer has not declined.
  expect(await ids(shop, 'email', 'news')).toEqual(expect.arrayContaining([wanted, unwilling]))
  expect(await list(shop, 'email', 'gossip')).toEqual([])
})

test('lists a stub with an e-mail that was not verified, once the link in the e-mail was answered', async () => {
  const email = anEmail()
  const customerId = await aCustomer(shop, { email })
  expect((await decide(shop, customerId, 'marketing.email', 'granted')).body.state).toBe('pending')
  const [link] = await linksTo(shop, email)
  expect((await press(world, link!)).status).toBe(200)
  expect((await shop.call(get, { customerId })).body).toMatchObject({ email, emailVerified: true, type: 'full' })
  expect(await ids(shop)).toContain(customerId)

  const moved = await aCustomer(shop, { email: anEmail() })
  await decide(shop, moved, 'marketing.email', 'granted')
  const { email: former } = (await shop.call(get, { customerId: moved })).body
  await shop.call(change, { customerId: moved, email: anEmail() })
  const [late] = await linksTo(shop, former)
  expect((await press(world, late!)).status).toBe(404)
  expect((await shop.call(get, { customerId: moved })).body).toMatchObject({ emailVerified: false })
})

test('its links unsubscribe, and the next list is without them', async () => {
  const customerId = await aFullCustomer(shop)
  await grant(customerId)
  const { unsubscribe } = (await list(shop)).find((one) => one.customerId === customerId)
  expect((await press(world, pathOf(unsubscribe))).status).toBe(200)
  expect(await ids(shop)).not.toContain(customerId)
})

test('phones are for texts, WhatsApp and calls, each with its own consent', async () => {
  const phone = aPhone()
  const customerId = await aFullCustomer(shop, { phone })
  await grant(customerId, 'marketing.sms')
  expect((await list(shop, 'sms')).find((one) => one.customerId === customerId)).toMatchObject({ contact: phone })
  expect(await shop.call(api.marketingContacts, { channel: 'whatsapp', topic: 'offers' })).toMatchObject({
    status: 404,
    body: { code: 'consent.document_not_found' },
  })
  expect(await shop.call(api.marketingContacts, { channel: 'push', topic: 'offers' } as never)).toMatchObject({
    status: 422,
  })
})

test('is for those who may export, shows contacts to those who may see them, and is audited', async () => {
  const till = await shop.with('customers:read', 'customers:contacts')
  expect((await till.call(api.marketingContacts, { channel: 'email', topic: 'offers' })).status).toBe(403)
  const masked = await shop.with('customers:export')
  await grant(await aFullCustomer(shop))
  for (const { contact } of await list(masked)) expect(contact).toContain('•••')
  const { rows } = await world.owner.query(
    `select actor, fields from audit_entries where tenant_id = $1 and action = 'marketing_contacts.exported' and actor = $2`,
    [shop.id, `key:${masked.keyId}`],
  )
  expect(rows).toEqual([{ actor: `key:${masked.keyId}`, fields: ['marketing.email'] }])
})

test('the neighbouring tenant lists its own people only', async () => {
  const theirs = await aFullCustomer(rival)
  await grant(theirs, 'marketing.email', rival)
  expect(await ids(rival)).toEqual([theirs])
  expect(await ids(shop)).not.toContain(theirs)
})

test('who was merged is listed once, as the survivor, and only if both agree', async () => {
  const [one, two, survivor] = [await aFullCustomer(shop), await aFullCustomer(shop), await aFullCustomer(shop)]
  await grant(one)
  await grant(two)
  await merge(shop, one, survivor)
  await merge(shop, two, survivor)
  const count = async () => (await ids(shop)).filter((id) => [one, two, survivor].includes(id))
  expect(await count()).toEqual([survivor])
  await grant(survivor)
  expect(await count()).toEqual([survivor])

  const [no, yes] = [await aFullCustomer(shop), await aFullCustomer(shop)]
  await decide(shop, no, 'marketing.email', 'withdrawn')
  await grant(yes)
  await merge(shop, no, yes)
  expect(await ids(shop)).not.toContain(yes)
})

test('more than a page are all listed, each once', async () => {
  const at = await aTenant(world)
  await publish(at, 'marketing.sms')
  const people = await Promise.all(Array.from({ length: 12 }, () => aFullCustomer(at)))
  for (const id of people) await grant(id, 'marketing.sms', at)
  // 1,200 more customers who consented once and are not active any more, so that the first of ours is the last of a page.
  await world.owner.query(
    `with someone as (
       insert into customers (tenant_id, id, number, status, locale, country, last_seen_at, created_at, updated_at, tokens)
       select tenant_id, (case when n < 500 then '00000000' else 'ffffffff' end || substr(gen_random_uuid()::text, 9))::uuid,
              1000 + n, 'deactivated', locale, country, now(), now(), now(), '{}'
         from customers, generate_series(1, 1200) n where tenant_id = $1 and id = $2 returning *)
     insert into consent_events (tenant_id, id, customer_id, document_id, version_id, locale, decision, source, actor, decided_at, recorded_at)
     select s.tenant_id, gen_random_uuid(), s.id, e.document_id, e.version_id, 'en', 'granted', 'import', 'test', now(), now()
       from someone s, consent_events e where e.tenant_id = $1 and e.customer_id = $2`,
    [at.id, inner(people[0]!)],
  )
  expect((await ids(at, 'sms')).sort()).toEqual([...people].sort())
})
