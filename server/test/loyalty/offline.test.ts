import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEmail, bearer, GOOD, sentTo } from '../../src/modules/accounts/accounts.harness.ts'
import * as accounts from '../../src/modules/accounts/contract.ts'
import * as api from '../../src/modules/loyalty/contract.ts'
import {
  aMember,
  anOrder,
  entries,
  expectLaws,
  give,
  inside,
  redeem,
  refund,
  rules,
  volumes,
} from '../../src/modules/loyalty/loyalty.harness.ts'
import * as merging from '../../src/modules/merging/contract.ts'
import * as orders from '../../src/modules/orders/contract.ts'
import { aTenant, aWorld, type Shop, type World } from '../harness.ts'

let world: World
let shop: Shop
let one: Speaker
let other: Speaker
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
  await rules(shop, { offlineAllowance: 100, confirmAbove: null })
  ;[one, other] = [await aTill(), await aTill()]
})
afterAll(async () => {
  await expectLaws(world, shop)
  await world.close()
})

type Speaker = ReturnType<typeof bearer>

/** A till with a cashier who has signed in on it. */
async function aTill(): Promise<Speaker> {
  const { body: till } = await shop.call(accounts.registerTill, { name: 'Counter' })
  const { body: paired } = await shop.visitor().call(accounts.pairTill, { pairingCode: till.pairingCode })
  const email = anEmail()
  await shop.call(accounts.inviteStaff, { email, role: 'cashier', name: 'Huda' })
  const { token } = await sentTo(shop, email, 'staff_invitation')
  const { body } = await shop.visitor().call(accounts.acceptInvitation, { token, password: GOOD })
  const self = bearer(shop, body.accessToken)
  expect((await self.call(accounts.setPin, { pin: '4071', tillToken: paired.tillToken })).status).toBe(200)
  return self
}

const grant = async (at: Speaker, customerId: string) => (await at.call(api.grantOffline, { customerId })).body
const settle = (
  at: Speaker,
  customerId: string,
  snapshot: string,
  points: number,
  more: Record<string, unknown> = {},
) =>
  at.call(api.settleOffline, {
    customerId,
    redemptionId: randomUUID(),
    snapshot,
    points,
    at: new Date().toISOString(),
    ...more,
  } as never)

/** A time behind all that has happened to an order until now, as the server counts. */
async function momentsLater(orderId: string): Promise<string> {
  const { rows } = await world.owner.query(
    `select max(recorded_at) + interval '1 ms' as at from order_events where order_id = $1`,
    [inside(orderId)],
  )
  return rows[0].at.toISOString()
}

