import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../../test/harness.ts'
import * as customers from '../../../customers/contract.ts'
import { anEmail, aPerson, bearer, GOOD, logIn, sentTo } from '../../accounts.harness.ts'
import * as api from '../../contract.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(() => world.close())

const isOpen = async (accessToken: string) => (await bearer(shop, accessToken).call(api.me, {})).status === 200
const reported = async (customerId: string) => {
  const id = customers.CustomerId.parse(customerId)
  const { rows } = await world.owner.query(
    `select data from events where customer_id = $1 and type = 'AccountTakeoverReported'`,
    [id],
  )
  return rows.length
}

describe('a customer who reports that someone else used the login', () => {
  test('stays signed in here alone; it is told as an event and kept in the history', async () => {
    const { self, body, email, customerId } = await aPerson(shop)
    const thief = (await logIn(shop, email)).body.accessToken
    const stranger = await aPerson(shop)
    expect(await self.call(api.reportTakeover, {})).toMatchObject({ status: 200, body: { ended: 1 } })
    expect([await isOpen(body.accessToken), await isOpen(thief)]).toEqual([true, false])
    expect(await isOpen(stranger.body.accessToken)).toBe(true)
    expect([await reported(customerId), await reported(stranger.customerId)]).toEqual([1, 0])
    const history = (await shop.call(customers.history, { customerId })).body.items
    const told = history.filter(({ action }: { action: string }) => action === 'account.takeover_reported')
    expect(told).toMatchObject([{ after: { sessions: 1 } }])
  })

  test('ends a link for a new password too', async () => {
    const { self, email } = await aPerson(shop)
    await shop.visitor().call(api.forgotPassword, { email })
    const { token } = await sentTo(shop, email, 'reset_password')
    expect((await self.call(api.reportTakeover, {})).status).toBe(200)
    expect((await shop.visitor().call(api.resetPassword, { token, password: `${GOOD} anew` })).status).not.toBe(200)
    expect((await logIn(shop, email)).status).toBe(200)
  })

  test('proves who they are: a session that is not fresh, a visitor, a key and staff cannot', async () => {
    const { self, id, customerId } = await aPerson(shop)
    await world.owner.query(
      `update account_sessions set proved_at = now() - interval '11 minutes' where account_id = $1`,
      [id],
    )
    world.kith.nudges.send('sessions', shop.id)
    expect((await self.call(api.reportTakeover, {})).body.code).toBe('proof_needed')
    expect((await shop.visitor().call(api.reportTakeover, {})).status).toBe(401)
    expect((await shop.call(api.reportTakeover, {})).body.code).toBe('sign_in_needed')
    expect(await reported(customerId)).toBe(0)

    const email = anEmail()
    await shop.call(api.inviteStaff, { email, role: 'cashier' })
    const { token } = await sentTo(shop, email, 'staff_invitation')
    const { body } = await shop.visitor().call(api.acceptInvitation, { token, password: GOOD })
    const cashier = bearer(shop, body.accessToken)
    expect((await cashier.call(api.reportTakeover, {})).body.code).toBe('auth.staff_have_none')
  })
})
