import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEmail, aPerson, bearer, GOOD, mailTo, sentTo } from '../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../src/modules/accounts/contract.ts'
import * as addresses from '../src/modules/addresses/contract.ts'
import { pathOf, press, publish } from '../src/modules/consent/consent.harness.ts'
import * as consents from '../src/modules/consent/contract.ts'
import * as customers from '../src/modules/customers/contract.ts'
import * as merging from '../src/modules/merging/contract.ts'
import * as preferences from '../src/modules/preferences/contract.ts'
import { modules } from '../src/modules.ts'
import { aMomentAgo, aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
  for (const purpose of ['terms', 'marketing.email']) await publish(shop, purpose)
})
afterAll(() => world.close())

const home = { street: 'Al Khuwair Street', city: 'Muscat', label: 'Home' }

describe('a signed-in customer, about themself,', () => {
  test('reads what the business knows, without its notes, and changes names and language', async () => {
    const { self, customerId, email } = await aPerson(shop, { firstName: 'Aisha' })
    await shop.call(customers.change, { customerId, notes: 'difficult', extra: { vip: true } })
    const read = await self.call(customers.readOwn, {})
    expect(read.body).toMatchObject({ firstName: 'Aisha', email, emailVerified: true, restricted: false })
    expect(JSON.stringify(read.body)).not.toMatch(/difficult|vip/)
    const { body, headers } = await self.call(customers.changeOwn, { lastName: 'Al Balushi', locale: 'ar' })
    expect(body).toMatchObject({ firstName: 'Aisha', lastName: 'Al Balushi', locale: 'ar' })
    expect(headers.get('etag')).toBe(`"${body.version}"`)
    const stale = { headers: { 'if-match': read.headers.get('etag')! } }
    expect((await self.call(customers.changeOwn, { lastName: 'Late' }, stale)).status).toBe(412)
    for (const [field, value] of Object.entries({
      phone: '+96890000000',
      email: 'a@b.example',
      notes: 'nice',
      tier: 'premium',
    }))
      expect((await self.call(customers.changeOwn, { [field]: value } as never)).status).toBe(422)
    const [latest] = (await shop.call(customers.history, { customerId })).body.items
    expect(latest).toMatchObject({ action: 'customer.changed', actor: expect.stringMatching(/^account:/) })
  })

  test('says how they want to be contacted, and takes it back', async () => {
    const { self, customerId } = await aPerson(shop)
    const quiet = { from: '22:00', to: '07:00' }
    expect((await self.call(preferences.changeOwn, { quietHours: quiet })).body.quietHours).toEqual(quiet)
    const told = (await shop.call(preferences.get, { customerId })).body
    expect(told.quietHours).toEqual(quiet)
    expect((await self.call(preferences.getOwn, {})).body).toEqual(told)
    expect((await self.call(preferences.replaceOwn, {})).body.quietHours).toBeNull()
    expect((await self.call(preferences.changeOwn, { values: { nonsense: 1 } })).status).toBe(422)
  })

  test('consents, withdraws, and reads each decision with its receipt; e-mail marketing wants the second yes', async () => {
    const { self, email, customerId } = await aPerson(shop)
    const say = (purpose: string, decision: 'granted' | 'withdrawn') =>
      self.call(consents.decideOwn, { purpose, decision })
    expect((await say('terms', 'granted')).body).toMatchObject({ state: 'granted' })
    expect((await say('marketing.email', 'granted')).body).toMatchObject({ state: 'pending' })
    const asked = (await mailTo(shop, email)).find(({ template }) => template === 'confirm_marketing')!.text
    await press(world, pathOf(/https?:\S+/.exec(asked)![0]))
    const states = async () =>
      Object.fromEntries(
        (await self.call(consents.readOwn, {})).body.items.map(({ purpose, state }: consents.State) => [
          purpose,
          state,
        ]),
      )
    expect(await states()).toEqual({ terms: 'granted', 'marketing.email': 'granted' })
    const before = await aMomentAgo()
    expect((await say('marketing.email', 'withdrawn')).body.state).toBe('withdrawn')
    expect(await states()).toMatchObject({ 'marketing.email': 'withdrawn' })
    const then = (await self.call(consents.readOwn, { at: before } as never)).body.items
    expect(then.find((one: consents.State) => one.purpose === 'marketing.email').state).toBe('granted')
    const { items } = (await self.call(consents.listOwnEvents, {})).body
    expect(items[0]).toMatchObject({ decision: 'withdrawn', source: 'web', ip: expect.any(String) })
    const receipt = await self.call(consents.ownReceipt, { eventId: items[0].eventId })
    expect(receipt.body).toMatchObject({ customerId, text: 'We may send you offers.' })
    const stranger = await aPerson(shop)
    expect((await stranger.self.call(consents.ownReceipt, { eventId: items[0].eventId })).status).toBe(404)
  })

  test('keeps addresses, of which one is the default', async () => {
    const { self, customerId } = await aPerson(shop)
    const first = (await self.call(addresses.addOwn, home as never)).body
    const second = (await self.call(addresses.addOwn, { ...home, label: 'Work' } as never)).body
    expect([first.isDefault, second.isDefault]).toEqual([true, false])
    expect((await self.call(addresses.makeOwnDefault, { addressId: second.id })).body.isDefault).toBe(true)
    expect((await self.call(addresses.changeOwn, { addressId: first.id, label: 'Old' })).body.label).toBe('Old')
    expect((await self.call(addresses.removeOwn, { addressId: second.id })).status).toBe(200)
    const { items } = (await self.call(addresses.listOwn, {})).body
    expect(items).toMatchObject([{ id: first.id, label: 'Old', isDefault: true, customerId }])
    const stranger = await aPerson(shop)
    for (const theirs of [
      stranger.self.call(addresses.changeOwn, { addressId: first.id, label: 'Mine' }),
      stranger.self.call(addresses.removeOwn, { addressId: first.id }),
      stranger.self.call(addresses.makeOwnDefault, { addressId: first.id }),
    ])
      expect((await theirs).body.code).toBe('address.not_found')
  })

  test('restores a deleted address, which no other caller can', async () => {
    const { self, customerId } = await aPerson(shop)
    const kept = (await self.call(addresses.addOwn, home as never)).body
    const gone = (await self.call(addresses.addOwn, { ...home, label: 'Work' } as never)).body
    const listed = async (deleted: 'true' | 'false') =>
      (await self.call(addresses.listOwn, { deleted } as never)).body.items.map(({ id }: { id: string }) => id)
    await self.call(addresses.removeOwn, { addressId: gone.id })
    expect([await listed('false'), await listed('true')]).toEqual([[kept.id], [gone.id]])
    const [other, neighbour] = [await aPerson(shop), await aPerson(rival)]
    for (const stranger of [other, neighbour]) {
      expect((await stranger.self.call(addresses.listOwn, { deleted: 'true' } as never)).body.items).toEqual([])
      const refused = await stranger.self.call(addresses.restoreOwn, { addressId: gone.id })
      expect([refused.status, refused.body.code]).toEqual([404, 'address.not_found'])
    }
    expect([401, 403]).toContain((await shop.call(addresses.restoreOwn, { addressId: gone.id })).status)
    expect((await shop.visitor().call(addresses.restoreOwn, { addressId: gone.id })).status).toBe(401)
    expect(await listed('true')).toEqual([gone.id])
    expect((await self.call(addresses.restoreOwn, { addressId: gone.id })).body).toMatchObject({ isDefault: false })
    expect([await listed('false'), await listed('true')]).toEqual([[kept.id, gone.id], []])
    const [latest] = (await shop.call(customers.history, { customerId })).body.items
    expect(latest).toMatchObject({ action: 'address.restored', actor: expect.stringMatching(/^account:/) })
  })

  test('is the survivor after a merge', async () => {
    const person = await aPerson(shop)
    const { body: known } = await shop.call(customers.create, { type: 'guest', firstName: 'Known' } as never)
    await shop.call(merging.merge, { from: person.customerId, into: known.id, reason: 'one' })
    const read = await person.self.call(customers.readOwn, {})
    expect([read.status, read.body.firstName]).toEqual([200, 'Known'])
  })
})

