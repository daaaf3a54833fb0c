import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aPerson } from '../../src/modules/accounts/accounts.harness.ts'
import * as customers from '../../src/modules/customers/contract.ts'
import * as api from '../../src/modules/loyalty/contract.ts'
import { aMember, give, inside, redeem, rules, volumes } from '../../src/modules/loyalty/loyalty.harness.ts'
import { signNote } from '../../src/modules/loyalty/redemptions/signed.ts'
import * as verification from '../../src/modules/verification/contract.ts'
import { codeSentTo, inWorld } from '../../src/modules/verification/verification.harness.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  await rules(shop, { confirmAbove: 100 })
})
afterAll(() => world.close())
const { coolDown } = inWorld(() => world)

/** A code that the customer got, made to a token of this purpose. */
async function aToken(phone: string, purpose: 'redeem' | 'verify'): Promise<string> {
  const asker = shop.visitor()
  const { body: sent } = await asker.call(verification.sendOtp, { phone, purpose })
  expect(sent.sent, JSON.stringify(sent)).toBe(true)
  const code = await codeSentTo(shop, phone)
  return (await asker.call(verification.verifyOtp, { phone, purpose, code, handle: sent.handle })).body
    .verificationToken
}

describe('above the limit of the business', () => {
  test('knowing a phone spends nothing, not even in small pieces', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 500)
    expect((await redeem(shop, customerId, 101)).body).toMatchObject({
      code: 'loyalty.confirmation_needed',
      above: 100,
    })
    expect((await redeem(shop, customerId, 60)).status).toBe(201)
    expect((await redeem(shop, customerId, 41)).body.code).toBe('loyalty.confirmation_needed')
    expect((await redeem(shop, customerId, 40)).status).toBe(201)
  })

  test('a card in the app of the customer is enough, once, for this customer alone', async () => {
    const { self, customerId } = await aPerson(shop)
    const other = await aMember(shop)
    for (const one of [customerId, other]) await give(shop, one, 500)
    const { status, body } = await self.call(api.card, {})
    expect(status, JSON.stringify(body)).toBe(200)
    const { card } = body
    expect((await redeem(shop, other, 200, { card })).body.code).toBe('loyalty.proof_of_another')
    expect((await redeem(shop, customerId, 200, { card: `${card}x` })).body.code).toBe('loyalty.card_invalid')
    expect((await redeem(shop, customerId, 200, { card })).status).toBe(201)
    expect((await redeem(shop, customerId, 200, { card })).body.code).toBe('loyalty.card_used')
    expect((await volumes(shop, customerId)).balance).toBe(300)
    // It opens nothing else.
    const asToken = await shop.visitor({ authorization: `Bearer ${card}` }).call(api.own, {})
    expect(asToken.status).toBe(401)
    const elsewhere = await aTenant(world)
    const stranger = await aMember(elsewhere)
    await give(elsewhere, stranger, 500)
    expect((await redeem(elsewhere, stranger, 501, { card })).status).not.toBe(201)
  })

  test('a card that is too old is refused', async () => {
    const { customerId } = await aPerson(shop)
    await give(shop, customerId, 500)
    const kind = { typ: 'kith-card', claims: z.object({ sub: z.uuid() }) }
    const old = await shop.run(async (ctx) =>
      signNote(ctx, kind, { sub: inside(customerId), jti: crypto.randomUUID(), expires: new Date(Date.now() - 1_000) }),
    )
    expect((await redeem(shop, customerId, 200, { card: old })).body.code).toBe('loyalty.card_invalid')
  })

  test('a code for this purpose is enough, and one for another is not', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 500)
    const { phone } = (await shop.call(customers.get, { customerId })).body
    const other = await aToken(phone, 'verify')
    expect((await redeem(shop, customerId, 300, { verificationToken: other })).status).toBe(422)
    await coolDown(shop)
    const verificationToken = await aToken(phone, 'redeem')
    expect((await redeem(shop, customerId, 300, { verificationToken })).status).toBe(201)
    expect((await redeem(shop, customerId, 150, { verificationToken })).status).toBe(422)
  })
})
