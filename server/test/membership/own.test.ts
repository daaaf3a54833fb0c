import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import { signed } from '../../src/modules/accounts/session/tokens/access-token.ts'
import { currentSigner } from '../../src/modules/accounts/session/tokens/signing-keys.ts'
import * as loyalty from '../../src/modules/loyalty/contract.ts'
import * as api from '../../src/modules/membership/contract.ts'
import { decideOn, started } from '../../src/modules/membership/membership.harness.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await decideOn(shop)
})
afterAll(() => world.close())

const HOUR_MS = 3_600_000

test('an app checks it with the published keys, and it ends before a planned change', async () => {
  const { body, customerId } = await aPerson(shop)
  const self = shop.visitor({ authorization: `Bearer ${body.accessToken}` })
  await started(shop, customerId, 'premium')
  const { document, expiresAt } = (await self.call(api.ownFeatureDocument, {})).body
  const keys = createLocalJWKSet((await shop.visitor().call(accounts.wellKnownJwks, {})).body)
  const { payload } = await jwtVerify(document, keys, {
    audience: `urn:kith:features:${shop.id}`,
    typ: 'kith-features+jwt',
  })
  expect(payload).toMatchObject({
    sub: customerId,
    plan: 'premium',
    tier: 'premium',
    features: { freePickup: true, discount: 15, speed: 'express', greeting: 'Hello' },
    sources: { discount: 'plan:premium', greeting: 'default' },
  })
  expect((payload.exp! - payload.iat!) / 3_600).toBeLessThanOrEqual(24)
  expect(new Date(payload.exp! * 1_000).toISOString()).toBe(expiresAt)

  const endDate = new Date(Date.now() + HOUR_MS).toISOString()
  await started(shop, customerId, 'enterprise', { endDate })
  const { body: shorter } = await shop.call(api.featureDocument, { customerId })
  expect(Date.parse(shorter.expiresAt)).toBeLessThanOrEqual(Date.parse(endDate))
})

test('it is no token: not for the API, not as a cookie, and no card of the counter; and no token is one', async () => {
  const { body, customerId } = await aPerson(shop)
  const { document } = (await shop.call(api.featureDocument, { customerId })).body
  const asBearer = shop.visitor({ authorization: `Bearer ${document}` })
  expect((await asBearer.call(accounts.me, {})).status).toBe(401)
  const asCookie = shop.visitor({ cookie: `kith_access=${document}` })
  expect((await asCookie.call(accounts.me, {})).status).toBe(401)
  // The claims of a real token, signed with the right key: only the type tells them apart.
  const { kid, key } = await currentSigner(world.kith.db, shop.id)
  const claims = decodeJwt(body.accessToken)
  const asIf = (typ: string) =>
    shop.visitor({ authorization: `Bearer ${signed({ alg: 'RS256', typ, kid }, claims, key)}` })
  expect((await asIf(decodeProtectedHeader(body.accessToken).typ!).call(accounts.me, {})).status).toBe(200)
  expect((await asIf(decodeProtectedHeader(document).typ!).call(accounts.me, {})).status).toBe(401)
  const redeemed = await shop.call(loyalty.redeem, { customerId, points: 1, card: document } as never)
  expect(redeemed.status).toBeGreaterThanOrEqual(400)
})

test('a customer looks at their own and changes nothing', async () => {
  const { body, customerId } = await aPerson(shop)
  const self = shop.visitor({ authorization: `Bearer ${body.accessToken}` })
  await started(shop, customerId, 'premium')
  expect((await self.call(api.own, {})).body.tier.key).toBe('premium')
  expect((await self.call(api.ownFlairs, {})).body).toEqual({ items: [] })
  expect((await self.call(api.ownFeatures, {})).body.planId).toBe('premium')
  expect((await self.call(api.list, { customerId })).status).toBe(403)
  expect((await self.call(api.start, { customerId, planId: 'enterprise' } as never)).status).toBe(403)
  expect((await shop.call(api.own, {})).body.code).toBe('sign_in_needed')
})