test('no path of the customer’s own takes a customer id, and staff and keys get nothing there', async () => {
  const mine = modules
    .flatMap(({ routes }) => routes)
    .filter(({ endpoint }) => /^\/api\/v1\/me(\/|$)/.test(endpoint.path))
  expect(mine.length).toBeGreaterThan(15)
  for (const { endpoint } of mine) {
    const takes = [endpoint.params, endpoint.query, endpoint.body].flatMap(({ shape }) => Object.keys(shape))
    // A guest has a cart too, and shows the token that /auth/guest gave.
    const allow = endpoint.path === '/api/v1/me/cart' ? 'guest' : 'signed-in'
    expect([endpoint.path, takes.includes('customerId'), endpoint.allow]).toEqual([endpoint.path, false, allow])
  }
  const email = anEmail()
  await shop.call(accounts.inviteStaff, { email, role: 'owner', name: 'Huda' })
  const { token } = await sentTo(shop, email, 'staff_invitation')
  const { body } = await shop.visitor().call(accounts.acceptInvitation, { token, password: GOOD })
  for (const { endpoint } of mine.filter(({ endpoint: { method } }) => method === 'get')) {
    const path = endpoint.path
      .replace(':eventId', '0192aaaa-0000-7000-8000-000000000000')
      .replace(':token', ['x'.repeat(40), 'x'.repeat(120), 'x'.repeat(43)].join('.'))
    const answer = await bearer(shop, body.accessToken).request('GET', path)
    expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'customer.login_needed'])
    expect([401, 403]).toContain((await shop.request('GET', path)).status)
    expect((await rival.visitor().request('GET', path)).status).toBe(401)
  }
})
