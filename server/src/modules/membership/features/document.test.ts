import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { aPerson } from '../../accounts/accounts.harness.ts'
import * as accounts from '../../accounts/contract.ts'
import * as loyalty from '../../loyalty/contract.ts'
import * as api from '../contract.ts'
import { decideOn, started } from '../membership.harness.ts'

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
  // With the audience of a token, and so found by it, its type is still another.
  const [header, claims, signature] = document.split('.')
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const other = Buffer.from(JSON.stringify({ ...read, aud: `urn:kith:tenant:${shop.id}` })).toString('base64url')
  const forged = shop.visitor({ authorization: `Bearer ${header}.${other}.${signature}` })
  expect((await forged.call(accounts.me, {})).status).toBe(401)
  const redeemed = await shop.call(loyalty.redeem, { customerId, points: 1, card: document } as never)
  expect(redeemed.status).toBeGreaterThanOrEqual(400)
  expect(decodeProtectedHeader(body.accessToken).typ).not.toBe(decodeProtectedHeader(document).typ)
})