describe('a till that is offline', () => {
  test('may redeem what the business allows, and no more than there was', async () => {
    const [rich, poor] = [await aMember(shop), await aMember(shop)]
    await give(shop, rich, 500)
    await give(shop, poor, 30)
    expect(await grant(one, rich)).toMatchObject({
      ...{ balance: 500, points: 100, redeem: { points: 100, amount: 1_000, least: 1 }, currency: 'OMR' },
    })
    expect(await grant(one, poor)).toMatchObject({ balance: 30, points: 30 })
  })

  test('the allowance counts over all tills', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 500)
    const [first, second] = [await grant(one, customerId), await grant(other, customerId)]
    expect([first.points, second.points]).toEqual([100, 0])
    expect((await settle(other, customerId, second.snapshot, 1)).body).toMatchObject({
      code: 'loyalty.offline_allowance_spent',
      left: 0,
    })
    expect((await settle(one, customerId, first.snapshot, 60)).status).toBe(201)
    // What was settled is free again, for whichever till asks first.
    expect((await grant(other, customerId)).points).toBe(60)
    expect((await grant(one, customerId)).points).toBe(40)
  })

  test('in a day no more is granted than is redeemed without a proof, used or not settled', async () => {
    const own = await aMember(shop)
    await give(shop, own, 500)
    await rules(shop, { confirmAbove: 150 })
    const first = await grant(one, own)
    expect(first.points).toBe(100)
    expect((await settle(one, own, first.snapshot, 100)).status).toBe(201)
    // Not a fresh hundred.
    const next = await grant(one, own)
    expect(next.points).toBe(50)
    // Good no longer, and perhaps redeemed before that.
    await world.owner.query(
      `update loyalty_offline_grants set expires_at = now() - interval '1 s' where customer_id = $1`,
      [inside(own)],
    )
    expect((await grant(other, own)).points).toBe(0)
    await rules(shop, { confirmAbove: null })
  })

  test('two tills together get no more than there is', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 80)
    await rules(shop, { offlineAllowance: 200 })
    expect([(await grant(one, customerId)).points, (await grant(other, customerId)).points]).toEqual([80, 0])
    await rules(shop, { offlineAllowance: 100 })
  })

  test('what a till was told stays good when it asks again, when its clock is ahead, and after a merge', async () => {
    const [from, into] = [await aMember(shop), await aMember(shop)]
    await give(shop, from, 80)
    const { snapshot } = await grant(one, from)
    expect((await redeem(shop, from, 50)).status).toBe(201)
    expect((await grant(one, from)).points).toBe(80)
    expect((await shop.call(merging.merge, { from, into, reason: 'one person' } as never)).status).toBe(201)
    const ahead = { at: new Date(Date.now() + 60_000).toISOString() }
    const settled = await settle(one, from, snapshot, 80, ahead)
    expect(settled).toMatchObject({ status: 201, body: { customerId: into, overdraft: 50 } })
    expect((await grant(other, into)).points).toBe(0)
  })

  test('a refund gives back what was redeemed offline for the order', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 80)
    const { snapshot } = await grant(one, customerId)
    const orderId = await anOrder(shop, customerId, 900)
    expect((await settle(one, customerId, snapshot, 50, { orderId })).body).toMatchObject({ orderId })
    await refund(shop, orderId)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 80 })
  })

  test('what was refunded of the order between redeeming and settling comes back at once', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 100)
    const { snapshot } = await grant(one, customerId)
    const orderId = await anOrder(shop, customerId, 900)
    await refund(shop, orderId, 90)
    const at = await momentsLater(orderId)
    await refund(shop, orderId, 405)
    const half = await settle(one, customerId, snapshot, 40, { orderId, at })
    expect(half).toMatchObject({ status: 201, body: { orderId, returned: 20, balance: 80 } })
    await refund(shop, orderId)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 100 })
    const whole = await settle(one, customerId, snapshot, 30, { orderId, at })
    expect(whole).toMatchObject({ status: 201, body: { orderId, returned: 30, balance: 100 } })
    // What came back counts all the same: else one order would pay for one sale after the other.
    const again = await settle(one, customerId, snapshot, 20, { orderId, at })
    expect(again).toMatchObject({ status: 201, body: { orderId: null, returned: 0, balance: 80 } })
  })

  test('no order keeps a till waiting: one that cannot be that of the points is left out, and the ledger says why', async () => {
    const [customerId, stranger] = [await aMember(shop), await aMember(shop)]
    await give(shop, customerId, 80)
    const { snapshot } = await grant(one, customerId)
    const [cheap, over] = [await anOrder(shop, customerId, 100), await anOrder(shop, customerId, 900)]
    await shop.call(orders.cancel, { orderId: over } as never)
    const theirs = await anOrder(shop, stranger, 900)
    const soon = new Date(Date.now() + 60_000).toISOString()
    for (const [orderId, why] of [
      [cheap, 'worth'],
      [over, 'over'],
      [theirs, 'unknown'],
    ] as const) {
      const settled = await settle(one, customerId, snapshot, 20, { orderId, at: soon })
      expect(settled).toMatchObject({ status: 201, body: { orderId: null } })
      const [entry] = await entries(shop, customerId)
      expect(entry).toMatchObject({ kind: 'redeem', orderId: null, why: { rule: 'offline', without: why } })
      expect(entry.text).toContain('settled without the order')
    }
    await refund(shop, cheap)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 20 })
  })

  test('what it redeemed is settled once, however often it is sent', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 80)
    const { snapshot } = await grant(one, customerId)
    const redemptionId = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => settle(one, customerId, snapshot, 50, { redemptionId })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 30 })
  })

  test('what was not there any more becomes a debt, and a refund of it comes back', async () => {
    const customerId = await aMember(shop)
    await give(shop, customerId, 80)
    const { snapshot } = await grant(one, customerId)
    expect((await redeem(shop, customerId, 50)).status).toBe(201)
    const { body } = await settle(one, customerId, snapshot, 80)
    expect(body).toMatchObject({ state: 'redeemed', offline: true, points: 80, overdraft: 50, balance: 0, debt: 50 })
    const orderId = await anOrder(shop, customerId, 70_000)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 20, debt: 0 })
    await refund(shop, orderId)
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 0, debt: 50 })
  })

  test('a balance that was changed, of another customer, or too old is refused, and nothing is written', async () => {
    const [customerId, stranger] = [await aMember(shop), await aMember(shop)]
    for (const each of [customerId, stranger]) await give(shop, each, 80)
    const { snapshot } = await grant(one, customerId)
    const [header, body, mac] = snapshot.split('.')
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), points: 9_999 }),
    )
    for (const wrong of [`${header}.${forged.toString('base64url')}.${mac}`, 'x', `${snapshot}.x`])
      expect((await settle(one, customerId, wrong, 10)).body.code).toBe('loyalty.snapshot_invalid')
    expect((await settle(one, stranger, snapshot, 10)).body.code).toBe('loyalty.snapshot_invalid')
    const early = { at: new Date(Date.now() - 3_600_000).toISOString() }
    expect((await settle(one, customerId, snapshot, 10, early)).body.code).toBe('loyalty.snapshot_invalid')
    expect((await settle(one, customerId, snapshot, 81)).body.code).toBe('loyalty.offline_allowance_spent')
    expect(await volumes(shop, customerId)).toMatchObject({ balance: 80, debt: 0 })
  })

  test('only a till is granted anything', async () => {
    const customerId = await aMember(shop)
    expect((await shop.call(api.grantOffline, { customerId })).body.code).toBe('loyalty.till_needed')
  })
})
